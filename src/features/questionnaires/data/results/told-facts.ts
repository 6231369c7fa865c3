import type { Database } from '../../../../platform/database.ts'
import type { Form } from '../../domain/form.ts'
import type { JourneyWords } from '../journey-words.ts'

/** What somebody has told in a form of an activity, under the name of the question. */
export interface ToldFact {
  activityId: number
  personId: number
  name: string
  /** Canonical: names of choices joined by a space, dates ISO. */
  value: string
  versionId: number
}

export type ToldFacts = ReturnType<typeof toldFacts>

/**
 * Reads what the people of activities have handed in under these names of questions and calculations, whichever of its
 * forms asked; where two did, the newest counts. Of what is repeated only the first has such a name.
 */
export function toldFacts({ query }: Pick<Database, 'query'>, { open }: Pick<JourneyWords, 'open'>) {
  return {
    /** Of everybody, or of these persons. */
    async of(
      activityIds: readonly number[],
      names: readonly string[],
      personIds?: readonly number[],
    ): Promise<ToldFact[]> {
      const facts = await query<ToldFact>(
        `with handed as (
           select id, activity_id, person_id, version_id, calculated, submitted_at from responses
           where activity_id = any(string_to_array($1, ',')::bigint[]) and state = 'submitted' and not is_test and edits_id is null
             and person_id is not null
             and ($3::text is null or person_id = any(string_to_array($3, ',')::bigint[]))),
         said as (
           select h.activity_id, h.person_id, h.version_id, h.submitted_at, h.id, a.path, a.value
             from handed h join answers a on a.response_id = h.id
           union all
           select h.activity_id, h.person_id, h.version_id, h.submitted_at, h.id, c.path, c.value
             from handed h, lateral jsonb_each_text(coalesce(h.calculated, '{}')) as c (path, value))
         select distinct on (activity_id, person_id, name) activity_id::int as "activityId", person_id::int as "personId", name, value, version_id::int as "versionId"
         from (select *, regexp_replace(path, '^.*/', '') as name from said where path not like '%[%') named
         where name = any(string_to_array($2, ',')) and value <> ''
         order by activity_id, person_id, name, submitted_at desc nulls last, id desc`,
        [activityIds.join(','), names.join(','), personIds?.join(',') ?? null],
      )
      return facts.map((fact) => ({ ...fact, value: open(fact.value) })).filter(({ value }) => value !== '')
    },

    /** The forms of these versions. */
    async forms(versionIds: readonly number[]): Promise<Map<number, Form>> {
      if (versionIds.length === 0) return new Map()
      const rows = await query<{ id: number; form: Form }>(
        `select id::int as id, form from questionnaire_versions where id = any(string_to_array($1, ',')::bigint[])`,
        [versionIds.join(',')],
      )
      return new Map(rows.map(({ id, form }) => [id, form]))
    },
  }
}
