import type { MemberStore } from '../data/member-store.ts'
import type { PersonStore } from '../data/person-store.ts'
import { asCountry } from '../../../shared/countries.ts'
import type { Firm } from '../domain/firm.ts'
import { homeZone } from '../domain/home-zone.ts'
import { countryOfPhone } from '../domain/phone.ts'

export interface HomeZoneNeeds {
  persons: PersonStore
  members: MemberStore
  homeTimeZone: string
}

/**
 * Where somebody's day is counted: by their phone's country, else their firm's city, else the house's zone. Keeps what
 * is clear and resolves with the zones to choose from where it is not; what is known already stays.
 */
export function settlingHomeZone({ persons, members, homeTimeZone }: HomeZoneNeeds) {
  async function candidates(personId: number, firm?: Firm) {
    const person = await persons.read(personId)
    const [membership] = firm ? [] : await members.membershipsOf(personId)
    const { country, city } = firm ?? membership?.firm ?? {}
    return homeZone({
      phoneCountry: person?.phone ? countryOfPhone(person.phone) : undefined,
      firmCountry: asCountry(country ?? ''),
      firmCity: city ?? undefined,
      home: homeTimeZone,
    })
  }

  return {
    candidates,

    async settle(personId: number, firm?: Firm): Promise<readonly string[]> {
      if ((await persons.read(personId))?.homeZone) return []
      const found = await candidates(personId, firm)
      if (found.kind === 'ask') return found.timeZones
      await persons.update(personId, { homeZone: found.timeZone })
      return []
    },
  }
}
