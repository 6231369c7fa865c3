import type { Language } from '../../src/shared/localized-text.ts'
import { delegation } from './delegation.ts'
import type { Person } from './person.ts'
import { traveller } from './programme.ts'
import { openWorld } from './world.ts'

/** A delegation that is on its way, its coordinator, and people of it who read these languages. */
export async function onTheRoad(
  readers: readonly Language[] = ['tr', 'tr', 'es'],
  {
    language = 'tr',
    now = '2026-12-10T10:00:00+01:00[Europe/Madrid]',
  }: { language?: Language; now?: string } = {},
) {
  const world = await openWorld({ now })
  const { id: activityId } = await delegation(world)
  const zeynep = await world.coordinator('Zeynep Kaya', language)
  const people: (Person & { applicationId: number })[] = []
  for (const [at, each] of readers.entries())
    people.push(
      await traveller(world, activityId, `Yolcu ${names[at] ?? `Yolcu${at}`}`, {
        language: each,
        bus: at % 2 === 0 ? '1' : '2',
      }),
    )
  return { world, activityId, zeynep, people }
}

const names = ['Arslan', 'Bulut', 'Costa', 'Demir', 'Erdem', 'Fuentes']

/** The row of the broadcast that was begun last. */
export async function newestBroadcast(world: Awaited<ReturnType<typeof openWorld>>) {
  const [row] = await world.house.database.query<Record<string, unknown>>(
    'select * from broadcasts order by id desc limit 1',
    [],
  )
  return row
}
