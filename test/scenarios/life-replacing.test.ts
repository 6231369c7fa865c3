import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicantIn, applicants, opensCard, statesIn } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const nameChange = { details: { nameChangeUntil: '2026-11-25' }, capacity: 1 }

const words = {
  tr: { swap: 'Yerime arkadaşım', go: 'Devam: adını', yes: 'Evet, yeri geçsin', left: 'yeriniz firmanızdan' },
  en: { swap: 'A colleague comes', go: 'Go on: write', yes: 'Yes, pass', left: 'has taken your place' },
  es: { swap: 'Viene un colega', go: 'Seguir: escribir', yes: 'Sí, ceder', left: 'ocupa ahora su plaza' },
  fr: { swap: 'Un collègue vient', go: 'Continuer', yes: 'Oui, céder', left: 'a pris votre place' },
}

test.each(['tr', 'en', 'es', 'fr'] as const)(
  'a colleague of the firm comes instead, the seat stays: %s',
  async (language) => {
    const ayse = await applicantIn(world, nameChange, 'Ayşe Yılmaz', language)
    await zeynep.taps('Approve')
    await world.house.database.query(
      `insert into participant_details (application_id, bus, room, flight_out, updated_at) values (1, '2', '114', 'VY 1', now())`,
      [],
    )
    await world.house.database.query(
      `with state as (insert into document_states (application_id, code, state, reason, changed_at)
         values (1, 'passport', 'sent_back', 'Blurred', now()))
       insert into document_files (application_id, code, file_id, kind, name, received_at)
       values (1, 'passport', 'F1', 'photo', 'ayse.jpg', now())`,
      [],
    )
    await ayse.starts('t_BCN26')
    await ayse.taps(words[language].swap)
    await ayse.taps(words[language].go)
    await ayse.writes('what about my visa')
    expect(await statesIn(world)).toEqual(['approved'])
    await ayse.writes('Elif Demir')
    expect(await statesIn(world)).toEqual(['approved'])
    const yes = ayse.holds(words[language].yes)
    await world.deploys()
    await ayse.presses(yes)
    ayse.sees(words[language].left)
    expect(await statesIn(world)).toEqual(['replaced', 'approved'])
    zeynep.sees('instead of Ayşe Yılmaz, now Elif Demir')
    const details = await world.house.database.sql`
    select application_id::int, bus, room, flight_out from participant_details`
    expect(details).toEqual([{ application_id: 2, bus: '2', room: null, flight_out: null }])
    for (const table of ['document_files', 'document_states'])
      expect(await world.house.database.query(`select 1 from ${table}`, [])).toEqual([])
    const link = ayse.texts.join().match(/start=(f_[\w-]+)/)?.[1]
    const elif = world.person('Elif Demir')
    await elif.starts(link)
    await elif.taps('Evet')
    await elif.taps('Okudum')
    elif.sees('Başvurunuz onaylandı')
    expect(await statesIn(world)).toEqual(['replaced', 'approved'])
  },
)

test('after the last day it is not offered and not done; whoever is not concerned may not', async () => {
  const [ayse, kemal] = await applicants(world, nameChange, 'Ayşe Yılmaz', 'Kemal Er')
  await opensCard(zeynep, 'New', '0001')
  await zeynep.taps('Approve')
  await ayse.starts('t_BCN26')
  const swap = ayse.holds('Yerime arkadaşım')
  expect(await kemal.presses(swap)).toContain('yetkiniz yok')
  await world.clockShows('2026-11-26T09:00[Europe/Istanbul]')
  expect(await ayse.presses(swap)).toContain('son gün geçti')
  await ayse.starts('t_BCN26')
  const { message } = ayse.find('Başvuruyu geri çek')
  expect(JSON.stringify(message.keyboard)).not.toContain('Yerime arkadaşım')
  expect(await statesIn(world)).toEqual(['approved', 'submitted'])
})

test('a coordinator does it too, and the leaver hears', async () => {
  const [ayse] = await applicants(world, nameChange, 'Ayşe Yılmaz')
  await zeynep.taps('Approve')
  await zeynep.taps('Replace by a colleague')
  await zeynep.taps('Go on: write')
  await zeynep.writes('Elif')
  expect(zeynep.last).not.toContain('The seat is now theirs')
  await zeynep.taps('Replace by a colleague').catch(() => undefined)
  ayse.doesNotSee('yeriniz firmanızdan')
  expect(await statesIn(world)).toEqual(['approved'])
  await zeynep.writes('Elif Demir')
  expect(zeynep.last).toContain('Shall Elif Demir come instead of Ayşe Yılmaz?')
  const yes = zeynep.holds('Yes, pass the seat on')
  await zeynep.presses(yes)
  ayse.sees('yeriniz firmanızdan bir çalışma arkadaşınıza geçti')
  await zeynep.presses(yes)
  expect(await statesIn(world)).toEqual(['replaced', 'approved'])
})
