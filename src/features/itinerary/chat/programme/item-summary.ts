import type { Message } from '../../../../bot/messenger.ts'
import { changeKeys, inRows, pauseKey } from '../../../../bot/drafts/question-view.ts'
import { bold, struck } from '../../../../platform/texts/html.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { ItemStanding } from '../../actions/editing/item-standing.ts'
import { touchedBy, type PlannedChange } from '../../domain/drafts/planned-changes.ts'
import { stepsOf } from '../../domain/drafts/steps.ts'
import { textFields } from '../../domain/drafts/texts.ts'
import { startsLocally, type ItemFacts } from '../../domain/item.ts'
import { overlapsOf } from '../../domain/overlaps.ts'
import { byStart, leftOut } from '../../domain/own-items.ts'
import { differences } from '../../domain/same-facts.ts'
import { itemQuestion } from './buttons.ts'
import { clockSpan } from '../item-times.ts'
import { messagesText } from '../rules/setting-text.ts'
import { factValue, shownFacts, type ShownFact } from './fact-values.ts'
import { nameOf } from './list-view.ts'
import { oldHourLines } from './old-hours.ts'
import { missingLines } from './text-prompts.ts'

/** What publishing would change, old and new, whom it touches and where it clashes; nothing goes out before the tap. */
export function itemSummaryView(words: Words, standing: ItemStanding): Message {
  const { draft, changes, travellers, programme } = standing
  const people = touchedBy(changes, travellers, programme).length
  return {
    text: [
      headOf(words, standing),
      ...changes.slice(0, 8).map((change) => changeText(words, change, standing)),
      ...(changes.length > 8 ? [words('programme:summary.more', { count: changes.length - 8 })] : []),
      ...(changes.length > 0 ? [words('programme:summary.people', { count: people })] : []),
      ...(standing.difference ? [messagesText(words, standing.difference)] : []),
      ...languageLines(words, standing),
      ...(isOver(standing) ? [words('programme:summary.past')] : []),
      ...oldHourLines(words, standing),
      ...warnings(words, standing),
    ].join('\n\n'),
    keyboard: [...publishRow(words, standing), ...changeRows(words, standing), lastRow()],
  }

  function lastRow() {
    return [
      pauseKey(words, itemQuestion, draft.id),
      {
        text: words.plain('programme:discard'),
        callback_data: itemQuestion.askDiscard.pack({ draftId: draft.id }),
      },
    ]
  }
}

/** In which languages something is missing, of what is new or has other texts. */
function languageLines(words: Words, { changes }: ItemStanding): string[] {
  const [change] = changes
  if (!change || changes.length > 1) return []
  const { before, after } = change
  const isOther = !before || textFields.some((field) => differences(before, after).includes(field))
  const lines = isOther ? missingLines(words, after) : []
  return lines.length === 0 ? [] : [[words('programme:card.missingHead'), ...lines].join('\n')]
}

/** It is given an hour that has passed: nobody is reminded of it any more. */
const isOver = ({ changes, now }: ItemStanding): boolean =>
  changes.some(
    ({ before, after }) =>
      Temporal.Instant.compare(after.startsAt, now) <= 0 && !before?.startsAt.equals(after.startsAt),
  )

function headOf(words: Words, { draft, changes, item, activity }: ItemStanding): string {
  if (draft.kind === 'add') return words('programme:summary.new')
  const name = item ? nameOf(words, item, activity) : ''
  return words(changes.length > 0 ? 'programme:summary.edit' : 'programme:summary.unchanged', { name })
}

function publishRow(words: Words, { draft, changes }: ItemStanding) {
  if (changes.length === 0) return []
  const { id: draftId, revision } = draft
  return [
    [
      {
        text: words.plain('programme:summary.publish'),
        callback_data: itemQuestion.submit.pack({ draftId, revision }),
      },
    ],
  ]
}

const changeRows = (words: Words, { draft }: ItemStanding) =>
  inRows(
    changeKeys(
      itemQuestion,
      draft,
      stepsOf(draft).map((step) => ({ step, label: words.plain(`programme:steps.${step}`) })),
    ),
    2,
  )

/** A new item whole; of a changed one its name and the lines that differ. */
function changeText(
  words: Words,
  { before, after }: PlannedChange,
  { activity, changes }: ItemStanding,
): string {
  const working = activity.workingLanguage ?? undefined
  const lines = shownFacts.flatMap((fact) => {
    const next = shortenedTo(factValue(words, fact, after, working), 200)
    const label = words.plain(`programme:labels.${fact}`)
    if (!before) return next === '' ? [] : [words('programme:card.line', { label, value: next })]
    const old = shortenedTo(oldValue(words, fact, before, after, working), 200)
    const none = words.plain('programme:summary.none')
    return factValue(words, fact, before, working) === factValue(words, fact, after, working)
      ? []
      : [
          words('programme:summary.changed', {
            label,
            before: struck(old || none),
            after: bold(next || none),
          }),
        ]
  })
  const heads =
    before && changes.length > 1
      ? [words('programme:card.head', { name: bold(nameOf(words, before, activity)) })]
      : []
  return [...heads, ...lines].join('\n')
}

/** What stood there; of hours on the same day, without what the new ones say again. */
function oldValue(
  words: Words,
  fact: ShownFact,
  before: ItemFacts,
  after: ItemFacts,
  working?: Language,
): string {
  const isSameDay = startsLocally(before).toPlainDate().equals(startsLocally(after).toPlainDate())
  const isSameClock = before.startZone === after.startZone && before.endZone === after.endZone
  return fact === 'when' && isSameDay && isSameClock
    ? clockSpan(words, before)
    : factValue(words, fact, before, working)
}

const mostWarnings = 4
const mostNames = 3

function warnings(words: Words, standing: ItemStanding): string[] {
  const { programme, changes, travellers, activity } = standing
  const news = changes.map(({ before, after }) => ({ id: before?.id ?? 0, removedAt: null, ...after }))
  const changed = new Set(news.map(({ id }) => id))
  const next = [...programme.filter(({ id }) => !changed.has(id)), ...news]
  const known = new Map(changes.flatMap(({ before, after }) => (before ? [[before.id, after] as const] : [])))
  const whole = programme.map((item) => ({ ...item, ...known.get(item.id) })).sort(byStart)
  const without = new Map(travellers.map((one) => [one.applicationId, leftOut(whole, one)]))
  return overlapsOf(changed, next, travellers, (one) => without.get(one.applicationId))
    .slice(0, mostWarnings)
    .map(({ one, other, people }) => {
      const items = { one: nameOf(words, one, activity), other: nameOf(words, other, activity) }
      if (people.length === 0) return words('programme:summary.overlap', items)
      const names = people.slice(0, mostNames).map(({ name }) => name)
      const rest = people.length - names.length
      const all = rest > 0 ? [...names, words.plain('programme:summary.others', { count: rest })] : names
      return words('programme:summary.overlapOf', { ...items, names: formatList(all, words.language) })
    })
}
