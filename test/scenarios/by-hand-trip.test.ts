import { afterEach, beforeEach, expect, test } from 'vitest'
import { languages } from '../../src/shared/localized-text.ts'
import { chatWords, travellerByHand, waitingFor } from '../support/by-hand.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-02T12:00:00+03:00[Europe/Istanbul]' })
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  barcelona = (await delegation(world, { details: { dutyPhone: '+902222360360' } })).id
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()
const handCards = ({ texts }: Person) => texts.filter((text) => text.startsWith('📵'))

async function opensHasan(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('To pass on')
  await zeynep.taps('Hasan Usta')
}

test('what a trip has to say is true on the telephone, in four languages', async () => {
  const people = []
  for (const language of languages)
    people.push({ language, ...(await travellerByHand(world, barcelona, `Hasan ${language}`, { language })) })
  await publishBarcelona(world, barcelona)
  const seen = new Map<number, Set<string>>(people.map(({ personId }) => [personId, new Set()]))
  // A week ahead, the evening before, and every hour of the day of travel.
  const moments = ['03T12:00', '04T12:00', '08T18:00', '09T18:30', '09T20:30']
  const hours = Array.from({ length: 24 }, (_, hour) => instant('09T23:00').add({ hours: hour }))
  for (const moment of [...moments.map(instant), ...hours]) {
    await world.clockShows(moment.toZonedDateTimeISO('Europe/Madrid').toString())
    for (const { personId } of people)
      for (const text of await waitingFor(world, personId)) seen.get(personId)?.add(text)
  }
  for (const { personId, language } of people) {
    const texts = [...(seen.get(personId) ?? [])]
    expect(texts.length).toBeGreaterThan(8)
    for (const text of texts) expect.soft(text).not.toMatch(chatWords[language])
  }
})

test('reminders gather on one card, in place; what leaves rings; what is over is not passed on any more', async () => {
  const { personId } = await travellerByHand(world, barcelona, 'Hasan Usta')
  await publishBarcelona(world, barcelona)
  // The programme itself; told, so that nothing waits.
  await world.clockShows('2026-12-02T12:01:00+03:00[Europe/Istanbul]')
  await opensHasan()
  zeynep.sees('☎️ +90 222 236 03 60')
  await zeynep.taps('1 – Told')
  await madrid('11T08:00')
  const before = handCards(zeynep).length
  await madrid('11T08:16')
  expect(await waitingFor(world, personId)).toHaveLength(1)
  expect(handCards(zeynep).length).toBe(before + 1)
  expect(zeynep.last).toContain('Hasan Usta, +90 532 700 11 22 –')
  // The walk has begun: nobody is told any more that it does in half an hour.
  await madrid('11T08:46')
  expect(await waitingFor(world, personId)).toEqual([])
  expect(handCards(zeynep).length).toBe(before + 1)
  await zeynep.writes('/desk')
  expect(zeynep.last).not.toContain('to be passed on')
  await zeynep.taps('Bar')
  await zeynep.taps('Without Telegram')
  await zeynep.taps('Hasan Usta')
  zeynep.sees('not passed on in time')
})

test('how they stand is passed on as it is now; whether they come is asked no more once it has begun', async () => {
  const { personId, applicationId } = await travellerByHand(world, barcelona, 'Hasan Usta')
  const { store } = world.house.rooms.activities
  const { details } = (await store.read(barcelona)) ?? { details: {} }
  await store.update(barcelona, { details: { ...details, confirmBy: '2026-12-05' } })
  await zeynep.writes('/desk')
  await zeynep.taps('Bar')
  await zeynep.taps('Postpone, move online')
  await zeynep.taps('📅 Postpone')
  await zeynep.writes('2026-12-20')
  await zeynep.taps('Yes, postpone and ask')
  expect((await waitingFor(world, personId)).join()).toContain('is postponed')
  await zeynep.presses({ messageId: 1, data: `a.keep:${applicationId}` })
  const waiting = await waitingFor(world, personId)
  expect(waiting.join()).not.toContain('is postponed')
  expect(waiting.join()).toContain('Your seat is kept')
  await world.clockShows('2026-12-15T18:00[Europe/Madrid]')
  expect((await waitingFor(world, personId)).join()).toContain('Are you coming?')
  await world.clockShows('2026-12-20T09:00[Europe/Madrid]')
  expect((await waitingFor(world, personId)).join()).not.toContain('Are you coming?')
})

test('also when it is over a link can be made for whoever has not started the bot', async () => {
  await travellerByHand(world, barcelona, 'Hasan Usta')
  await publishBarcelona(world, barcelona)
  await world.house.database.query(`update applications set state = 'completed'`, [])
  await zeynep.writes('/desk')
  await zeynep.taps('To pass on')
  await zeynep.taps('Hasan Usta')
  await zeynep.taps('Make them a Telegram link')
  zeynep.sees('start=')
})

test('whoever has no Telegram stands in the roll-call and is ticked; nobody asks them for a tap', async () => {
  const { personId } = await travellerByHand(world, barcelona, 'Hasan Usta')
  await publishBarcelona(world, barcelona)
  await madrid('11T08:20')
  const before = await waitingFor(world, personId)
  await madrid('11T08:31')
  expect(zeynep.shown('🙋 Roll-call: ').text).toContain('Hasan Usta · +90 532 700 11 22')
  expect(await waitingFor(world, personId)).toEqual(before)
  expect(await zeynep.taps('🔔 Ask the missing again')).toContain('do not use Telegram')
  await zeynep.taps('Without a bus')
  await zeynep.taps('Hasan')
  expect(zeynep.shown('🙋 Roll-call: ').text).toContain('1 of 1 is there')
  const rows = await world.house.database.query('select way from attendances', [])
  expect(rows).toEqual([{ way: 'list' }])
})

test('a change told on the telephone is told, not seen', async () => {
  await travellerByHand(world, barcelona, 'Hasan Usta')
  const marta = await traveller(world, barcelona, 'Marta Puig', { groups: ['A'] })
  await publishBarcelona(world, barcelona)
  await madrid('10T14:00')
  await changeItem(world, barcelona, 'consulate', { startsAt: instant('10T15:45') })
  await madrid('10T14:05')
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('📣 Changes')
  zeynep.sees('1 person was told.')
  zeynep.sees('👁 Seen: 0 of 1')
  zeynep.sees('☎️ Told by phone: 0 of 1')
  zeynep.sees('☎️ To be told by phone:')
  expect(zeynep.last).toContain('• Hasan Usta · +90 532 700 11 22')
  await marta.taps('Seen')
  await opensHasan()
  zeynep.sees('Please let us know that you have received this.')
  while (!zeynep.last.includes('Nothing waits')) await zeynep.taps('1 – Told')
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('📣 Changes')
  zeynep.sees('👁 Seen: 1 of 1')
  zeynep.sees('☎️ Told by phone: 1 of 1')
  const { keyboard } = zeynep.shown('☎️ Told by phone: 1 of 1')
  expect(JSON.stringify(keyboard)).not.toContain('Ask')
})

test('who is reminded of the same again hears it once', async () => {
  const { personId } = await travellerByHand(world, barcelona, 'Hasan Usta')
  const { people } = world.house.rooms
  const reminds = (text: string) =>
    world.house.database.transaction(() => people.tell(personId, () => ({ text }), { reminds: 'forms' }))
  await reminds('Two questionnaires')
  await reminds('One questionnaire')
  await world.settle()
  expect(await waitingFor(world, personId)).toEqual(['One questionnaire'])
})
