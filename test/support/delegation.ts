import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

type NewActivity = Parameters<World['house']['rooms']['activities']['store']['save']>[0]

/** A delegation to Barcelona that is open, unless a story says otherwise. */
export async function delegation(world: World, changes: Partial<NewActivity> = {}) {
  const activity: NewActivity = {
    code: 'BCN26',
    kind: 'trade_delegation',
    title: {
      tr: 'Barselona Raylı Sistemler Heyeti',
      en: 'Barcelona rail delegation',
      es: 'Misión ferroviaria a Barcelona',
      fr: 'Mission ferroviaire à Barcelone',
    },
    description: { tr: 'Raylı sistemler kümesi ile Barselona.' },
    country: 'ES',
    city: { tr: 'Barselona', en: 'Barcelona', es: 'Barcelona', fr: 'Barcelone' },
    timeZone: 'Europe/Madrid',
    startsOn: Temporal.PlainDate.from('2026-12-10'),
    endsOn: Temporal.PlainDate.from('2026-12-13'),
    hours: null,
    capacity: 15,
    perFirm: 2,
    applicationsCloseAt: Temporal.ZonedDateTime.from('2026-11-20T18:00[Europe/Istanbul]').toInstant(),
    decisionOn: Temporal.PlainDate.from('2026-11-24'),
    workingLanguage: 'tr',
    approval: 'manual',
    details: {},
    state: 'published',
    ...changes,
  }
  return world.house.rooms.activities.store.save(activity)
}

/** A firm that the chamber knows. */
export function firm(world: World, name = 'Çelik Dış Ticaret A.Ş.', city = 'Eskişehir') {
  return world.house.rooms.people.firms.create({
    name,
    country: 'TR',
    city,
    cluster: 'rail',
    taxNumber: null,
  })
}

/** A world with the open delegation, a firm that is known, and Ayşe, who has not written yet. */
export async function worldOfAyse(): Promise<{ world: World; ayse: Person }> {
  const world = await openWorld()
  await delegation(world)
  await firm(world)
  return { world, ayse: world.person('Ayşe Yılmaz') }
}
