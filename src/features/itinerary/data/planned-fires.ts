import type { Database } from '../../../platform/database.ts'
import type { Fire } from '../domain/fire.ts'

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

const open = `f.activity_id = $1 and f.state in ('planned', 'held')`

/** So many people are quickly looked up one by one. */
const fewMembers = 20

/** Whose rows are compared with the plan; each its own text, so that few people are found by their applications. */
const scopes = {
  all: 'f.application_id is not null and $5::jsonb is null',
  coordinators: 'f.application_id is null and $5::jsonb is null',
  some: 'f.application_id = any (array(select value::bigint from jsonb_array_elements_text($5::jsonb)))',
}

/**
 * Compares the planned rows with the plan, in one statement however many people it is for: what has no reason any more
 * goes, what has moved is moved, what is missing comes, unless its moment has passed. What has ended stays as it was.
 */
const statement = (scope: string) => `
  with member as materialized (
    select p, a, k from jsonb_to_recordset($2::jsonb) as m(p bigint, a bigint, k int)),
  fire as materialized (
    select k, s, t, i, d::timestamptz as d, u::timestamptz as u
    from jsonb_to_recordset($3::jsonb) as f(k int, s text, t text, i bigint, d text, u text)),
  wanted as materialized (select p, a, s, t, i, d, u from member join fire using (k)),
  gone as (
    delete from reminder_fires f where ${open} and ${scope}
      and not exists (select from wanted w where w.p = f.person_id and w.s = f.slot
        and w.a is not distinct from f.application_id)),
  moved as (
    update reminder_fires f set due_at = w.d, useless_at = w.u, kind = w.t, item_id = w.i from wanted w
    where ${open} and ${scope} and w.p = f.person_id and w.s = f.slot and w.a is not distinct from f.application_id
      and (f.due_at, f.useless_at, f.kind) is distinct from (w.d, w.u, w.t))
  insert into reminder_fires (activity_id, person_id, application_id, item_id, slot, kind, due_at, useless_at)
  select $1::bigint, p, a, i, s, t, d, u from wanted w
  where d > $4::timestamptz and not exists (
    select from reminder_fires f where f.activity_id = $1 and f.person_id = w.p and f.slot = w.s)
  on conflict do nothing`

const statements = {
  all: statement(scopes.all),
  coordinators: statement(scopes.coordinators),
  some: statement(scopes.some),
}

/** Makes the rows of an activity what its plan says. */
export const replacePlan =
  ({ query }: Pick<Database, 'query'>) =>
  async ({ activityId, whose, groups, now }: NewPlan): Promise<void> => {
    const members = groups.flatMap(({ members }, k) =>
      members.map(({ personId: p, applicationId: a }) => ({ p, a, k })),
    )
    const fires = groups.flatMap(({ fires }, k) => fires.map((fire) => ({ k, ...written(fire) })))
    const isSome = typeof whose !== 'string'
    const areMany = members.length > fewMembers
    // The database cannot know how many rows come in as JSON, and would compare each with each. The first plan of a
    // programme for thousands of people writes a hundred thousand rows, which may take its time.
    if (areMany)
      await query(
        `select set_config('enable_nestloop', 'off', true), set_config('statement_timeout', '60s', true)`,
        [],
      )
    await query(isSome ? statements.some : statements[whose], [
      activityId,
      JSON.stringify(members),
      JSON.stringify(fires),
      now.toString(),
      isSome ? JSON.stringify(whose) : null,
    ])
    if (areMany) await query('set local enable_nestloop to default', [])
    if (areMany) await query('set local statement_timeout to default', [])
  }

const written = ({ slot: s, kind: t, itemId: i, dueAt, uselessAt }: Fire) => ({
  ...{ s, t, i, d: dueAt.toString(), u: uselessAt.toString() },
})
