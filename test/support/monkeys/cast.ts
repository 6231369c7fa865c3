import type { Language } from '../../../src/shared/localized-text.ts'
import { applies, reaches, stepsWithNewFirm, type Step } from '../applying.ts'
import type { Person } from '../person.ts'
import { openWorld, type World } from '../world.ts'
import { decides, goesOn, moreApply } from './deciding.ts'
import { opensHouse } from './opening.ts'
import { mark, names, roles, type Player, type Role, type Who } from './roles.ts'

export interface Cast {
  world: World
  players: Player[]
  activityId: number
}

export interface CastOptions {
  languageOf(role: Role, at: number): Language
  /** Where the clock stands when they begin to play. */
  now?: string
}

/** A delegation with everybody it concerns, and a workshop that takes whoever comes. */
export async function cast({ languageOf, now }: CastOptions): Promise<Cast> {
  const world = await openWorld()
  const language = (role: Role) => languageOf(role, roles.indexOf(role))
  const who = Object.fromEntries(
    roles.map((role) => [role, world.person(`${names[role]} ${names[role]}${mark}`, language(role))]),
  ) as Record<Role, Person>
  const activityId = await opensHouse(world, who)
  await applyAll(world, who, language)
  await decides(world, who, activityId)
  await moreApply(world, activityId)
  await goesOn(world, who)
  if (now) await world.clockShows(now)
  return { world, players: roles.map((role) => ({ role, person: who[role] })), activityId }
}

/** The steps of somebody whose firm has a name of its own. */
const stepsOf = (name: string): Step[] =>
  stepsWithNewFirm.map((step) => {
    if (step.name === 'firm') return { ...step, answer: (person) => person.writes(`${name} Makina`) }
    if (step.name === 'firmName') return { ...step, answer: (person) => person.taps(`✔ ${name} Makina`) }
    if (step.name === 'position')
      return { ...step, answer: (person) => person.writes(`Expert ${name}${mark}`) }
    return step
  })

async function applyAll(world: World, who: Who, language: (role: Role) => Language): Promise<void> {
  const applying: Role[] = [
    'approved',
    'travelling',
    'waiting',
    'applicant',
    'sent back',
    'rejected',
    'blocked',
  ]
  for (const role of applying)
    await applies(who[role], { language: language(role), code: 'BCN-RAIL', of: stepsOf(names[role]) })
  await reaches(who.drafting, 'phone', {
    language: language('drafting'),
    code: 'BCN-RAIL',
    of: stepsOf('Dara'),
  })
  await who.stranger.starts()
  // A colleague of somebody who takes part, by the firm's link.
  const { rooms, database } = world.house
  const [firm] = await database.query<{ id: number }>(`select id::int from firms where name like 'Berk%'`, [])
  const token = await database.transaction(() => rooms.people.joining.inviteToFirm(firm?.id ?? 0, null))
  await who.colleague.starts(`f_${token}`)
}
