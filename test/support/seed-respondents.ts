import postgres from 'postgres'
import type { Form } from '../../src/features/questionnaires/domain/form.ts'
import type { Language } from '../../src/shared/localized-text.ts'

/** Somebody who is going to answer a form, and how far they have come with it already. */
export interface NewRespondents {
  firstUserId: number
  count: number
  language?: Language
  /** What they have answered, by path; nothing: they have not begun. */
  answers?: Readonly<Record<string, string>>
}

/** Writes a published form; resolves with its number. */
export const seedForm = (url: string, form: Form): Promise<number> =>
  withSql(url, async (sql) => {
    const [questionnaire] = await sql<{ id: string }[]>`insert into questionnaires
        (form_id, state, purpose, created_at, updated_at)
      values (${form.formId}, 'published', 'free', now(), now()) returning id`
    const id = questionnaire?.id ?? ''
    const [version] = await sql<{ id: string }[]>`insert into questionnaire_versions
        (questionnaire_id, version, form, published_at)
      values (${id}, ${form.version}, ${sql.json(form as never)}, now()) returning id`
    await sql`update questionnaires set version_id = ${version?.id ?? ''} where id = ${id}`
    return Number(id)
  })

/** Writes people who have used the bot before, with their drafts of a form. */
export const seedRespondents = (url: string, formId: number, people: NewRespondents): Promise<void> =>
  withSql(url, async (sql) => {
    const { firstUserId, count, language = 'en', answers = {} } = people
    const persons = await sql<{ id: string }[]>`insert into persons (created_at)
      select now() from generate_series(1, ${count}) returning id`
    const ids = persons.map(({ id }) => id)
    await sql`insert into accounts
        (user_id, person_id, first_name, phone_language, language, is_language_chosen, first_seen_at)
      select ${firstUserId}::bigint + p.n - 1, p.id, 'Ada', ${language}, ${language}, true, now()
      from unnest(${ids}::bigint[]) with ordinality p(id, n)`
    if (Object.keys(answers).length === 0) return
    await sql`with begun as (
        insert into responses (questionnaire_id, version_id, person_id, seed, revision, started_at, updated_at)
        select q.id, q.version_id, p.id, 'seed', 2, now(), now()
        from questionnaires q, unnest(${ids}::bigint[]) p(id) where q.id = ${formId} returning id)
      insert into answers (response_id, path, value, answered_at)
      select begun.id, given.key, given.value, now()
      from begun, jsonb_each_text(${sql.json(answers)}) given`
  })

async function withSql<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
