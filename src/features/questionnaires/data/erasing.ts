import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { indexOf } from '../domain/session/form-index.ts'
import type { QuestionnaireStore } from './questionnaire-store.ts'

/** Where somebody is named who has done something that stays without them. */
const named = [
  ['section_links', 'used_by'],
  ['section_links', 'created_by'],
  ['questionnaire_requests', 'asked_by'],
  ['questionnaire_rounds', 'started_by'],
  ['questionnaire_versions', 'published_by'],
] as const

export interface ErasingNeeds {
  database: Pick<Database, 'db' | 'query' | 'forget'>
  questionnaires: Pick<QuestionnaireStore, 'form'>
}

/**
 * Takes a person out of this room. Their own responses go, with answers, files and number. What they said for their firm stays
 * the firm's, without them and without what was asked about them; that somebody has answered anonymously stays, as a count.
 */
export function erasingPerson({ database: { db, query, forget }, questionnaires }: ErasingNeeds) {
  return async (personId: number): Promise<void> => {
    forget()
    await db.execute(sql`delete from responses r using questionnaires q where q.id = r.questionnaire_id
      and r.person_id = ${personId} and (r.firm_id is null or r.is_test)
      and (r.state <> 'submitted' or r.is_test or not q.is_anonymous)`)
    await query('delete from answers where said_by = $1', [personId])
    for (const { id, versionId } of await ofTheirFirms(personId))
      await eraseAboutThem(id, versionId, personId)
    await db.execute(sql`update responses set
        person_id = nullif(person_id, ${personId}), filled_by = nullif(filled_by, ${personId}),
        language = case when submitted_by = ${personId} then null else language end,
        submitted_by = nullif(submitted_by, ${personId}), confirmed_by = nullif(confirmed_by, ${personId})
      where ${personId} in (person_id, filled_by, submitted_by, confirmed_by)`)
    for (const [table, column] of named)
      await query(`update ${table} set ${column} = null where ${column} = $1`, [personId])
    await query('delete from picked_people where picked_by = $1', [personId])
    await query(`update questionnaire_requests set whom = regexp_replace(whom, $1, 'p0') where whom ~ $1`, [
      `^p${personId}(?!\\d)`,
    ])
    await query(
      `update form_files set person_id = null, file_id = null where person_id = $1
       and exists (select 1 from questionnaire_version_files where file_id = form_files.id)`,
      [personId],
    )
    for (const table of ['questionnaire_requests', 'picked_people', 'picture_orders', 'form_files'])
      await query(`delete from ${table} where person_id = $1`, [personId])
  }

  /**
   * What they have filled in or handed in for a firm, what colleagues have copied from it to change or add to it, and what was
   * set aside where they belong: nobody is named there as having said it.
   */
  function ofTheirFirms(personId: number) {
    return query<{ id: number; versionId: number }>(
      `with theirs as (select id, version_id from responses
         where firm_id is not null and ($1 in (person_id, submitted_by) or (set_aside is not null
           and firm_id in (select firm_id from firm_members where person_id = $1))))
       select id::int, version_id::int as "versionId" from theirs
       union select id::int, version_id::int from responses where edits_id in (select id from theirs)`,
      [personId],
    )
  }

  /** What was asked about a person, unless it is known that somebody else has said it of themselves. */
  async function eraseAboutThem(id: number, versionId: number, personId: number): Promise<void> {
    const { entries } = indexOf(await questionnaires.form(versionId))
    const asked = entries.flatMap(({ node }) =>
      'profile' in node && node.profile?.startsWith('person.') ? [node.path] : [],
    )
    const parameters = [id, JSON.stringify(asked)]
    const isAboutThem = (path: string) =>
      `regexp_replace(${path}, '\\[\\d+\\]', '', 'g') in (select jsonb_array_elements_text($2::jsonb))`
    await query(
      `delete from answers where response_id = $1 and ${isAboutThem('path')} and coalesce(said_by, $3) = $3`,
      [...parameters, personId],
    )
    const without = (column: string) =>
      `(select jsonb_object_agg(key, value) from jsonb_each(${column}) where not ${isAboutThem('key')})`
    await query(
      `update responses set calculated = ${without('calculated')}, set_aside = ${without('set_aside')}
       where id = $1 and (calculated is not null or set_aside is not null)`,
      parameters,
    )
  }
}
