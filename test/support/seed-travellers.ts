import postgres from 'postgres'

/** Somebody approved, with a phone. */
export interface SeededTraveller {
  /** The Telegram account, and the chat with it. */
  userId: number
  personId: number
  applicationId: number
}

export interface NewTravellers {
  count: number
  /** The activity's first day; it lasts four. */
  startsOn: Temporal.PlainDate
  firstUserId?: number
  /** Without one nobody can write to them. */
  havePhones?: boolean
}

const languages = ['tr', 'en', 'es', 'fr']

/** Writes a delegation and people approved for it, in four languages, four groups and six buses. */
export async function seedTravellers(
  url: string,
  { count, startsOn, firstUserId = 3_000_001, havePhones = true }: NewTravellers,
): Promise<{ activityId: number; travellers: SeededTraveller[] }> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const endsOn = startsOn.add({ days: 3 })
    const [activity] = await sql<{ id: number }[]>`insert into activities
        (code, kind, title, city, time_zone, starts_on, ends_on, created_at, updated_at)
      values ('MANY', 'trade_delegation', ${sql.json({ en: 'Many', tr: 'Çok' })}, ${sql.json({ en: 'Barcelona' })},
        'Europe/Madrid', ${startsOn.toString()}::text::date, ${endsOn.toString()}::text::date, now(), now())
      returning id::int`
    const activityId = activity?.id ?? 0
    const travellers = await sql<SeededTraveller[]>`
      with person as materialized (
        insert into persons (given_names, surname, phone, created_at)
        select 'Ada', 'Number ' || n, case when n % 10 = 0 then '+3493' else '+90532' end || 1000000 + n, now()
        from generate_series(1, ${count}::int) n order by n returning id),
      numbered as materialized (select id, row_number() over (order by id)::int as n from person),
      account as (
        insert into accounts
          (user_id, person_id, first_name, phone_language, language, is_language_chosen, first_seen_at)
        select ${firstUserId}::bigint + n - 1, id, 'Ada', l, l, true, now()
        from numbered, lateral (select (${languages}::text[])[1 + n % 4] as l) x
        where ${havePhones}),
      application as (
        insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
        select ${activityId}, id, 'approved', n, now(), now(), now() from numbered returning id, person_id),
      details as (
        insert into participant_details (application_id, groups, bus, updated_at)
        select a.id, array[substr('ABCD', 1 + n.n % 4, 1)], (1 + n.n % 6)::text, now()
        from application a join numbered n on n.id = a.person_id)
      select (${firstUserId}::bigint + n.n - 1)::int as "userId", n.id::int as "personId",
        a.id::int as "applicationId"
      from application a join numbered n on n.id = a.person_id order by n.n`
    return { activityId, travellers: [...travellers] }
  } finally {
    await sql.end()
  }
}
