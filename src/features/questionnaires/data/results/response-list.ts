import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../../../../platform/database.ts'
import { activities } from '../../../activities/data/tables.ts'
import { firms, persons } from '../../../people/data/tables.ts'
import { referenceOf, type Questionnaire } from '../../domain/questionnaire.ts'
import { responses } from '../response-tables.ts'
import type { ResultScope } from './result-store.ts'

/** A response as a list names it. */
export interface ListedResponse {
  id: number
  reference: string
  /** Empty once the person is erased. */
  person: string
  firm: string
  /** The code of the activity it was answered for. */
  activity: string
  submittedAt: Temporal.Instant | null
  round: number
  /** Who has filled it in for them; empty where they did so themselves. */
  filledBy: string
  /** Who of the firm has said that it is right. */
  confirmedBy: string
}

/** Where a response stands among the others, the newest first. */
export interface Neighbours {
  newer: number | null
  older: number | null
  place: number
  total: number
}

export type ResponseList = ReturnType<typeof responseList>

/** The name behind a column; empty where there is nobody (any more). */
const nameOf = (column: AnyPgColumn) =>
  sql<string>`coalesce((select concat_ws(' ', p.given_names, p.surname) from persons p where p.id = ${column}), '')`

/** The responses that were handed in to a questionnaire, for whoever looks at them one by one. */
export function responseList({ db, query }: Pick<Database, 'db' | 'query'>) {
  return {
    async page(
      questionnaire: Questionnaire,
      scope: ResultScope,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<{ rows: ListedResponse[]; total: number }> {
      const found = await db
        .select({
          ...{ id: responses.id, number: responses.number, submittedAt: responses.submittedAt },
          person: sql<string>`concat_ws(' ', ${persons.givenNames}, ${persons.surname})`,
          firm: sql<string>`coalesce(${firms.name}, '')`,
          activity: sql<string>`coalesce(${activities.code}, '')`,
          round: responses.round,
          filledBy: sql<string>`case ${responses.source} when 'coordinator' then ${nameOf(responses.submittedBy)} else '' end`,
          confirmedBy: nameOf(responses.confirmedBy),
          total: sql<number>`(count(*) over ())::int`,
        })
        .from(responses)
        .leftJoin(persons, eq(persons.id, responses.personId))
        .leftJoin(firms, eq(firms.id, responses.firmId))
        .leftJoin(activities, eq(activities.id, responses.activityId))
        .where(
          and(
            eq(responses.questionnaireId, questionnaire.id),
            eq(responses.state, 'submitted'),
            eq(responses.isTest, false),
            isNull(responses.editsId),
            scope && inArray(responses.activityId, [...scope]),
          ),
        )
        .orderBy(sql`${responses.submittedAt} desc nulls last`, desc(responses.id))
        .offset(offset)
        .limit(limit)
      return {
        rows: found.map(({ number, total: _total, ...row }) => ({
          ...row,
          reference: referenceOf(questionnaire, number),
        })),
        total: found[0]?.total ?? 0,
      }
    },

    /** `undefined`: it is not among them (any more). */
    async neighboursOf(
      questionnaireId: number,
      scope: ResultScope,
      id: number,
    ): Promise<Neighbours | undefined> {
      const [row] = await query<Record<keyof Neighbours, string | null>>(
        `select newer, older, place, total from (
           select id, lag(id) over w as newer, lead(id) over w as older, row_number() over w as place,
             count(*) over () as total
           from responses where questionnaire_id = $1::bigint and state = 'submitted' and not is_test
             and edits_id is null and ($2::jsonb is null or activity_id in (
               select jsonb_array_elements_text($2::jsonb)::bigint))
           window w as (order by submitted_at desc nulls last, id desc)) as them
         where id = $3::bigint`,
        [questionnaireId, scope ? JSON.stringify(scope) : null, id],
      )
      if (!row) return undefined
      const number = (text: string | null) => (text === null ? null : Number(text))
      return {
        newer: number(row.newer),
        older: number(row.older),
        place: Number(row.place),
        total: Number(row.total),
      }
    },
  }
}
