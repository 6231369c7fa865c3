import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold, code, joined, struck, type Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { clockSpan, hasTwoClocks, timesOf } from '../item-times.ts'
import type { News } from '../../domain/changes/news.ts'
import { overAt, startsLocally, type ItemFacts } from '../../domain/item.ts'
import { delayBlock } from './delay-block.ts'
import { headLines } from './head-lines.ts'

export interface BlockScene {
  now: Temporal.Instant
  working: Language | undefined
  /** The reader's own bus. */
  bus: string | null
}

/** What has changed of one item, as a difference; its first line says time and place, because a locked phone shows no more. */
export function changeBlock(words: Words, news: News, scene: BlockScene): string {
  if (news.kind === 'changed') return delayBlock(words, news, scene) ?? changedBlock(words, news, scene)
  const item = news.item ?? news.known
  const clock = clockSpan(words, item)
  return [
    ...headLines(words, item, scene, {
      mark: marks[news.kind],
      clock: news.item ? bold(clock) : struck(clock),
    }),
    words(`changes:kind.${news.kind}`),
    ...(hasTwoClocks(item) ? [joined([`🕰 ${timesOf(words, item, scene.working)}`]).toString()] : []),
    ...(news.item ? factLines(words, news.item, scene) : []),
  ].join('\n')
}

const marks = { new: '🆕', back: '✅', off: '❌', notTheirs: '❌' } as const

function changedBlock(words: Words, news: News & { kind: 'changed' }, scene: BlockScene): string {
  const { known, item, facts } = news
  const read = (text: LocalizedText) => readText(text, words.language, scene.working)
  const isMoved = (['startsAt', 'endsAt', 'startZone', 'endZone'] as const).some((fact) => facts.has(fact))
  const [formerPlace, place] = [read(known.place), read(item.place)]
  const lines: (string | false | undefined)[] = [
    ...headLines(words, item, scene, { mark: '🔄', ...whenChanged(words, news, isMoved) }),
    (facts.has('startZone') || facts.has('endZone') || (isMoved && hasTwoClocks(item))) &&
      joined([`🕰 ${timesOf(words, item, scene.working)}`]).toString(),
    facts.has('title') && joined(['📝 ', struck(read(known.title) ?? '')], '').toString(),
    Temporal.Instant.compare(overAt(item), scene.now) <= 0 && words('changes:isOver'),
    facts.has('place')
      ? joined(['📍 ', ...differing(formerPlace, place)], '').toString()
      : isMoved && place !== undefined && words('changes:samePlace', { place }),
    facts.has('address') &&
      item.address !== null &&
      words('reminders:address', { address: code(item.address) }),
    ...(['transport', 'terminal'] as const).map(
      (fact) =>
        facts.has(fact) && words(`changes:${fact}`, { what: joined(differing(known[fact], item[fact]), '') }),
    ),
    ...(['bring', 'dress'] as const).map(
      (fact) =>
        facts.has(fact) &&
        words(`changes:${fact}`, { what: joined(differing(read(known[fact]), read(item[fact])), '') }),
    ),
    facts.has('onlineUrl') && item.onlineUrl !== null && words('reminders:online', { url: item.onlineUrl }),
  ]
  return lines.filter((line): line is string => typeof line === 'string').join('\n')
}

/** "09:30 → 10:15" of the same day; with both days where it is another one. */
function whenChanged(
  words: Words,
  { known, item }: { known: ItemFacts; item: ItemFacts },
  isMoved: boolean,
): { clock: Html; saysDay: boolean } {
  if (!isMoved) return { clock: bold(clockSpan(words, item)), saysDay: false }
  const isSameDay = dayOf(words, known) === dayOf(words, item)
  const isSameStart = known.startsAt.equals(item.startsAt) && known.startZone === item.startZone
  const write = (facts: ItemFacts) => {
    const clock = isSameStart ? clockSpan(words, facts) : formatClock(startsLocally(facts))
    return isSameDay ? clock : `${dayOf(words, facts)} ${clock}`
  }
  return { clock: joined([struck(write(known)), ' → ', bold(write(item))], ''), saysDay: !isSameDay }
}

function factLines(words: Words, item: ItemFacts, { working }: BlockScene): string[] {
  const read = (text: LocalizedText) => readText(text, words.language, working)
  const [place, bring, dress] = [read(item.place), read(item.bring), read(item.dress)]
  return [
    place !== undefined && words('changes:place', { place }),
    item.address !== null && words('reminders:address', { address: code(item.address) }),
    bring !== undefined && words('reminders:bring', { bring }),
    dress !== undefined && words('reminders:dress', { dress }),
  ].filter((line): line is string => line !== false)
}

const differing = (was: string | null | undefined, is: string | null | undefined): (string | Html)[] => [
  ...(was ? [struck(was), ' → '] : []),
  is ? bold(is) : '–',
]

const dayOf = (words: Words, item: ItemFacts): string =>
  formatShortDay(startsLocally(item).toPlainDate(), words.language)
