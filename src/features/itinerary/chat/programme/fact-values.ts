import { formatShortDay } from '../../../../platform/texts/dates.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { startsLocally, type Audience, type ItemFacts } from '../../domain/item.ts'
import { timesOf } from '../item-times.ts'
import { leadsText } from '../rules/setting-text.ts'

/** The lines of an item that a coordinator reads, in their order. */
export const shownFacts = [
  ...(['kind', 'title', 'when', 'place', 'address', 'audience', 'mandatory', 'status', 'transport'] as const),
  ...([
    'terminal',
    'host',
    'contact',
    'responsible',
    'interpreter',
    'dress',
    'bring',
    'notes',
    'link',
    'remind',
  ] as const),
] as const

export type ShownFact = (typeof shownFacts)[number]

/** What stands in a line, as people read it; empty where there is nothing. */
export function factValue(words: Words, fact: ShownFact, item: ItemFacts, working?: Language): string {
  const text = (localized: LocalizedText) => readText(localized, words.language, working) ?? ''
  switch (fact) {
    case 'kind':
      return words.plain(`programme:kind.${item.kind}`)
    case 'title':
      return text(item.title)
    case 'when':
      return whenText(words, item, working)
    case 'place':
      return text(item.place)
    case 'audience':
      return audienceText(words, item.audience)
    case 'mandatory':
      return words.plain(item.isMandatory ? 'programme:mandatory.yes' : 'programme:mandatory.no')
    case 'status':
      return words.plain(`programme:status.${item.status}`)
    case 'contact':
      return [item.contactName, item.contactPhone].filter(Boolean).join(', ')
    case 'dress':
    case 'bring':
    case 'notes':
      return text(item[fact])
    case 'remind':
      return item.remindMinutesBefore === null
        ? words.plain('programme:remind.plan')
        : leadsText(words, item.remindMinutesBefore)
    case 'link':
      return item.onlineUrl ?? ''
    default:
      return item[fact] ?? ''
  }
}

/** "Thu 10 Dec, 09:30–11:00 (Barcelona time)" */
const whenText = (words: Words, item: ItemFacts, working?: Language): string =>
  `${formatShortDay(startsLocally(item).toPlainDate(), words.language)}, ${timesOf(words, item, working)}`

/** "Everybody", or the groups and the numbers of applications. */
function audienceText(words: Words, audience: Audience): string {
  if (audience.kind === 'all') return words.plain('programme:audience.all')
  const numbers = audience.applications.map((number) => `#${number}`)
  return formatList([...audience.groups, ...numbers], words.language)
}
