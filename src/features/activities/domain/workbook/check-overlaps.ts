import { isMeetingWithin } from '../../../../shared/item-facts.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { groupKey, isInGroup } from '../../../../shared/groups.ts'
import { inEachLanguage, type Report } from '../../../../shared/tables/issue.ts'
import type { Person } from '../participants/place-rows.ts'
import type { ItineraryItem } from './activity-workbook.ts'

/** More pairs than this are one mistake (a wrong day for a whole block), not many. */
const mostWarnings = 20

/** Names pairs of mandatory items that one person would have to attend at the same time. */
export function checkOverlaps(
  itinerary: readonly ItineraryItem[],
  people: readonly Person[],
  report: Report,
): void {
  const items = itinerary
    .filter(({ isMandatory, status, endsAt }) => isMandatory && status !== 'cancelled' && endsAt)
    .toSorted((left, right) => Temporal.Instant.compare(left.startsAt, right.startsAt))
  let running: ItineraryItem[] = []
  let warnings = 0
  for (const item of items) {
    running = running.filter(({ endsAt }) => endsAt && Temporal.Instant.compare(endsAt, item.startsAt) > 0)
    for (const other of running) {
      if (warnings >= mostWarnings) return
      if (isMeetingWithin(item, other)) continue
      const shared = people.filter(
        (person) => includes(item.audience, person) && includes(other.audience, person),
      )
      if (shared.length === 0 && !couldShare(item, other)) continue
      warnings++
      const names = namesOf(shared)
      const details = { other: readText(other.title, 'en') ?? other.id, otherRow: String(other.row) }
      report(
        names === '' ? 'W_ITEMS_OVERLAP' : 'W_ITEMS_OVERLAP_OF',
        { row: item.row },
        readText(item.title, 'en') ?? item.id,
        { ...details, ...(names === '' ? {} : { names }), ...titlesIn(item, other) },
      )
    }
    running.push(item)
  }
}

/** What both are called in each language, for whoever reads it: `found::tr`, `other::tr`. */
const titlesIn = (item: ItineraryItem, other: ItineraryItem) =>
  inEachLanguage({ found: item.title, other: other.title })

/** Whether two items are for the same people, whoever they will be. */
function couldShare({ audience: left }: ItineraryItem, { audience: right }: ItineraryItem): boolean {
  if (left.kind === 'all' || right.kind === 'all') return true
  return (
    overlaps(left.groups.map(groupKey), right.groups.map(groupKey)) ||
    overlaps(left.applications, right.applications)
  )
}

const mostNames = 3

/** "Ayşe Yılmaz, Mehmet Demir, Jordi Vila, +3" */
function namesOf(people: readonly Person[]): string {
  const names = people.flatMap(({ name }) => name ?? [])
  const rest = people.length - Math.min(names.length, mostNames)
  if (names.length === 0) return ''
  return [...names.slice(0, mostNames), ...(rest > 0 ? [`+${rest}`] : [])].join(', ')
}

function includes(audience: ItineraryItem['audience'], person: Person): boolean {
  if (audience.kind === 'all') return true
  if (person.application !== null && audience.applications.includes(person.application)) return true
  return audience.groups.some((group) => isInGroup(person, group))
}

const overlaps = (left: readonly string[], right: readonly string[]) =>
  left.some((name) => right.includes(name))
