import { fold } from './tables/fold.ts'

/** Whoever can be in a group or on a bus. */
export interface Grouped {
  readonly groups: readonly string[]
  readonly bus: string | null
}

/** How a bus is called in the four languages, folded. */
const busWords = ['bus', 'otobus', 'otobusu', 'coach', 'autobus', 'autocar', 'car']

/**
 * Whether somebody is meant by the name of a group: one of theirs, or their bus. A bus that is only a number is named with
 * the word, in any language ("bus 1", "1. otobüs"), because a number alone is an application's; another one also by its
 * own name ("Mavi").
 */
export function isInGroup({ groups, bus }: Grouped, name: string): boolean {
  const wanted = groupKey(name)
  return groups.some((group) => groupKey(group) === wanted) || busNames(bus).some((one) => one === wanted)
}

/** The names by which the groups and buses of these people can be meant, as they are written. */
export function groupsOf(people: readonly Grouped[]): string[] {
  const names = people.flatMap(({ groups, bus }) => [
    ...groups,
    ...(bus === null ? [] : [isNumber(bus) ? `bus ${bus.trim()}` : bus]),
  ])
  return [...new Map(names.map((name) => [groupKey(name), name])).values()]
}

/** "Otobüs 1", "1. otobüs", "bus 01" → "bus 1"; any other name folded. */
export function groupKey(name: string): string {
  const words = fold(name).split(/[\s.:#°º]+/)
  const rest = words.filter((word) => word !== '' && !busWords.includes(word))
  if (rest.length === words.filter(Boolean).length || rest.length === 0) return fold(name)
  return `bus ${rest.map(withoutZeros).join(' ')}`
}

const busNames = (bus: string | null): string[] =>
  bus === null ? [] : isNumber(bus) ? [groupKey(`bus ${bus}`)] : [groupKey(bus), groupKey(`bus ${bus}`)]

const isNumber = (bus: string): boolean => /^\s*\d+\s*$/.test(bus)

const withoutZeros = (word: string): string => (/^\d+$/.test(word) ? String(Number(word)) : word)
