import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { Fire, FireKind } from '../../domain/fire.ts'

export type DueFires = ReturnType<typeof dueFires>

/** A reminder that is due, claimed by this transaction. */
export interface DueFire extends Fire {
  readonly id: number
  readonly activityId: number
  readonly personId: number
  readonly applicationId: number | null
}

/** What has become of a reminder. */
export interface FireEnd {
  fireId: number
  state: 'said' | 'expired' | 'unneeded' | 'held'
  /** The message it was said in. */
  deliveryId?: number
}

/** People whose reminders one transaction takes: so few that it stays short, so many that a thousand take a second. */
const portion = 100

const asText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * What is due. Whoever claims it holds the person's row, so that two processes never make two messages of what belongs in
 * one; what leaves goes first, then whatever is of use for the shortest time.
 */
const claim = `
  with due as (
    select person_id from reminder_fires where state = 'planned' and due_at <= $1::timestamptz group by person_id
    order by bool_or(kind = 'departure') desc, min(useless_at), person_id limit ${portion}),
  mine as materialized (
    select id from persons where id in (select person_id from due) for no key update skip locked)
  select f.id::int, f.activity_id::int as "activityId", f.person_id::int as "personId",
    f.application_id::int as "applicationId", f.item_id::int as "itemId", f.slot, f.kind,
    ${asText('f.due_at')} as "dueAt", ${asText('f.useless_at')} as "uselessAt"
  from reminder_fires f
  where f.person_id in (select id from mine) and f.state = 'planned' and f.due_at <= $2::timestamptz
  order by f.due_at, f.id for update of f skip locked`

type Row = Omit<DueFire, 'dueAt' | 'uselessAt' | 'kind'> & { dueAt: string; uselessAt: string; kind: string }

/** The reminders whose moment has come, and what becomes of them. */
export function dueFires(database: Pick<Database, 'query'>) {
  const { query } = database
  return {
    /** The moment of the next one, of all people. */
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select ${asText('min(due_at)')} as at from reminder_fires where state = 'planned'`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** All that a portion of people is due now, with whatever else they would be told until `together`. */
    async claim(now: Temporal.Instant, together: Temporal.Instant): Promise<DueFire[]> {
      const rows = await query<Row>(claim, [now.toString(), together.toString()])
      return rows.map(({ dueAt, uselessAt, kind, ...row }) => ({
        ...row,
        kind: kind as FireKind,
        dueAt: Temporal.Instant.from(dueAt),
        uselessAt: Temporal.Instant.from(uselessAt),
      }))
    },

    /** Writes down what has become of them; what reached nobody is `unreachable`. */
    async end(ends: readonly FireEnd[], now: Temporal.Instant): Promise<void> {
      if (ends.length === 0) return
      await query(
        `update reminder_fires f set delivery_id = e.d,
           state = case when exists (select from itinerary_deliveries where id = e.d and state = 'unreachable')
             then 'unreachable' else e.s end,
           ended_at = case when e.s = 'held' then null else $2::timestamptz end
         from jsonb_to_recordset($1::jsonb) as e(i bigint, s text, d bigint) where f.id = e.i`,
        [
          JSON.stringify(
            ends.map(({ fireId: i, state: s, deliveryId: d }) => ({
              i,
              s,
              ...(d === undefined ? {} : { d }),
            })),
          ),
          now.toString(),
        ],
      )
    },

    /** They are due later. */
    async postpone(waits: readonly { fireId: number; until: Temporal.Instant }[]): Promise<void> {
      if (waits.length === 0) return
      await query(
        `update reminder_fires f set due_at = w.u::timestamptz
         from jsonb_to_recordset($1::jsonb) as w(i bigint, u text) where f.id = w.i`,
        [JSON.stringify(waits.map(({ fireId: i, until }) => ({ i, u: until.toString() })))],
      )
    },

    /** A pause is over: what is of no use any more has expired, everything else is due. */
    async resume(activityId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update reminder_fires set state = case when useless_at <= $2::timestamptz then 'expired' else 'planned' end,
           ended_at = case when useless_at <= $2::timestamptz then $2::timestamptz end
         where activity_id = $1 and state = 'held'`,
        [activityId, now.toString()],
      )
    },

    /** A duty that one coordinator has ticked is done for all of them. */
    async endDuty(activityId: number, slot: string, now: Temporal.Instant): Promise<void> {
      await query(
        `update reminder_fires set state = 'unneeded', ended_at = $3::timestamptz
         where activity_id = $1 and slot = $2 and application_id is null and state in ('planned', 'held')`,
        [activityId, slot, now.toString()],
      )
    },

    sweep: sweep(database, { table: 'reminder_fires', where: 'ended_at < $1', afterHours: 90 * 24 }),
  }
}
