import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CellValue } from '../../src/shared/spreadsheet.ts'
import { sheetOf } from '../features/activities/workbook/books.ts'
import { reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await delegation(world, { details: { applicationForm: 'stand' } })
  await firm(world)
  await publishes(world, form('stand', 'Stand', ['Kaç metrekare?', 'Neyi göstereceksiniz?']))
  await publishes(world, form('plans', 'Planlar', ['Planınız?', 'Hangi ülke?']))
  ayse = world.person('Ayşe Yılmaz')
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

/** Its questions are called alike in both, so that their buttons are too. */
const form = (form_id: string, form_title: string, questions: readonly string[]): SmallForm => ({
  survey: questions.map((label, at) => asks('text', `q${at}`, label, label, { required: 'yes' })),
  settings: { form_id, form_title, heyet_purpose: 'application' },
})

/** The coordinator sends her workbook once more, with another application form, or without any. */
async function names(applicationForm?: string): Promise<void> {
  const lines: CellValue[][] = [
    ...[
      ['key', 'value'],
      ['code', 'BCN26'],
      ['kind', 'trade_delegation'],
    ],
    ...[
      ['title', 'Barselona Raylı Sistemler Heyeti'],
      ['country', 'ES'],
      ['city', 'Barselona'],
    ],
    ...[
      ['time_zone', 'Europe/Madrid'],
      ['starts_on', '2026-12-10'],
      ['ends_on', '2026-12-13'],
    ],
    ...(applicationForm === undefined ? [] : [['application_form', applicationForm]]),
  ]
  await sendsBook(zeynep, 'bcn26.xlsx', { sheets: [sheetOf('activity', lines)] })
  await zeynep.taps('Yayımla')
}

const news = 'artık “Stand” yerine “Planlar” soruları soruluyor'

test('another form in its place is said once, with what comes now; words meant for the former are no answer to it', async () => {
  await reaches(ayse)
  await ayse.writes('12')
  expect(ayse.last).toContain('Neyi göstereceksiniz?')
  await names('plans')
  await ayse.writes('Boji')
  ayse.sees(news)
  ayse.sees('yanıtlar saklandı')
  expect(ayse.last).toContain('Planınız?')
  await ayse.writes('İhracat')
  expect(ayse.last).toContain('Hangi ülke?')
  await ayse.writes('İspanya')
  expect(ayse.last).toContain('Planınız? İhracat')
  expect(ayse.texts.filter((text) => text.includes(news))).toHaveLength(1)
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
  zeynep.sees('Hangi ülke? İspanya')
  expect(await answered()).toEqual([
    'plans submitted İhracat',
    'plans submitted İspanya',
    'stand withdrawn 12',
  ])
  expect(world.complaints).toEqual([])
})

test('old buttons lead to it as well, and so does the way back to a draft that was paused', async () => {
  await reaches(ayse)
  const held = ayse.holds('Geri')
  await names('plans')
  await ayse.presses(held)
  ayse.sees(news)
  expect(ayse.last).toContain('Planınız?')
  await ayse.writes('İhracat')
  await ayse.writes('/cancel')
  await names('stand')
  await ayse.writes('/trips')
  await ayse.taps('Başvuruya devam et')
  ayse.sees('artık “Planlar” yerine “Stand” soruları soruluyor')
  expect(ayse.last).toContain('Kaç metrekare?')
  await ayse.writes('12')
  await ayse.writes('Boji')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
  expect(await answered()).toEqual(['plans withdrawn İhracat', 'stand submitted 12', 'stand submitted Boji'])
})

test('where none is named any more what was answered goes with the application, and everybody still sees it', async () => {
  await reaches(ayse)
  await ayse.writes('12')
  await names()
  await ayse.writes('Boji')
  expect(ayse.last).toContain('“Stand” soruları bu arada kapatıldı')
  expect(ayse.last).toContain('Kaç metrekare? 12')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
  zeynep.sees('Kaç metrekare? 12')
  await ayse.taps('Başvurumu gör')
  expect(ayse.last).toContain('Kaç metrekare? 12')
  expect(await answered()).toEqual(['stand withdrawn 12'])
})

test('it is complete: at the summary the questions of the other follow before it is handed in', async () => {
  await reaches(ayse)
  await ayse.writes('12')
  await ayse.writes('Boji')
  await names('plans')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees(news)
  expect(ayse.last).toContain('Planınız?')
  await ayse.writes('İhracat')
  await ayse.writes('İspanya')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
  // All of it had been answered by then, so that it counts as well.
  expect(await answered()).toEqual([
    ...['plans submitted İhracat', 'plans submitted İspanya'],
    ...['stand submitted 12', 'stand submitted Boji'],
  ])
})

async function answered(): Promise<string[]> {
  const rows = await world.house.database.query<{ line: string }>(
    `select concat_ws(' ', q.form_id, r.state, a.value) as line from answers a
     join responses r on r.id = a.response_id join questionnaires q on q.id = r.questionnaire_id order by line`,
    [],
  )
  return rows.map(({ line }) => line)
}
