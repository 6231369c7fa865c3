import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await delegation(world, { capacity: 1 })
  await firm(world)
})
afterEach(() => world.close())

const now = '2026-11-02T09:00:10+03:00[Europe/Istanbul]'

async function opensList(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  // It says how many wait, or how many there are.
  await zeynep.presses(
    zeynep.holds(zeynep.buttons.join().includes('To pass on') ? 'To pass on' : 'Without Telegram: '),
  )
}

async function enters(name: string, phone: string, language = 'Türkçe'): Promise<void> {
  await opensList()
  await zeynep.taps('Enter a person')
  await zeynep.writes(name)
  await zeynep.writes('Çelik Dış')
  await zeynep.taps('Çelik Dış Ticaret')
  await zeynep.writes(phone)
  await zeynep.taps(language)
  zeynep.sees('Çelik Dış Ticaret A.Ş.')
}

test('somebody without Telegram holds a seat, is told by a coordinator, and takes over once they come', async () => {
  await enters('Hasan Usta', '+90 532 700 11 22')
  const confirms = zeynep.holds('✅ Enter')
  await zeynep.presses(confirms)
  zeynep.sees('has been entered and approved')
  // A second tap enters nobody twice; the last seat is gone for the next.
  expect(await zeynep.presses(confirms)).toContain('not open any more')
  expect(await statesIn(world)).toEqual(['approved'])

  await world.clockShows(now)
  zeynep.sees('Hasan Usta, Çelik Dış Ticaret A.Ş., +90 532 700 11 22 –')
  await zeynep.taps('☎️ Hasan Usta')
  zeynep.sees('Başvurunuz onaylandı')
  const tells = zeynep.holds('1 – Told')
  await zeynep.presses(tells)
  zeynep.sees('told by Zeynep')
  expect(await zeynep.presses(tells)).toContain('told before')
  expect(
    await world.house.database.query('select text from hand_messages where told_at is not null', []),
  ).toEqual([{ text: null }])

  // What they say on the telephone, a coordinator says for them; nobody else does.
  await zeynep.taps('Person card')
  const cannot = zeynep.holds('Says they cannot come')
  expect(await world.person('Kemal Er').presses(cannot)).toContain('yetkiniz yok')

  await enters('Ali Usta', '+90 532 700 11 33')
  await zeynep.taps('✅ Enter')
  zeynep.sees('on the waiting list')
  expect(await statesIn(world)).toEqual(['approved', 'waitlisted'])
  await enters('Hasan Usta', '+90 532 700 11 22')
  expect(await zeynep.taps('✅ Enter')).toContain('already: Hasan Usta')

  // By their own link what was entered becomes theirs, and what nobody has passed on is said at last.
  await world.clockShows('2026-11-02T10:00:00+03:00[Europe/Istanbul]')
  await zeynep.taps('☎️ Ali Usta')
  await zeynep.taps('Make them a Telegram link')
  zeynep.sees('Sayın Ali Usta')
  const link = zeynep.texts.join().match(/start=(f_[\w-]+)/)?.[1]
  const ali = world.person('Ali Usta')
  await ali.starts(link)
  await ali.taps('Evet')
  ali.sees('Koordinatörünüz sizin adınıza')
  ali.sees('yedek')
  await ali.writes('/trips')
  await opensList()
  await zeynep.taps('Hasan Usta')
  await zeynep.taps('Person card')
  await zeynep.taps('Says they cannot come')
  await zeynep.taps('Yes')
  expect(await statesIn(world)).toContain('withdrawn')
  const left = await world.house.database.query('select 1 from hand_messages where told_at is null', [])
  expect(left).toEqual([])
  await opensList()
  await zeynep.taps('Hasan Usta')
  zeynep.sees('Nothing waits')
})

test('a broadcast reaches whoever has no Telegram by the same way', async () => {
  await enters('Hasan Usta', '+90 532 700 11 22', 'English')
  await zeynep.taps('✅ Enter')
  await zeynep.writes('/desk')
  zeynep.sees('to be passed on to somebody without Telegram')
  await zeynep.writes('/broadcast')
  await zeynep.writes('The coach leaves at 08:00.')
  await zeynep.taps('Barcelona')
  await zeynep.taps('Done (1')
  await zeynep.taps('Send to 1')
  await world.clockShows('2026-11-02T09:05:00+03:00[Europe/Istanbul]')
  // Whoever reads the database reads nothing of it.
  const kept = await world.house.database.query<{ text: string }>('select text from hand_messages', [])
  expect(kept.map(({ text }) => text.charAt(0))).toEqual(['\u0001', '\u0001'])
  const rows = await world.house.database.query('select state from broadcast_recipients', [])
  expect(rows).toEqual([{ state: 'sent' }])
  await opensList()
  await zeynep.taps('☎️ Hasan Usta')
  zeynep.sees('The coach leaves at 08:00.')
})

test('a row of the list of participants that waits becomes somebody without Telegram', async () => {
  const { participants } = world.house.rooms.activities
  const row = {
    row: 2,
    application: null,
    name: 'Hasan Usta',
    firm: 'Yıldız Döküm',
    phone: '+905327001122',
    email: null,
  }
  const details = {
    role: null,
    side: null,
    bus: '2',
    hotel: null,
    room: null,
    roommate: null,
    interpreter: null,
  }
  const rest = { groups: [], flightOut: null, flightBack: null, groupCells: [], columns: ['bus' as const] }
  await world.house.database.transaction(() => participants.keepWaiting(1, [{ ...row, ...details, ...rest }]))
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('Row without an application')
  await zeynep.taps('Enter by hand: Hasan')
  await zeynep.taps('English')
  zeynep.sees('Yıldız Döküm')
  await zeynep.taps('✅ Enter')
  zeynep.sees('entered and approved')
  expect(await participants.waiting(1)).toEqual([])
  expect((await participants.detailsOf(1))?.bus).toBe('2')
})

