import type { PersonStore } from '../data/person-store.ts'
import { likelyHomeZone } from '../domain/home-zone.ts'

export interface ZoneOfPersonNeeds {
  persons: Pick<PersonStore, 'read'>
  homeTimeZone: string
}

/**
 * By whose clock somebody is told an hour and left in peace at night: their own; as long as they have not said which one
 * that is, the likeliest for their phone number.
 */
export const zoneOfPerson =
  ({ persons, homeTimeZone }: ZoneOfPersonNeeds) =>
  async (personId: number): Promise<string> => {
    const person = await persons.read(personId)
    return person?.homeZone ?? likelyHomeZone(person?.phone ?? null, null, homeTimeZone)
  }
