import { afterEach, beforeEach, expect, test } from 'vitest'
import { armed, type Armed } from '../../support/armed.ts'
import { delegation } from '../../support/delegation.ts'
import type { Person } from '../../support/person.ts'
import { publishBarcelona, traveller } from '../../support/programme.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let barcelona: number
let authorId: number
let marta: Person
let ayse: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-09T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world)).id
  authorId = await world.house.rooms.people.persons.create({ givenNames: 'Zeynep', surname: 'Kaya' })
  marta = await traveller(world, barcelona, 'Marta Puig', { language: 'es' })
  ayse = await traveller(world, barcelona, 'Ayşe Yılmaz', { language: 'tr' })
})
afterEach(() => world.close())

const texts = { tr: 'Otobüs <b>08:30</b> hareket ediyor.', es: 'El autocar sale a las <b>08:30</b>.' }
const sending = () => world.house.rooms.broadcasts.sending

/** Arms a broadcast and lets it go out. */
async function sends(given: Partial<Armed> = {}): Promise<number> {
  const id = await armed(
    { ...world.house, clock: world.clock },
    { authorId, activityId: barcelona, texts, ...given },
  )
  await world.house.ticker.tick()
  await world.settle()
  return id
}
const statesOf = async (id: number) => (await sending().numbers(id)).states
const stateOf = async (id: number) =>
  (await world.house.database.query<{ state: string }>('select state from broadcasts where id = $1', [id]))[0]
    ?.state
const recipients = (id: number) =>
  world.house.database.query<Record<string, unknown>>(
    'select * from broadcast_recipients where broadcast_id = $1 order by id',
    [id],
  )

test('everybody gets it in their language, with who has sent it and why, and the broadcast ends', async () => {
  const id = await sends()
  expect(marta.texts.at(-1)).toBe(
    'El autocar sale a las 08:30.\n\nSe lo envía Zeynep Kaya porque usted participa en «Misión ferroviaria a Barcelona».',
  )
  expect(ayse.texts.at(-1)).toContain('Gönderen: Zeynep Kaya.')
  expect(await statesOf(id)).toEqual({ sent: 2 })
  expect(await stateOf(id)).toBe('finished')
  const [first] = await recipients(id)
  expect(first).toMatchObject({ message_id: marta.shown('El autocar').id, language: 'es', media_ids: '{}' })
})

test('whoever cannot be reached or has no words in their language stands there so, from the beginning', async () => {
  ayse.phone.block()
  await world.settle()
  await world.house.rooms.people.persons.create({ givenNames: 'Jordi', surname: 'Pons' }).then((personId) =>
    world.house.database.query(
      `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
         values ($1, $2, 'approved', 77, now(), now(), now())`,
      [barcelona, personId],
    ),
  )
  const odile = await traveller(world, barcelona, 'Odile Martin', { language: 'fr' })
  const id = await sends()
  expect(await statesOf(id)).toEqual({ sent: 1, blocked: 1, never_started: 1, failed: 1 })
  expect((await recipients(id)).find(({ state }) => state === 'failed')).toMatchObject({
    because: 'language',
  })
  expect(odile.texts.join()).not.toContain('08:30')

  ayse.phone.unblock()
  await world.settle()
  expect(await sending().resend(id, ['failed', 'blocked', 'never_started'])).toBe(2)
  await world.settle()
  expect(await statesOf(id)).toEqual({ sent: 2, never_started: 1, failed: 1 })
  expect(ayse.texts.at(-1)).toContain('08:30')
  expect(marta.texts.filter((text) => text.includes('08:30'))).toHaveLength(1)
})

test('at night it waits until eight where each of them is; what is urgent does not', async () => {
  await publishBarcelona(world, barcelona)
  // By then they are in Barcelona, two hours behind.
  await world.clockShows('2026-12-11T23:30:00+01:00[Europe/Madrid]')
  const quiet = await sends()
  expect(await statesOf(quiet)).toEqual({ quiet: 2 })
  const urgent = await sends({ priority: 'urgent' })
  expect(await statesOf(urgent)).toEqual({ sent: 2 })
  await world.clockShows('2026-12-12T07:55:00+01:00[Europe/Madrid]')
  expect(await statesOf(quiet)).toEqual({ quiet: 2 })
  await world.clockShows('2026-12-12T08:01:00+01:00[Europe/Madrid]')
  expect(await statesOf(quiet)).toEqual({ sent: 2 })
  expect(await stateOf(quiet)).toBe('finished')
})

test('what is of use only until a moment reaches nobody after it, and its author hears so', async () => {
  const [author] = await world.house.database.query<{ id: number }>(
    'select person_id::int as id from accounts where user_id = $1',
    [ayse.id],
  )
  await world.clockShows('2026-12-09T22:00:00+03:00[Europe/Istanbul]')
  const night = await sends({ usefulUntil: '2026-12-10T07:00:00+03:00[Europe/Istanbul]' })
  expect(await statesOf(night)).toEqual({ quiet: 2 })
  const missed = await sends({
    ...{ authorId: author?.id ?? 0, usefulUntil: '2026-12-09T21:00:00+03:00[Europe/Istanbul]' },
  })
  expect(await stateOf(missed)).toBe('expired')
  ayse.sees('geçerlilik süresi doldu')
  await world.clockShows('2026-12-10T12:00:00+03:00[Europe/Istanbul]')
  expect(await statesOf(night)).toEqual({ late: 2 })
  expect(await stateOf(night)).toBe('finished')
})

