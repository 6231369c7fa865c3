import type { Language } from '../../src/shared/localized-text.ts'
import { applies } from './applying.ts'
import { delegation, firm } from './delegation.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Opens the delegation of a known firm and lets people apply for it in Turkish, one after the other. */
export async function applicants<const Names extends readonly string[]>(
  world: World,
  changes: Parameters<typeof delegation>[1],
  ...names: Names
): Promise<{ [Index in keyof Names]: Person }> {
  await delegation(world, changes)
  await firm(world)
  const people = names.map((name) => world.person(name))
  for (const person of people) await applies(person)
  return people as { [Index in keyof Names]: Person }
}

/** Opens the delegation of a known firm and lets one person apply for it in their language. */
export async function applicantIn(
  world: World,
  changes: Parameters<typeof delegation>[1],
  name: string,
  language: Language,
): Promise<Person> {
  await delegation(world, changes)
  await firm(world)
  const person = world.person(name, language)
  await applies(person, { language })
  return person
}

/** The states of all applications, in the order of their numbers. */
export async function statesIn(world: World): Promise<string[]> {
  const rows = await world.house.database.sql<{ state: string }[]>`
    select state from applications order by number nulls last, id`
  return rows.map(({ state }) => state)
}

/** The card of an application, opened from the desk. */
export async function opensCard(coordinator: Person, tab: string, row: string): Promise<void> {
  await coordinator.writes('/desk')
  await coordinator.taps('Bar')
  await coordinator.taps(tab)
  await coordinator.taps(row)
}