test('whoever is invited and has not come is listed, with a text and a link in their language', async () => {
  const { joining, firms } = world.house.rooms.people
  await world.house.database.transaction(async () => {
    await firms.update(1, { contactName: 'Ayşe Yılmaz', contactPhone: '+905327001144' })
    await joining.inviteToFirm(1, null, { invitedTo: ['BCN26'] })
  })
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('Invited, bot not started')
  await zeynep.taps('Ayşe Yılmaz, Çelik')
  zeynep.sees('Sayın Ayşe Yılmaz, “Barselona Raylı Sistemler Heyeti” için davetlisiniz')
  const link = zeynep.texts.join().match(/start=(f_[\w-]+)/)?.[1]
  const ayse = world.person('Ayşe Yılmaz')
  const held = zeynep.holds('Back to the list')
  await ayse.starts(link)
  await zeynep.presses(held)
  zeynep.sees('Everybody who is invited has started')
  expect(await ayse.presses(held)).toBeTruthy()
})

test('somebody without a firm has a link of their own, good once, and becomes who they were entered as', async () => {
  await opensList()
  await zeynep.taps('Enter a person')
  await zeynep.writes('Hasan Usta')
  await zeynep.writes('-')
  await zeynep.writes('+90 532 700 11 22')
  await zeynep.taps('Türkçe')
  await zeynep.taps('✅ Enter')
  // Told, so that no card of what waits comes between.
  await zeynep.taps('People without Telegram')
  await zeynep.taps('Hasan Usta')
  await zeynep.taps('1 – Told')
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('Invited, bot not started')
  await zeynep.taps('Hasan Usta')
  zeynep.sees('The link is good for 90 days and once')
  const link = zeynep.shown('kaydınız bizde').text?.match(/start=(f_[\w-]+)/)?.[1]
  // Looking once more makes another link; the one that was sent before stays good.
  await zeynep.taps('Back to the list')
  await zeynep.taps('Hasan Usta')
  const stranger = world.person('Kemal Er')
  await stranger.starts(link)
  stranger.sees('Hasan Usta')
  await stranger.taps('Hayır')
  const hasan = world.person('Hasan Usta')
  await hasan.starts(link)
  await hasan.taps('Evet')
  hasan.sees('Koordinatörünüz sizin adınıza')
  await hasan.taps('Okudum')
  hasan.sees('Başvurunuzun durumunu /trips ile görebilirsiniz')
  expect(await statesIn(world)).toEqual(['approved'])
  await hasan.writes('/trips')
  hasan.sees('BCN26-0001')
  const late = world.person('Ali Er')
  await late.starts(link)
  late.sees('Bu bağlantı')
  await zeynep.taps('Back to the list')
  zeynep.sees('Everybody who is invited has started')
})

test('a correction and a withdrawal reach whoever has heard it on the telephone, and change what waits', async () => {
  await enters('Hasan Usta', '+90 532 700 11 22', 'English')
  await zeynep.taps('✅ Enter')
  const goesOut = async (text: string) => {
    await zeynep.writes('/broadcast')
    await zeynep.writes(text)
    await zeynep.taps('Barcelona')
    await zeynep.taps('Done (1')
    await zeynep.taps('Send to 1')
  }
  await goesOut('The coach leaves at 08:00.')
  await world.clockShows('2026-11-02T09:05:00+03:00[Europe/Istanbul]')
  zeynep.sees('☎️ Told by phone: 0 of 1')
  const corrects = async (to: string) => {
    await zeynep.presses(zeynep.holds('Correct'))
    await zeynep.taps('✎ English')
    await zeynep.writes(to)
    await zeynep.taps('✅ Correct')
    await world.clockShows(
      world.clock.now().add({ minutes: 1 }).toZonedDateTimeISO('Europe/Istanbul').toString(),
    )
  }
  const passes = async () => {
    await opensList()
    await zeynep.taps('Hasan Usta')
  }
  await corrects('The coach leaves at 08:30.')
  await passes()
  expect(zeynep.last).toContain('The coach leaves at 08:30.')
  expect(zeynep.last).not.toContain('08:00.')
  while (!zeynep.last.includes('Nothing waits')) await zeynep.taps('1 – Told')
  await zeynep.presses(zeynep.holds('🔄 Refresh'))
  zeynep.sees('☎️ Told by phone: 1 of 1')

  // Told: the new words are a line of their own, and so is that they do not hold any more.
  await corrects('The coach leaves at 09:00.')
  await passes()
  expect(zeynep.last).toContain('The coach leaves at 09:00.')
  await zeynep.taps('🗑 Withdraw')
  await zeynep.taps('🗑 Yes, withdraw')
  await world.clockShows('2026-11-02T10:00:00+03:00[Europe/Istanbul]')
  await passes()
  expect(zeynep.last).toContain('A message we passed on to you has been withdrawn')
  expect(zeynep.last).not.toContain('Corrected')
})
