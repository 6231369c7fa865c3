import { isMeetingWithin } from '../../../shared/item-facts.ts'
import { isCancelled, overAt, type ItemFacts, type ProgrammeItem } from './item.ts'

/** Whoever changes tables has at most so long for it. */
const minutesOfChange = 15

type Meeting = Pick<ItemFacts, 'kind' | 'startsAt' | 'endsAt'>

/** Minutes from the end of one meeting until the next; undefined where this one does not follow directly. */
export function minutesToChange(meeting: Meeting, former: Meeting | undefined): number | undefined {
  if (meeting.kind !== 'b2b' || former?.kind !== 'b2b') return undefined
  const minutes = Math.floor(meeting.startsAt.since(overAt(former)).total('minutes'))
  return minutes >= 0 && minutes <= minutesOfChange ? minutes : undefined
}

/** The items, each meeting at the place of the session that it is within: from table to table nobody goes far. */
export const placedInSessions = (items: readonly ProgrammeItem[]): ProgrammeItem[] =>
  items.map((item) => {
    const session = items.find((other) => isMeetingWithin(item, other) && lastsLonger(other, item))
    return session ? { ...item, place: session.place, map: session.map } : item
  })

const lastsLonger = (one: ProgrammeItem, other: ProgrammeItem): boolean =>
  Temporal.Duration.compare(one.startsAt.until(overAt(one)), other.startsAt.until(overAt(other))) > 0

/** Somebody's meetings from this one on, as far as one follows directly on the other. */
export function meetingsFrom(first: ProgrammeItem, items: readonly ProgrammeItem[]): ProgrammeItem[] {
  const meetings = [first]
  for (const item of items)
    if (!isCancelled(item) && minutesToChange(item, meetings.at(-1)) !== undefined) meetings.push(item)
  return meetings
}

/** Whether somebody comes to this meeting from another table. */
export const comesFromAnother = (item: ProgrammeItem, items: readonly ProgrammeItem[]): boolean =>
  items.some((other) => !isCancelled(other) && minutesToChange(item, other) !== undefined)
