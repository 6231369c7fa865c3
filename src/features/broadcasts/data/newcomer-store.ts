import type { Database } from '../../../platform/database.ts'
import { applying, inSql, takingPart } from '../../activities/index.ts'
import type { Audience } from '../domain/audience.ts'
import type { AudienceQueries } from './audience-query.ts'

export type NewcomerStore = ReturnType<typeof newcomerStore>

/** A broadcast that is of use still. */
export interface StillValid {
  id: number
  audience: Audience
  startedAt: Temporal.Instant
}

/** Who has come to an activity, and who has left it, as far as its broadcasts are concerned. */
export function newcomerStore({ query }: Pick<Database, 'query'>, queries: AudienceQueries) {
  return {
    /** The broadcasts of an activity that people who join now should have. */
    async validFor(activityId: number, now: Temporal.Instant): Promise<StillValid[]> {
      const rows = await query<{ id: string; audience: Audience; started_at: string }>(
        `select id, audience, started_at from broadcasts
         where activity_id = $1 and state in ('sending', 'finished') and recalled_at is null and started_at is not null
           and (useful_until > $2 or useful_until is null and is_for_newcomers) order by started_at, id`,
        [activityId, now.toString()],
      )
      return rows.map(({ id, audience, started_at: startedAt }) => ({
        ...{ id: Number(id), audience, startedAt: Temporal.Instant.from(startedAt) },
      }))
    },

    /** Those of its audience who take part since it was sent, of these applications or of all, and have not had it. */
    async newTo(
      { id, audience, startedAt }: StillValid,
      applicationIds: readonly number[] | 'all',
    ): Promise<number[]> {
      const { text, parameters } = await queries(audience, 4)
      const rows = await query<{ person_id: string }>(
        `select w.person_id from (${text}) w join applications s on s.person_id = w.person_id
           and s.activity_id = $2 and s.state in (${inSql(takingPart)}) and s.updated_at >= $3
         where ($4 = 'all' or s.id = any (string_to_array(nullif($4, 'all'), ',')::bigint[])) and not exists (
           select 1 from broadcast_recipients r where r.broadcast_id = $1 and r.person_id = w.person_id)`,
        [
          id,
          audience.activityId,
          startedAt.toString(),
          applicationIds === 'all' ? 'all' : applicationIds.join(','),
          ...parameters,
        ],
      )
      return rows.map((row) => Number(row.person_id))
    },

    /** Whoever of these applies no more gets nothing more, and is not asked again; resolves with the broadcasts it changes. */
    async left(
      activityId: number,
      applicationIds: readonly number[],
      now: Temporal.Instant,
    ): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `with gone as (
           update broadcast_recipients r set gone_at = $3, ask_again_at = null,
             because = case when r.state in ('waiting', 'quiet') then 'left' else r.because end,
             state = case when r.state in ('waiting', 'quiet') then 'stopped' else r.state end
           from applications s, broadcasts b
           where s.id = any (string_to_array($2, ',')::bigint[]) and s.person_id = r.person_id and b.id = r.broadcast_id
             and b.activity_id = $1 and r.gone_at is null and not exists (select 1 from applications other
               where other.activity_id = $1 and other.person_id = s.person_id and other.state in (${living}))
           returning r.broadcast_id)
         select distinct broadcast_id as id from gone`,
        [activityId, applicationIds.join(','), now.toString()],
      )
      return rows.map(({ id }) => Number(id))
    },

    /** Whoever is back counts again; what they have missed and is of use still waits for them. */
    async back(
      activityId: number,
      applicationIds: readonly number[],
      broadcastIds: readonly number[],
    ): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `with back as (
           update broadcast_recipients r set gone_at = null,
             state = case when r.because = 'left' and r.state = 'stopped' and b.id = any (string_to_array($3, ',')::bigint[])
               then 'waiting' else r.state end,
             because = case when r.because = 'left' then null else r.because end
           from applications s, broadcasts b
           where s.id = any (string_to_array($2, ',')::bigint[]) and s.person_id = r.person_id and b.id = r.broadcast_id
             and b.activity_id = $1 and r.gone_at is not null and s.state in (${inSql(takingPart)})
           returning r.broadcast_id, r.state)
         select distinct broadcast_id as id from back where state = 'waiting'`,
        [activityId, applicationIds.join(','), broadcastIds.join(',')],
      )
      return rows.map(({ id }) => Number(id))
    },
  }
}

/** Whoever may still be written to about the activity. */
const living = inSql([...applying, 'no_show'])
