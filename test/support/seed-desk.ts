import postgres from 'postgres'

/** A chamber after many years. */
export const manyYears = { activities: 1_000, people: 100_000, applications: 300_000, firms: 20_000 }

/** The Telegram account of the owner who looks at all of it. */
export const ownerAccount = 9_001

/** Fills an empty database: a tenth of the activities is still to come, each has three hundred applications. */
export async function seedDesk(url: string, size = manyYears): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { statement_timeout: 0 } })
  const { activities, people, applications, firms } = size
  try {
    await sql.begin(async (writing) => {
      await writing`set local synchronous_commit = off`
      await writing.unsafe(activitiesOf(activities, applications / activities))
      await writing.unsafe(firmsOf(firms))
      await writing.unsafe(peopleOf(people, firms))
      await writing.unsafe(applicationsOf(activities, applications, people, firms))
      await writing.unsafe(today(activities))
      await writing.unsafe(owner)
    })
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

const activitiesOf = (count: number, each: number) => `
  insert into activities (code, kind, title, description, city, country, time_zone, starts_on, ends_on, capacity, per_firm,
    applications_close_at, approval, details, state, last_number, created_at, updated_at)
  select 'ACT-' || n, (array['trade_delegation', 'workshop', 'training'])[1 + n % 3],
    jsonb_build_object('tr', 'Heyet ' || n, 'en', 'Delegation ' || n), '{}', '{"tr":"Barselona","en":"Barcelona"}', 'ES',
    'Europe/Madrid', current_date + (n - ${Math.floor(count * 0.9)}) * 3, current_date + (n - ${Math.floor(count * 0.9)}) * 3 + 3,
    ${each + 100}, 5, (current_date + (n - ${Math.floor(count * 0.9)}) * 3 - 14)::timestamptz, 'manual', '{}', 'published', ${each},
    now() - interval '1 year', now() - interval '1 month'
  from generate_series(1, ${count}) n`

const words = (list: string) =>
  `(array[${list
    .split(' ')
    .map((word) => `'${word}'`)
    .join()}])`
const givenNames = words('Ayşe Zeynep Mehmet Çağrı Işıl Carlos Claire Emma Ömer Şule İrem Uğur')
const surnames = words(
  'Yılmaz Kaya Çelik Şahin Öztürk Arslan Doğan Kılıç García Dubois Wilson Güneş Ünal Aydın',
)
const firmWords = words('Çelik Akın Şafak Işık Güneş Demir Atlas Öz Yıldız Marmara Anadolu Ege')
const trades = words('Makina Otomotiv Havacılık Raylı Kalıp Döküm Elektronik Yazılım Savunma Lojistik')

const firmsOf = (count: number) => `
  insert into firms (name, folded_name, country, city, cluster, created_at)
  select name, lower(unaccent(name)), 'TR', 'Eskişehir', (array['rail', 'aviation', 'both', 'none'])[1 + n % 4], now()
  from (select n, ${firmWords}[1 + n % 12] || ' ' || ${trades}[1 + n / 12 % 10] || ' ' || n || ' A.Ş.' as name
    from generate_series(1, ${count}) n) f`

const peopleOf = (count: number, firms: number) => `
  insert into persons (given_names, surname, position, phone, is_phone_verified, email, spoken_languages, created_at)
  select ${givenNames}[1 + n % 12], ${surnames}[1 + n / 12 % 14] || ' ' || n, 'İhracat Müdürü', '+90532' || lpad(n::text, 7, '0'), true,
    'kisi' || n || '@firma.example', '{tr,en}', now() from generate_series(1, ${count}) n;
  insert into accounts (user_id, person_id, first_name, language, is_language_chosen, first_seen_at)
  select 2000000 + id, id, given_names, 'tr', true, now() from persons where id % 5 <> 0;
  insert into firm_members (firm_id, person_id, state, since) select 1 + id % ${firms}, id, 'member', now() from persons`

/** Nobody twice in an activity: 337 and the number of people have no divisor in common. */
const applicationsOf = (activities: number, count: number, people: number, firms: number) => `
  insert into applications (activity_id, person_id, firm_id, number, state, answers, created_at, updated_at, submitted_at)
  select activity, person, 1 + person % ${firms}, place + 1,
    case when activity <= ${Math.floor(activities * 0.9)} then (array['completed', 'completed', 'no_show', 'rejected', 'withdrawn'])[1 + place % 5]
      else (array['submitted', 'approved', 'approved', 'waitlisted', 'withdrawn'])[1 + place % 5] end,
    '{"notice":true}', at, at, at
  from (select 1 + n % ${activities} as activity, n / ${activities} as place,
      1 + ((n % ${activities}) * 331 + n / ${activities} * 337) % ${people} as person,
      now() - (n % 700) * interval '1 hour' as at from generate_series(0, ${count - 1}) n) a;
  insert into application_events (application_id, from_state, to_state, at)
  select id, 'draft', 'submitted', submitted_at from applications`

/** What waits on the desk: a third of those to come asks who is coming, some ask documents, write letters, have changed. */
const today = (activities: number) => `
  update activities set details = jsonb_build_object('confirmBy', (current_date + 1)::text)
    where id > ${Math.floor(activities * 0.9)} and id % 3 = 0;
  insert into activity_sheets (activity_id, sheet, rows)
    select id, 'documents', jsonb_build_array(jsonb_build_object('code', 'insurance', 'title', '{"en":"Insurance"}'::jsonb,
      'appliesIf', null, 'isMandatory', true, 'dueOn', (current_date - 1)::text, 'proof', 'declared'))
    from activities where id > ${Math.floor(activities * 0.9)} and id % 10 = 0;
  insert into participant_details (application_id, bus, groups, updated_at)
    select id, (1 + id % 3)::text, array['group ' || id % 5], now() from applications
    where activity_id > ${Math.floor(activities * 0.9)} and state = 'approved';
  insert into threads (person_id, activity_id, waiting_since, updated_at)
    select person_id, activity_id, now(), now() from applications
    where activity_id > ${Math.floor(activities * 0.9)} and number = 7;
  insert into known_travellers (application_id, activity_id, person_id, groups)
    select id, activity_id, person_id, '{}' from applications
    where activity_id > ${Math.floor(activities * 0.9)} and state = 'approved';
  insert into itinerary_deliveries (activity_id, person_id, kind, item_ids, state, created_at, needs_seen, chat_id)
    select activity_id, person_id, 'change', '{1}', 'sent', now(), true, 2000000 + person_id from known_travellers where person_id % 20 < 5`

const owner = `
  with somebody as (insert into persons (given_names, surname, created_at) values ('Zeynep', 'Kaya', now()) returning id),
    account as (insert into accounts (user_id, person_id, first_name, language, is_language_chosen, first_seen_at)
      select ${ownerAccount}, id, 'Zeynep', 'en', true, now() from somebody)
  insert into roles (person_id, role, granted_at) select id, 'owner', now() from somebody`
