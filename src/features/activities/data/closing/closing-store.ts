import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { ClosingMoment } from '../../domain/closing/closing-moments.ts'
import { applying, inSql } from '../../domain/life-cycle.ts'

export type ClosingStore = ReturnType<typeof closingStore>

/** Somebody whose moment has come. */
export interface DueReminder {
  activityId: number
  personId: number
  uselessAt: Temporal.Instant
  /** They are invited, could still apply, and have neither done so nor said no. */
  isConcerned: boolean
  /** What they have begun and not handed in. */
  draftId: number | null
}

/** So often somebody is told at most that the same activity closes, also where its deadline moves. */
const mostTold = 4
const portion = 100

/**
 * Whether `r` is invited to `a`: they belong to a firm that somebody has invited, of which not as many have applied as may
 * come.
 */
const isInvited = `exists (
  select from firm_members m join firm_invitations i on i.firm_id = m.firm_id
  where m.person_id = r.person_id and m.state = 'member' and i.invited_to @> array[a.code]
    and (a.per_firm is null or a.per_firm > (select count(*) from applications p where p.activity_id = a.id
      and p.firm_id = m.firm_id and p.state in (${inSql(applying)}))))`

/** Whether `r` has answered for `a`: for themselves or for a colleague, whatever has become of it. */
const hasAnswered = `r.declined_at is not null or exists (
  select from applications p where p.activity_id = a.id and p.state <> 'draft'
    and (p.person_id = r.person_id or p.filled_by = r.person_id))`

const claim = `
  select r.activity_id::int as "activityId", r.person_id::int as "personId",
    to_char(r.useless_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "uselessAt",
    a.state = 'published' and a.applications_close_at > $1::timestamptz and r.useless_at > $1::timestamptz
      and not (${hasAnswered}) and ${isInvited} as "isConcerned",
    (select p.id::int from applications p where p.activity_id = a.id and p.person_id = r.person_id
      and p.state = 'draft' and coalesce(p.filled_by, p.person_id) = r.person_id limit 1) as "draftId"
  from closing_reminders r join activities a on a.id = r.activity_id
  where r.due_at <= $1::timestamptz order by r.due_at, r.person_id limit ${portion} for update of r skip locked`

/** Who is told when that an activity closes to which they are invited, and what they have said to it. */
export function closingStore(database: Pick<Database, 'query'>, clock: Clock) {
  const { query } = database
  const change = (statement: string, activityId: number, personId: number, ...more: (string | null)[]) =>
    query<{ one: number }>(
      `update closing_reminders set touched_at = $3, ${statement} where activity_id = $1 and person_id = $2
       returning 1 as one`,
      [activityId, personId, clock.now().toString(), ...more],
    )

  return {
    /** These are the moments to come; what waits for the morning is left to those. */
    async plan(activityId: number, moments: readonly ClosingMoment[]): Promise<void> {
      await query(`delete from closing_moments where activity_id = $1`, [activityId])
      await query(
        `insert into closing_moments (activity_id, due_at, useless_at)
         select $1, d::timestamptz, u::timestamptz from jsonb_to_recordset($2::jsonb) as m(d text, u text)`,
        [
          activityId,
          JSON.stringify(
            moments.map(({ dueAt, uselessAt }) => ({ d: dueAt.toString(), u: uselessAt.toString() })),
          ),
        ],
      )
    },

    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select to_char(least((select min(due_at) from closing_moments),
           (select min(due_at) from closing_reminders where due_at is not null)) at time zone 'UTC',
           'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /** A moment has come: everybody is due whom it may concern. False where there was none. */
    async expand(now: Temporal.Instant): Promise<boolean> {
      const [row] = await query<{ moments: number }>(
        `with one as (select ctid from closing_moments where due_at <= $1::timestamptz order by due_at limit 1
           for update skip locked),
         moment as (delete from closing_moments where ctid in (select ctid from one) returning *),
         due as (
           insert into closing_reminders as r (activity_id, person_id, due_at, useless_at, touched_at)
           select distinct t.activity_id, m.person_id, $1::timestamptz, t.useless_at, $1::timestamptz
           from moment t join activities a on a.id = t.activity_id
             join firm_invitations i on i.invited_to @> array[a.code]
             join firm_members m on m.firm_id = i.firm_id and m.state = 'member'
           where t.useless_at > $1::timestamptz
           on conflict (activity_id, person_id) do update
             set due_at = excluded.due_at, useless_at = excluded.useless_at, touched_at = excluded.touched_at
             where r.declined_at is null and r.told < ${mostTold}
           returning 1)
         select (select count(*) from moment)::int as moments, (select count(*) from due) as people`,
        [now.toString()],
      )
      return (row?.moments ?? 0) > 0
    },

    /** A portion of those whose moment has come. */
    async claim(now: Temporal.Instant): Promise<DueReminder[]> {
      const rows = await query<Omit<DueReminder, 'uselessAt'> & { uselessAt: string }>(claim, [
        now.toString(),
      ])
      return rows.map((row) => ({ ...row, uselessAt: Temporal.Instant.from(row.uselessAt) }))
    },

    /** Nothing is said this time. */
    settle: ({ activityId, personId }: DueReminder) => change('due_at = null', activityId, personId),

    postpone: ({ activityId, personId }: DueReminder, until: Temporal.Instant) =>
      change('due_at = $4', activityId, personId, until.toString()),

    isTold: ({ activityId, personId }: DueReminder) =>
      change('due_at = null, told = told + 1', activityId, personId),

    /** They do not come and are not reminded any more; false where nobody has reminded them. */
    async decline(activityId: number, personId: number): Promise<boolean> {
      const declined = 'due_at = null, declined_at = coalesce(declined_at, $3)'
      return (await change(declined, activityId, personId)).length > 0
    },

    /** What somebody has said is another's from here on, unless they have said something themselves. */
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      await query(
        `update closing_reminders r set person_id = $2 where r.person_id = $1 and not exists (
           select from closing_reminders o where o.activity_id = r.activity_id and o.person_id = $2)`,
        [fromPersonId, toPersonId],
      )
      await query(`delete from closing_reminders where person_id = $1`, [fromPersonId])
    },

    sweep: sweep(database, { table: 'closing_reminders', where: 'touched_at < $1', afterHours: 365 * 24 }),
  }
}
