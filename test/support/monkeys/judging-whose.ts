import type { ReceivedCall } from '../../../src/sandbox/sandbox-events.ts'
import type { World } from '../world.ts'
import { chatOf, marked, wordsOf } from './calls.ts'
import type { Cast } from './cast.ts'
import type { Finding } from './watching.ts'

/** Whoever runs something is known by name to those for whom they do. */
const ofTheHouse = new Set(['oya', 'zeynep', 'pau', 'lea'])

/** Nobody reads names of people whose data are not for them. */
export async function judgingWhose({ world, players }: Cast) {
  const known = await personsByMark(world)
  return async (fresh: readonly ReceivedCall[]): Promise<Finding[]> => {
    const found: Finding[] = []
    for (const call of fresh) {
      const reader = players.find(({ person }) => person.id === chatOf(call))
      if (!reader) continue
      const words = wordsOf(call).join('\n')
      const own = marked(reader.person.name)[0]
      for (const name of new Set(marked(words)))
        if (
          name !== own &&
          !ofTheHouse.has(name) &&
          !(await maySee(world, reader.person.id, known.get(name)))
        )
          found.push({ kind: 'whose', detail: `${reader.role} reads of ${name}: ${words.slice(0, 300)}` })
    }
    return found
  }
}

/** Who had which name at first; they may take another one. */
async function personsByMark(world: World): Promise<ReadonlyMap<string, number>> {
  const rows = await world.house.database.query<{ id: number; surname: string }>(
    'select id::int, surname from persons where surname is not null',
    [],
  )
  return new Map(rows.flatMap(({ id, surname }) => marked(surname).map((name) => [name, id] as const)))
}

/** Whether somebody runs something in which this person takes part, or is of the same firm. */
async function maySee(world: World, userId: number, personId = 0): Promise<boolean> {
  const [row] = await world.house.database.query<{ may: boolean }>(
    `select exists (
       select from accounts a join roles r on r.person_id = a.person_id
       where a.user_id = $1 and r.revoked_at is null and r.role <> 'staff'
         and (r.activity_code is null or exists (
           select from applications x join activities v on v.id = x.activity_id
           where v.code = r.activity_code and x.person_id = $2)))
     or exists (
       select from accounts a join firm_members m on m.person_id = a.person_id
         join firm_members n on n.firm_id = m.firm_id
       where a.user_id = $1 and n.person_id = $2) as may`,
    [userId, personId],
  )
  return row?.may ?? false
}
