import { handWords } from '../../src/bot/data/hand-messages.ts'
import type { Language } from '../../src/shared/localized-text.ts'
import { testKeys } from './test-keys.ts'
import type { World } from './world.ts'

/** Somebody without Telegram who takes part, as a coordinator has entered them. */
export async function travellerByHand(
  world: World,
  activityId: number,
  name: string,
  {
    language = 'en',
    groups = ['A'],
    phone = '+905327001122',
  }: { language?: Language; groups?: string[]; phone?: string } = {},
): Promise<{ personId: number; applicationId: number }> {
  const { rooms, door, database } = world.house
  const [givenNames = '', surname = ''] = name.split(' ')
  const personId = await rooms.people.persons.create({ givenNames, surname, phone, isPhoneVerified: false })
  await door.accounts.enterByHand(personId, language, givenNames)
  const now = world.clock.now().toString()
  const [row] = await database.query<{ id: number }>(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at, answers)
     values ($1, $2, 'approved', (select count(*) + 1 from applications), $3, $3, $3, '{"asked": []}') returning id::int`,
    [activityId, personId, now],
  )
  const applicationId = row?.id ?? 0
  await database.query(
    `insert into participant_details (application_id, groups, updated_at)
     values ($1, array(select jsonb_array_elements_text($2::jsonb)), $3)`,
    [applicationId, JSON.stringify(groups), now],
  )
  await database.transaction(() => rooms.itinerary.participantsChanged(activityId, [applicationId]))
  await world.settle()
  return { personId, applicationId }
}

/** What waits to be passed on to somebody, the oldest first. */
export async function waitingFor(world: World, personId: number): Promise<string[]> {
  const rows = await world.house.database.query<{ text: string }>(
    `select text from hand_messages where person_id = $1 and told_at is null and text is not null order by id`,
    [personId],
  )
  return rows.map(({ text }) => handWords(testKeys('a')).open(text))
}

/** What is only true in the chat: places on the screen, things to tap, commands, the bot that writes. */
export const chatWords: Readonly<Record<Language, RegExp>> = {
  tr: /buradan|buraya|dokun|düğme|tıkla|aşağıda|yukarıda|yazacağım|gönderiyorum|Telegram|(^|\s)\/[a-z]{4,}/imu,
  en: /\bhere\b|\btap(ped)?\b|button|\bpress|\bbelow\b|\babove\b|\bI will\b|Telegram|(^|\s)\/[a-z]{4,}/imu,
  es: /\baquí\b|\btoque\b|puls[ae]|botón|\babajo\b|\barriba\b|Telegram|(^|\s)\/[a-z]{4,}/imu,
  fr: /\bici\b(?! là)|\bgeste\b|appuy|bouton|ci-dessous|ci-dessus|\bje vous\b|Telegram|(^|\s)\/[a-z]{4,}/imu,
}
