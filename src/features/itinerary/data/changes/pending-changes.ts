import type { Database } from '../../../../platform/database.ts'
import { fromKept, type KeptFacts } from '../../domain/changes/told-item.ts'
import type { ItemFacts } from '../../domain/item.ts'

export type PendingChanges = ReturnType<typeof pendingChangeStore>

/** A change of one item that these people have to be told. */
export interface NewPending {
  itemId: number
  /** What they have been told of it; null: nothing. */
  known: ItemFacts | null
  dueAt: Temporal.Instant
  /** `applicationId` 0: they work there and have no seat. */
  members: readonly { applicationId: number; personId: number }[]
}

/** A change that is due, taken out by this transaction; `applicationId` as in `NewPending`. */
export interface DueChange {
  activityId: number
  personId: number
  applicationId: number
  itemId: number
  known: ItemFacts | null
}

/** People whose changes one transaction takes. */
const portion = 100

/** Whoever claims them holds the person's row, so that two processes never make two messages of what belongs in one. */
const claim = `
  with due as (
    select person_id from pending_changes where due_at <= $1::timestamptz group by person_id
    order by min(due_at), person_id limit ${portion}),
  mine as materialized (
    select id from persons where id in (select person_id from due) for no key update skip locked)
  delete from pending_changes where person_id in (select id from mine)
  returning activity_id::int as "activityId", person_id::int as "personId", coalesce(application_id, 0)::int as "applicationId",
    item_id::int as "itemId", before as known`

/** Writes what members with a seat, or those without one, have to be told: what makes them one row is not the same. */
const write = (who: 'seated' | 'staff') => `
  insert into pending_changes (activity_id, person_id, application_id, item_id, before, since, due_at)
  select $1::bigint, m.p, nullif(m.a, 0), c.i, c.b, $4::timestamptz, c.d::timestamptz
  from jsonb_to_recordset($2::jsonb) as m(k int, a bigint, p bigint)
  join jsonb_to_recordset($3::jsonb) as c(k int, i bigint, b jsonb, d text) using (k)
  on conflict ${who === 'seated' ? '(application_id, item_id)' : '(person_id, item_id) where application_id is null'}
    do update set due_at = least(pending_changes.due_at, excluded.due_at)`

/** What people have not been told yet. */
export function pendingChangeStore({ query }: Pick<Database, 'query'>) {
  return {
    /** Of what waits already, the first version stays the one they know, and the earlier moment counts. */
    async add(activityId: number, pending: readonly NewPending[], now: Temporal.Instant): Promise<void> {
      const members = pending.flatMap(({ members }, k) =>
        members.map(({ applicationId: a, personId: p }) => ({ k, a, p })),
      )
      const changes = pending.map(({ itemId: i, known: b, dueAt }, k) => ({ k, i, b, d: dueAt.toString() }))
      for (const who of ['seated', 'staff'] as const) {
        const those = members.filter(({ a }) => (a === 0) === (who === 'staff'))
        const written = [those, changes].map((rows) => JSON.stringify(rows))
        if (those.length > 0) await query(write(who), [activityId, ...written, now.toString()])
      }
    },

    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from pending_changes`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** All that a portion of people has to be told, if any of it is due. */
    async claim(now: Temporal.Instant): Promise<DueChange[]> {
      const rows = await query<Omit<DueChange, 'known'> & { known: KeptFacts | null }>(claim, [
        now.toString(),
      ])
      return rows.map(({ known, ...row }) => ({ ...row, known: known && fromKept(known) }))
    },

    /** These applications are told nothing any more. */
    async drop(applicationIds: readonly number[]): Promise<void> {
      if (applicationIds.length === 0) return
      await query(
        `delete from pending_changes
         where application_id in (select value::bigint from jsonb_array_elements_text($1::jsonb))`,
        [JSON.stringify(applicationIds)],
      )
    },
  }
}