test('on two phones of one person it stands twice and counts once', async () => {
  const other = world.person('Marta Puig', 'tr')
  await other.starts()
  const [known] = await world.house.database.query<{ id: number }>(
    'select person_id::int as id from accounts where user_id = $1',
    [marta.id],
  )
  await world.house.door.accounts.linkPerson(other.id, known?.id ?? 0)
  const id = await sends()
  expect(await statesOf(id)).toEqual({ sent: 2 })
  expect(marta.texts.at(-1)).toContain('El autocar')
  expect(other.texts.at(-1)).toContain('Otobüs')
})

test('media that carry no words go before them, and all their messages are known', async () => {
  const place = {
    kind: 'venue',
    latitude: 41.4,
    longitude: 2.15,
    title: 'Cambra',
    address: 'Diagonal 452',
  } as const
  const contact = { kind: 'contact', phone: '+34600111222', firstName: 'Montserrat' } as const
  const id = await sends({
    media: [place, contact],
    answers: [{ labels: { es: 'Voy', tr: 'Geliyorum' }, callsForHelp: false }],
  })
  const [first] = await recipients(id)
  expect(first?.['media_ids']).toMatch(/^\{\d+,\d+\}$/)
  expect(marta.find('Voy').message.text).toContain('El autocar')
  expect(await statesOf(id)).toEqual({ sent: 2 })
})

test('bad formatting goes out once more as plain text; what does not fit, or Telegram refuses for good, says why', async () => {
  const id = await sends({ texts: { tr: 'Merhaba', es: 'Hola <b>a todos' } })
  expect(marta.texts.at(-1)).toContain('Hola a todos')
  expect(await statesOf(id)).toEqual({ sent: 2 })
  const long = await sends({ texts: { tr: 'Merhaba', es: 'x'.repeat(4200) } })
  expect(await statesOf(long)).toEqual({ sent: 1, failed: 1 })
  expect((await recipients(long))[0]).toMatchObject({ because: 'long:4200' })
  const description = 'Bad Request: BUTTON_DATA_INVALID'
  world.telegram.faults.failNext('sendMessage', { kind: 'error', code: 400, description })
  const refused = await sends({ texts: { tr: 'Günaydın', es: 'Buenos días' } })
  expect(await statesOf(refused)).toEqual({ sent: 1, failed: 1 })
  expect((await recipients(refused)).map(({ because }) => because)).toContain(description)
})

test('one that comes late gets it too, once; what was taken back never leaves', async () => {
  const id = await sends()
  const odile = await traveller(world, barcelona, 'Odile Martin', { language: 'es' })
  const [known] = await world.house.database.query<{ id: number }>(
    'select person_id::int as id from accounts where user_id = $1',
    [odile.id],
  )
  expect(await sending().deliverTo(id, [known?.id ?? 0])).toBe(1)
  expect(await sending().deliverTo(id, [known?.id ?? 0])).toBe(0)
  await world.settle()
  expect(odile.texts.filter((text) => text.includes('08:30'))).toHaveLength(1)
  expect(await sending().numbers(id)).toMatchObject({ people: 3, states: { sent: 3 } })

  const startsAt = world.clock.now().add({ seconds: 20 })
  const undone = await armed(
    { ...world.house, clock: world.clock },
    { authorId, activityId: barcelona, texts, startsAt },
  )
  await sending().undo(undone)
  await world.clockShows('2026-12-09T12:30:00+03:00[Europe/Istanbul]')
  expect(await stateOf(undone)).toBe('undone')
  expect(marta.texts.filter((text) => text.includes('08:30'))).toHaveLength(1)
  await expect(sending().undo(id)).rejects.toMatchObject({ code: 'sending:errors.hasLeft' })
})

test('429, a failing server and a lost connection have their own ways; nobody gets it twice', async () => {
  const people = [marta, ayse]
  for (const [nth, language] of (['es', 'tr'] as const).entries())
    people.push(await traveller(world, barcelona, `Yolcu Bir${nth}`, { language }))
  const { faults } = world.telegram
  faults.failNext('sendMessage', { kind: 'too-many', retryAfterSeconds: 1 })
  faults.failNext('sendMessage', { kind: 'server-error' })
  faults.failNext('sendMessage', { kind: 'drop', isPerformed: true })
  const id = await sends()
  expect(await statesOf(id)).toEqual({ sent: 3, in_doubt: 1 })
  for (const one of people) expect(one.texts.filter((text) => text.includes('08:30'))).toHaveLength(1)
})

test('whoever has deleted their account is learnt of while it is sent, and stands there as blocked', async () => {
  marta.phone.deleteAccount()
  const id = await sends()
  expect(await statesOf(id)).toEqual({ blocked: 1, sent: 1 })
  expect(await stateOf(id)).toBe('finished')
})

test('stopped, it reaches nobody else, and those who wait stand there so; it can go on', async () => {
  await world.clockShows('2026-12-09T22:30:00+03:00[Europe/Istanbul]')
  const id = await sends()
  expect(await statesOf(id)).toEqual({ quiet: 2 })
  await sending().stop(id)
  await world.clockShows('2026-12-10T09:00:00+03:00[Europe/Istanbul]')
  expect(await statesOf(id)).toEqual({ stopped: 2 })
  await expect(sending().stop(id)).rejects.toMatchObject({ code: 'sending:errors.isOver' })
  expect(await sending().resend(id, ['stopped'])).toBe(2)
  await world.settle()
  expect(await statesOf(id)).toEqual({ sent: 2 })
})
