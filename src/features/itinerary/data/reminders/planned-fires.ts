import type { Database } from '../../../../platform/database.ts'
import type { Fire } from '../../domain/fire.ts'
import { changedSlots, replaceRows } from './plan-statements.ts'

/** Those whose plans are the same, and what they are reminded of. */
export interface PlannedGroup {
  readonly members: readonly { personId: number; applicationId: number | null }[]
  readonly fires: readonly Fire[]
}

export interface NewPlan {
  activityId: number
  /** Whose plans are made anew; everybody else's stay. */
  whose: readonly number[] | 'all' | 'coordinators'
  groups: readonly PlannedGroup[]
  now: Temporal.Instant
}

/** So many people are quickly looked up one by one. */
const fewMembers = 20

/**
 * Makes the rows of an activity what its plan says. Of many people it is first counted, group by group, which reminders are
 * not as planned; only those are then compared row by row, because a change of one item moves few of all.
 */
export const replacePlan =
  ({ query }: Pick<Database, 'query'>) =>
  async ({ activityId, whose, groups, now }: NewPlan): Promise<void> => {
    const scope = typeof whose === 'string' ? whose : 'some'
    const ids = typeof whose === 'string' ? null : JSON.stringify(whose)
    const members = groups.flatMap(({ members }, k) =>
      members.map(({ personId: p, applicationId: a }) => ({ p, a, k })),
    )
    const fires = groups.flatMap(({ fires }, k) => fires.map((fire) => ({ k, ...written(fire) })))
    const parameters = (fires: readonly object[]) => [
      ...[activityId, JSON.stringify(members), JSON.stringify(fires), now.toString(), ids],
    ]
    if (members.length <= fewMembers)
      return void (await query(replaceRows[scope], [...parameters(fires), null]))

    // The database cannot know how many rows come in as JSON: it would compare each with each, and sort a hundred thousand
    // on the disk to count them. The first plan of a programme for thousands of people writes as many, which may take its time.
    await query(
      `select set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true),
         set_config('statement_timeout', '60s', true)`,
      [],
    )
    const changed = await query<{ slot: string }>(changedSlots[scope], parameters(fires))
    const slots = changed.map(({ slot }) => slot)
    const moved = fires.filter(({ s }) => slots.includes(s))
    if (slots.length > 0) await query(replaceRows[scope], [...parameters(moved), JSON.stringify(slots)])
    for (const setting of ['enable_nestloop', 'enable_sort', 'statement_timeout'])
      await query(`set local ${setting} to default`, [])
  }

const written = ({ slot: s, kind: t, itemId: i, dueAt, uselessAt }: Fire) => ({
  ...{ s, t, i, d: dueAt.toString(), u: uselessAt.toString() },
})
