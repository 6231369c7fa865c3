import postgres from 'postgres'

/** Somebody who has answered everything but has not handed in yet. */
export interface SeededApplicant {
  /** The Telegram account, and the chat with it. */
  userId: number
  applicationId: number
}

const answered = {
  notice: true,
  givenNames: 'Ada',
  surname: 'Brown',
  passport: { givenNames: 'ADA', surname: 'BROWN' },
  position: 'Export manager',
  phone: '+905321112233',
  isPhoneVerified: false,
  email: 'ada@example.com',
  languages: ['en'],
  isLanguagesDone: true,
  interpreter: false,
  wishes: null,
}

/** Writes a delegation and people who are about to hand in their applications for it, ten of a firm. */
export async function seedApplicants(url: string, count: number, firstUserId = 1_000_001) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.begin(async (writing) => {
      const activityId = await writeActivity(writing)
      const firmIds = await writeFirms(writing, Math.ceil(count / 10))
      const personIds = (
        await writing<{ id: string }[]>`insert into persons (created_at)
          select now() from generate_series(1, ${count}) returning id`
      ).map(({ id }) => id)
      await writing`insert into accounts
          (user_id, person_id, first_name, phone_language, language, is_language_chosen, first_seen_at)
        select ${firstUserId}::bigint + p.n - 1, p.id, 'Ada', 'en', 'en', true, now()
        from unnest(${personIds}::bigint[]) with ordinality p(id, n)`
      const rows = await writing<{ id: string }[]>`insert into applications
          (activity_id, person_id, firm_id, state, answers, created_at, updated_at)
        select ${activityId}, p.id, (${firmIds}::bigint[])[1 + (p.n - 1) / 10], 'draft',
          ${writing.json(answered)}, now(), now()
        from unnest(${personIds}::bigint[]) with ordinality p(id, n) order by p.n returning id`
      return rows.map(({ id }, index): SeededApplicant => ({
        userId: firstUserId + index,
        applicationId: Number(id),
      }))
    })
  } finally {
    await sql.end()
  }
}

async function writeActivity(sql: postgres.TransactionSql): Promise<string> {
  const startsOn = Temporal.Now.plainDateISO().add({ days: 60 }).toString()
  const [row] = await sql<{ id: string }[]>`insert into activities
      (code, kind, title, city, time_zone, starts_on, ends_on, created_at, updated_at)
    values ('BENCH', 'trade_delegation', ${sql.json({ en: 'Bench', tr: 'Bench' })},
      ${sql.json({ en: 'Barcelona' })}, 'Europe/Madrid', ${startsOn}::text::date, ${startsOn}::text::date, now(), now())
    returning id`
  return row?.id ?? ''
}

async function writeFirms(sql: postgres.TransactionSql, count: number): Promise<string[]> {
  const rows = await sql<
    { id: string }[]
  >`insert into firms (name, folded_name, country, city, cluster, created_at)
    select 'Firm ' || n, 'firm ' || n, 'TR', 'Eskişehir', 'rail', now() from generate_series(1, ${count}) n returning id`
  return rows.map(({ id }) => id)
}
