import { sheetOf } from '../../features/activities/workbook/books.ts'
import { buttonsOf } from '../monkey.ts'
import { participant } from '../participant.ts'
import type { Person } from '../person.ts'
import { sendsBook } from '../spreadsheets.ts'
import type { World } from '../world.ts'
import { mark, names, type Role, type Who } from './roles.ts'

/** The owner decides about the applications, each in another way, and says who sits in which bus. */
export async function decides(world: World, who: Who, activityId: number): Promise<void> {
  const { database } = world.house
  const rows = await database.query<{ id: number; name: string }>(
    `select a.id::int, p.given_names as name from applications a join persons p on p.id = a.person_id
     where a.activity_id = $1`,
    [activityId],
  )
  const of = (role: Role) => rows.find(({ name }) => name === names[role])?.id ?? 0
  const presses = (data: string) => who.owner.presses({ messageId: newest(who.owner), data })
  for (const role of ['approved', 'travelling', 'blocked'] as const) await presses(`a.approve:${of(role)}`)
  await presses(`a.wait:${of('waiting')}`)
  await presses(`a.rejected:${of('rejected')}:scope`)
  await presses(`a.refuse:${of('rejected')}:scope`)
  await presses(`a.back:${of('sent back')}:0`)
  await presses(`a.backq:${of('sent back')}:position:0`)
  await presses(`a.backday:${of('sent back')}:2026-11-10`)
  await presses(`a.backsend:${of('sent back')}`)
  await who.travelling.presses({ messageId: newest(who.travelling), data: `a.coming:${of('travelling')}` })
  await presses(`a.note:${of('approved')}`)
  await who.owner.writes('Vejetaryen')
  await sendsBook(who.owner, 'list.xlsx', {
    sheets: [
      sheetOf('activity', [
        ['key', 'value'],
        ['code', 'BCN-RAIL'],
      ]),
      sheetOf('participants', [
        ['application', 'bus', 'hotel', 'room', 'group1', 'flight_out'],
        [1, '1', 'Catalonia', '101', 'A', 'TK1853 2026-12-08 08:00'],
        [2, '2', 'Catalonia', '102', 'B', null],
      ]),
    ],
  })
  await pressesNewest(who.owner, /^a\.publish/)
}

const newest = (person: Person): number => buttonsOf(person).at(-1)?.messageId ?? 1

/** Presses the newest button of this kind, if there is one. */
async function pressesNewest(person: Person, kind: RegExp): Promise<void> {
  const button = buttonsOf(person).findLast(({ data }) => kind.test(data))
  if (button) await person.presses(button)
}

/** Some more of whom nothing is known but that they have applied. */
export async function moreApply(world: World, activityId: number): Promise<void> {
  for (const name of ['Fay', 'Gul', 'Hale'])
    await participant(world, activityId, `${name} ${name}${mark}`, { state: 'submitted' })
  // The next one to apply gets the number after theirs.
  await world.house.database.query(
    'update activities set last_number = (select max(number) from applications where activity_id = $1) where id = $1',
    [activityId],
  )
}

/** Somebody without Telegram, a letter, a message to all, an answered form; and one of them blocks the bot. */
export async function goesOn(world: World, who: Who): Promise<void> {
  await entersByHand(who.coordinator)
  await who.travelling.writes('Bavulum gelmedi')
  await who.owner.writes('/broadcast')
  await who.owner.writes('20:30')
  for (const kind of [
    /audience:a1$/,
    /:done$/,
    /^b\.c\.change:.*:answers$/,
    /:answers:/,
    /:missing$/,
    /:missing:/,
    /^b\.c\.submit/,
  ])
    await pressesNewest(who.owner, kind)
  await world.clockShows('2026-11-02T09:10[Europe/Istanbul]')
  await answersForm(who.approved)
  await world.house.ticker.tick()
  await world.settle()
  who.blocked.phone.block()
  await world.settle()
}

/** Hands in a form in which nothing is asked for but a number. */
async function answersForm(person: Person): Promise<void> {
  await person.starts('q_yes')
  await pressesNewest(person, /^q\.s\.pick/)
  await pressesNewest(person, /^q\.s\.submit/)
}

async function entersByHand(zeynep: Person): Promise<void> {
  await zeynep.presses({ messageId: newest(zeynep), data: 'a.handnew:1' })
  await zeynep.writes(`Hasan Hasan${mark}`)
  await zeynep.writes('Talleres Montseny')
  await pressesNewest(zeynep, /^a\.handfirm/)
  await zeynep.writes('+34 93 200 11 22')
  await pressesNewest(zeynep, /^a\.handlang/)
  await pressesNewest(zeynep, /^a\.handyes/)
}
