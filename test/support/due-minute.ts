import postgres from 'postgres'
import type { TelegramServer } from '../../src/sandbox/telegram-server.ts'
import type { SeededTraveller } from './seed-travellers.ts'
import { until } from './until.ts'

/** What has come of a reminder that was due, as the database says it. */
export interface Said {
  userId: number
  /** Leaves at that moment: goes first. */
  leaves: boolean
  fire: string
  delivery: string | null
}

/** Opens the phones of people who have used the bot before. */
export function openPhones(telegram: TelegramServer, travellers: readonly SeededTraveller[]): void {
  for (const { userId } of travellers) {
    const firstName = 'Ada'
    telegram.openPhone({ id: userId, firstName, phoneNumber: `90${userId}`, label: `Ada ${userId}` })
    telegram.world.people.change(userId, { hasStarted: true })
    telegram.world.chats.change(userId, { bot: 'member' })
  }
}

/**
 * Writes one reminder for each of these people, all due at the same moment: every fourth one's coach leaves (group A), the
 * others have a visit. Nothing else is planned.
 */
export async function writeDueMinute(
  url: string,
  activityId: number,
  { dueAt, people }: { dueAt: Temporal.Instant; people: readonly SeededTraveller[] },
): Promise<void> {
  const due = dueAt.toString()
  await ask(url, (sql) =>
    sql.begin(async (writing) => {
      await writing`insert into itinerary_items
          (activity_id, key, kind, starts_at, ends_at, start_zone, end_zone, start_city, end_city, title, place, audience,
           is_mandatory, status, remind_minutes_before, created_at, changed_at)
        select ${activityId}, key, kind, ${due}::text::timestamptz + lead, ${due}::text::timestamptz + lead + '1 hour',
          'Europe/Madrid', 'Europe/Madrid', '{"en": "Barcelona"}', '{"en": "Barcelona"}',
          jsonb_build_object('en', key), '{"en": "Hotel"}',
          jsonb_build_object('kind', 'some', 'groups', groups, 'applications', '[]'::jsonb), true, 'planned', minutes, now(), now()
        from (values
          ('coach', 'travel', interval '6 hours', '["A"]'::jsonb, array[360]),
          ('visit', 'visit', interval '30 minutes', '["B", "C", "D"]'::jsonb, array[30])) v(key, kind, lead, groups, minutes)`
      await writing`insert into reminder_fires
          (activity_id, person_id, application_id, item_id, slot, kind, due_at, useless_at)
        select ${activityId}, p.id, a.id, i.id, 'item:' || i.id, case i.key when 'coach' then 'departure' else 'item' end,
          ${due}::text::timestamptz, i.starts_at
        from unnest(${people.map(({ personId }) => personId)}::bigint[]) p(id)
        join applications a on a.person_id = p.id join participant_details d on d.application_id = a.id
        join itinerary_items i on (i.key = 'coach') = ('A' = any (d.groups))`
      await writing`analyze reminder_fires`
    }),
  )
}

/** Writes that each of these people has to be told of an item that is new for them. */
export async function writeDueChange(url: string, people: readonly SeededTraveller[]): Promise<void> {
  await ask(
    url,
    (sql) => sql`
      insert into pending_changes (activity_id, person_id, application_id, item_id, before, since, due_at)
      select a.activity_id, p.id, a.id, i.id, null, now(), now()
      from unnest(${people.map(({ personId }) => personId)}::bigint[]) p(id)
      join applications a on a.person_id = p.id join participant_details d on d.application_id = a.id
      join itinerary_items i on (i.key = 'coach') = ('A' = any (d.groups))`,
  )
}

/** What has become of each message that the programme has sent by itself. */
export const readDeliveries = (url: string): Promise<Pick<Said, 'userId' | 'delivery'>[]> =>
  ask(
    url,
    (sql) => sql<Pick<Said, 'userId' | 'delivery'>[]>`
      select a.user_id::float8 as "userId", d.state as delivery
      from itinerary_deliveries d join accounts a on a.person_id = d.person_id`,
  )

/** What has become of each reminder. */
export const readSaid = (url: string): Promise<Said[]> =>
  ask(
    url,
    (sql) => sql<Said[]>`
      select a.user_id::float8 as "userId", f.kind = 'departure' as leaves, f.state as fire, d.state as delivery
      from reminder_fires f join accounts a on a.person_id = f.person_id
      left join itinerary_deliveries d on d.id = f.delivery_id`,
  )

/** How many calls a dead bot may have made without hearing of it, once the database has heard its last word. */
export const countInFlight = (url: string): Promise<number> =>
  ask(url, async (sql) => {
    await until('the last word of the dead has been heard', async () => {
      const others = await sql`
        select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend'`
      return others.length === 0
    })
    const left = await sql`select 1 from outbox where left_at is not null`
    return left.length
  })

async function ask<Answer>(url: string, question: (sql: postgres.Sql) => Promise<Answer>): Promise<Answer> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await question(sql)
  } finally {
    await sql.end()
  }
}
