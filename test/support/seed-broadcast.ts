import type postgres from 'postgres'
import type { TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { everybodyOf } from '../../src/features/broadcasts/domain/audience.ts'

export const firstUserId = 3_000_001

/** How its words begin. */
export const broadcastText = 'The bus leaves at'

/** People with phones from `firstUserId` on, in one statement. */
export async function seedPeople(sql: postgres.Sql, count: number): Promise<void> {
  await sql`with made as (
      insert into persons (created_at) select now() from generate_series(1, ${count}::int) returning id),
      numbered as (select id, row_number() over (order by id) as nth from made)
    insert into accounts (user_id, person_id, first_name, phone_language, language, is_language_chosen, first_seen_at)
    select ${firstUserId}::bigint + nth - 1, id, 'Ada', 'en', 'en', true, now() from numbered`
}

/** Phones of them that have pressed Start. */
export function openPhones(telegram: TelegramServer, count: number): void {
  for (let id = firstUserId; id < firstUserId + count; id += 1) {
    telegram.openPhone({ id, firstName: 'Ada', languageCode: 'en', phoneNumber: `90${id}`, label: 'Ada' })
    telegram.world.people.change(id, { hasStarted: true })
    telegram.world.chats.change(id, { bot: 'member' })
  }
}

/** A broadcast to all of them that leaves at once, at any hour; resolves with its number. */
export async function armForAll(sql: postgres.Sql): Promise<number> {
  const content = { media: [], texts: { en: `${broadcastText} <b>nine</b>.` }, fallback: null }
  const audience = everybodyOf(null)
  await sql`insert into roles (person_id, role, granted_at) select min(id), 'coordinator', now() from persons`
  const [row] = await sql<{ id: number }[]>`insert into broadcasts
      (author_id, state, content, audience, priority, reason, starts_at, created_at, updated_at)
    select min(id), 'arming', ${JSON.stringify(content)}::text::jsonb, ${JSON.stringify(audience)}::text::jsonb, 'urgent',
      'It matters', now(), now(), now()
    from persons returning id::int`
  return row?.id ?? 0
}
