import type { Database } from '../../../platform/database.ts'
import type { Grouped } from '../../../shared/groups.ts'
import { applying, inSql, standingStates } from '../../activities/index.ts'
import { audienceStates, type Audience } from '../domain/audience.ts'
import type { AudienceQueries } from './audience-query.ts'
import { matching } from './matching.ts'

/** A part of a long list, as far as it fits what somebody typed. */
export interface PartOf {
  offset: number
  limit: number
  search?: string
}

export interface ListedPerson {
  id: number
  name: string
  firm: string | null
  /** Of their application; null where no activity is meant. */
  number: number | null
}

export interface ListedFirm {
  id: number
  name: string
  /** How many of the audience are of it. */
  people: number
}

type Counted = { total: number }
const totalOf = (rows: readonly Counted[]): number => rows[0]?.total ?? 0

/** Puts a value behind the others of a statement and says where it stands. */
const takenInto = (values: unknown[]) => (value: unknown) => `$${values.push(value)}`

export type AudienceOptions = ReturnType<typeof audienceOptions>

/** What an audience can be narrowed down by: people, firms and groups among those whom it means so far. */
export function audienceOptions({ query }: Pick<Database, 'query'>, queries: AudienceQueries) {
  const live = inSql(applying)

  /** What was typed as it stands, else whatever is spelled like it. */
  async function found<Row extends Counted>(
    search: string | undefined,
    find: (isForgiving: boolean) => Promise<Row[]>,
  ): Promise<Row[]> {
    const rows = await find(false)
    return rows.length > 0 || search === undefined ? rows : find(true)
  }

  return {
    /** By surname. */
    async people(audience: Audience, { offset, limit, search }: PartOf) {
      const { text, parameters } = await queries(audience, 3)
      const rows = await found(search, (isForgiving) => {
        const values: unknown[] = [audience.activityId, offset, limit, ...parameters]
        const fits = matching(search, {
          ...{ text: `concat_ws(' ', p.given_names, p.surname, f.folded_name)`, isForgiving },
          ...{ number: 'a.number', phone: 'p.phone', given: takenInto(values) },
        })
        return query<ListedPerson & Counted>(
          `select p.id::int, concat_ws(' ', p.given_names, p.surname) as name, f.name as firm, a.number,
             (count(*) over ())::int as total
           from (${text}) w join persons p on p.id = w.person_id
             left join lateral (select number, firm_id from applications where person_id = p.id
               and activity_id = $1::bigint and state in (${live}) order by state limit 1) a on true
             left join lateral (select f.name, f.folded_name from firms f where f.id = a.firm_id
               or exists (select 1 from firm_members m where m.firm_id = f.id and m.person_id = p.id and m.state = 'member')
               order by (f.id = a.firm_id) desc nulls last, f.id limit 1) f on true
           where coalesce(p.given_names, p.surname) is not null and ${fits}
           order by lower(unaccent(p.surname)), lower(unaccent(p.given_names)), p.id offset $2 limit $3`,
          values,
        )
      })
      return { people: rows, total: totalOf(rows) }
    },

    /** Firms of which somebody is, by name. */
    async firms(audience: Audience, { offset, limit, search }: PartOf) {
      const { text, parameters } = await queries(audience, 3)
      const rows = await found(search, (isForgiving) => {
        const values: unknown[] = [audience.activityId, offset, limit, ...parameters]
        const fits = matching(search, { text: 'f.folded_name', isForgiving, given: takenInto(values) })
        return query<ListedFirm & Counted>(
          `select f.id::int, f.name, count(distinct own.person_id)::int as people, (count(*) over ())::int as total
           from (select w.person_id, m.firm_id from (${text}) w
               join firm_members m on m.person_id = w.person_id and m.state = 'member'
             union select w.person_id, a.firm_id from (${text}) w
               join applications a on a.person_id = w.person_id and a.activity_id = $1::bigint and a.state in (${live})) own
             join firms f on f.id = own.firm_id
           where ${fits}
           group by f.id order by f.folded_name, f.id offset $2 limit $3`,
          values,
        )
      })
      return { firms: rows, total: totalOf(rows) }
    },

    /** The groups and buses of whoever has applied for its activity in its states. */
    groups: ({ activityId, states }: Audience): Promise<Grouped[]> =>
      query<Grouped>(
        `select distinct d.bus, array_to_json(d.groups)::jsonb as groups from applications a
           join participant_details d on d.application_id = a.id
         where a.activity_id = $1::bigint and a.state = any (string_to_array($2, ','))`,
        [
          activityId,
          (states.length > 0 ? states : audienceStates).flatMap((state) => standingStates[state]).join(','),
        ],
      ),

    /** Whether somebody is among those whom it means. */
    async means(audience: Audience, personId: number): Promise<boolean> {
      const { text, parameters } = await queries(audience, 1)
      const rows = await query(`select 1 from (${text}) w where w.person_id = $1::bigint`, [
        personId,
        ...parameters,
      ])
      return rows.length > 0
    },

    personNames: (ids: readonly number[]): Promise<{ name: string }[]> =>
      query(
        `select concat_ws(' ', given_names, surname) as name from persons
         where id = any (string_to_array($1, ',')::bigint[]) order by surname, given_names, id`,
        [ids.join(',')],
      ),

    firmNames: (ids: readonly number[]): Promise<{ name: string }[]> =>
      query(
        `select name from firms where id = any (string_to_array($1, ',')::bigint[]) order by folded_name`,
        [ids.join(',')],
      ),
  }
}
