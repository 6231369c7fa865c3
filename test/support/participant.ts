import type { Language } from '../../src/shared/localized-text.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

export interface Seated {
  language?: Language
  /** Where their application stands. */
  state?: string
}

/** Somebody of the first firm with a phone, whose application for an activity stands as it is said. */
export async function participant(
  world: World,
  activityId: number,
  name: string,
  { language = 'en', state = 'approved' }: Seated = {},
): Promise<{ somebody: Person; personId: number }> {
  const somebody = world.person(name, language)
  await somebody.starts()
  const [givenNames = '', surname = ''] = name.split(' ')
  const personId = await world.house.rooms.people.persons.create({ givenNames, surname })
  await world.house.door.accounts.linkPerson(somebody.id, personId)
  await world.house.database.query(
    `insert into applications (activity_id, person_id, firm_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 1, $4, (select count(*) + 1 from applications), $3, $3, $3)`,
    [activityId, personId, world.clock.now().toString(), state],
  )
  return { somebody, personId }
}
