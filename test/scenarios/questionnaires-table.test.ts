import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { filesOf, lastTable } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const settings = { form_id: 'fairs', form_title: 'Fairs', default_language: 'Türkçe (tr)' }

const fairs: SmallForm = {
  survey: [
    asks('text', 'motto', 'Sloganınız?', 'Your motto?'),
    asks('integer', 'employees', 'Çalışan sayısı?', 'Employees?'),
    asks('select_multiple markets', 'markets', 'Hangi pazarlar?', 'Which markets?'),
    asks('begin repeat', 'people', 'Kişiler', 'People'),
    asks('text', 'who', 'Kim?', 'Who?'),
    asks('end repeat', '', '', ''),
    asks('calculate', 'score_total', '', '', { calculation: '${employees} * 2' }),
  ],
  choices: [
    choice('markets', 'es', 'İspanya', 'Spain'),
    choice('markets', 'fr', 'Fransa', 'France'),
    choice('markets', 'de', 'Almanya', 'Germany'),
  ],
  settings,
}

/** Opens the results of the one form from the desk. */
async function opensResults(person: Person): Promise<void> {
  await person.writes('/desk')
  await person.taps('Questionnaires')
  await person.taps('Fairs')
  await person.taps('Results')
}

/** Answers the form from its link, in Turkish. */
async function answersAll(name: string, motto: string): Promise<void> {
  const somebody = world.person(name)
  await somebody.starts('q_fairs')
  await somebody.writes(motto)
  await somebody.writes('120')
  await somebody.taps('İspanya')
  await somebody.taps('Almanya')
  await somebody.taps('Tamam')
  await somebody.writes('Ali')
  await somebody.taps('Evet, ekle')
  await somebody.writes('Veli')
  await somebody.taps('Hayır, hepsi bu')
  await somebody.taps('Gönder')
}

test('the table has what was said: numbers to calculate with, words that nothing runs, repeats on their own sheet', async () => {
  await publishes(world, fairs)
  await answersAll('Ayşe Yılmaz', '=HYPERLINK("http://evil.example","click")')
  await opensResults(zeynep)
  await zeynep.taps('Table')
  expect(zeynep.last).toContain('In which language')
  await zeynep.taps('Türkçe')
  zeynep.sees('The table with 1 response is below.')
  expect(filesOf(zeynep).map(({ name }) => name)).toEqual(['fairs-2026-11-02.xlsx'])
  zeynep.sees('please keep it only as long as you need it')
  const [row] = await lastTable(world, zeynep, 'answers')
  expect(row).toMatchObject({
    _index: '1',
    _reference: 'fairs-0001',
    _submitted_at: expect.stringContaining('2026-11-02 09:00') as string,
    _person: 'Ayşe Yılmaz',
    motto: '=HYPERLINK("http://evil.example","click")',
    employees: '120',
    markets: 'es de',
    'markets/es': '1',
    'markets/fr': '0',
    'markets/de': '1',
    score_total: '240',
  })
  const [labelled] = await lastTable(world, zeynep, 'labels')
  expect(labelled).toMatchObject({ Kişi: 'Ayşe Yılmaz', 'Hangi pazarlar?': 'İspanya; Almanya' })
  expect(await lastTable(world, zeynep, 'people')).toEqual([
    { _index: '1', _parent_index: '1', _instance: '1', _reference: 'fairs-0001', who: 'Ali' },
    { _index: '2', _parent_index: '1', _instance: '2', _reference: 'fairs-0001', who: 'Veli' },
  ])
  expect(await lastTable(world, zeynep, 'codebook')).toContainEqual({
    ...{ code: 'markets', choice: 'es' },
    ...{ 'label::Türkçe (tr)': 'İspanya', 'label::English (en)': 'Spain' },
  })
})
