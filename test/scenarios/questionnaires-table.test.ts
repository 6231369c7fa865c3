import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportsNoted } from '../support/exports-noted.ts'
import { delegation } from '../support/delegation.ts'
import { answersHeldBack } from '../support/held-back.ts'
import { asks, choice, publishes, sends, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { filesOf, lastTable } from '../support/spreadsheets.ts'
import { until } from '../support/until.ts'
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

async function turns(button: string, confirmed: string): Promise<void> {
  await zeynep.taps(button)
  await zeynep.taps(confirmed)
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
  expect(await exportsNoted(world)).toEqual([expect.stringMatching(/^results: /)])
  const [row] = await lastTable(world, zeynep, 'answers')
  expect(row).toMatchObject({
    _index: '1',
    _reference: 'fairs-0001',
    _submitted_at: expect.stringContaining('2026-11-02 09:00') as string,
    _person: 'Ayşe Yılmaz',
    _language: 'tr',
    motto: '=HYPERLINK("http://evil.example","click")',
    employees: '120',
    markets: 'es de',
    'markets/es': '1',
    'markets/fr': '0',
    'markets/de': '1',
    score_total: '240',
  })
  const [labelled] = await lastTable(world, zeynep, 'labels')
  expect(labelled).toMatchObject({
    Kişi: 'Ayşe Yılmaz',
    'Yanıtlayanın dili': 'Türkçe',
    'Hangi pazarlar?': 'İspanya; Almanya',
  })
  expect(await lastTable(world, zeynep, 'people')).toEqual([
    { _index: '1', _parent_index: '1', _instance: '1', _reference: 'fairs-0001', who: 'Ali' },
    { _index: '2', _parent_index: '1', _instance: '2', _reference: 'fairs-0001', who: 'Veli' },
  ])
  const book = await lastTable(world, zeynep, 'codebook')
  const says = (tr: string, en: string) => ({ 'label::Türkçe (tr)': tr, 'label::English (en)': en })
  for (const line of [
    { code: 'markets', choice: 'es', ...says('İspanya', 'Spain') },
    {
      ...{ code: '_language', type: 'select_one' },
      ...says('Yanıtlayanın dili', 'Language of the respondent'),
    },
    { code: '_language', choice: 'es', ...says('İspanyolca', 'Spanish') },
    { code: '_source', choice: 'self', ...says('kendisi', 'themselves') },
    { code: '_instance', type: 'integer', ...says('Yanıttaki sıra', 'No. in the response') },
  ])
    expect(book).toContainEqual(line)
})

/** Somebody answers a form of one text question by its link. */
async function says(name: string, words: string): Promise<void> {
  const somebody = world.person(name)
  await somebody.starts('q_fairs')
  await somebody.writes(words)
  await somebody.taps('Gönder')
}

const oneText = (name: string, more: Record<string, string> = {}): SmallForm => ({
  survey: [asks('text', name, 'Ne dersiniz?', 'What do you say?')],
  settings: { ...settings, ...more },
})

const oneLanguage = (more: Record<string, string> = {}): SmallForm => ({
  survey: [{ type: 'text', name: 'opinion', label: 'Ne dersiniz?' }],
  settings: { form_id: 'fairs', form_title: 'Fairs', ...more },
})

test('versions stand in one table: a column for each question there has been', async () => {
  await publishes(world, oneText('first'))
  await says('Ayşe Yılmaz', 'bir')
  await publishes(world, oneText('second', { version: '2' }))
  await says('Berk Can', 'iki')
  await opensResults(zeynep)
  await zeynep.taps('Table')
  await zeynep.taps('English')
  const rows = await lastTable(world, zeynep, 'answers')
  expect(rows.map(({ _version, first, second }) => [_version, first, second])).toEqual([
    ['1', 'bir', undefined],
    ['2', undefined, 'iki'],
  ])
  const book = await lastTable(world, zeynep, 'codebook')
  expect(book.filter(({ versions }) => versions).map(({ code, versions }) => [code, versions])).toEqual([
    ['second', '2'],
    ['first', '1'],
  ])
})

test('drafts, trial runs and answers that were changed since are not in it', async () => {
  await publishes(world, oneLanguage())
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  await ayse.writes('önce')
  await ayse.taps('Gönder')
  await ayse.starts('q_fairs')
  await ayse.taps('Yanıtlara bak')
  await ayse.taps('1')
  await ayse.writes('sonra')
  await ayse.taps('Değişiklikleri gönder')
  const berk = world.person('Berk Can')
  await berk.starts('q_fairs')
  await berk.writes('yarım')
  await opensResults(zeynep)
  await zeynep.taps('Table')
  expect((await lastTable(world, zeynep, 'answers')).map(({ opinion }) => opinion)).toEqual(['sonra'])
})

test('an anonymous one names nobody, and nothing tells in which order it was said', async () => {
  await publishes(world, oneLanguage({ heyet_anonymous: 'yes' }))
  for (const name of ['Ayşe Bir', 'Berk İki', 'Can Üç', 'Deniz Dört', 'Ece Beş'])
    await says(name, `söz ${name}`)
  await opensResults(zeynep)
  await zeynep.taps('‹ Questionnaire')
  await zeynep.taps('Close it')
  await zeynep.taps('Yes, close it')
  await zeynep.taps('Results')
  await zeynep.taps('Table')
  zeynep.sees('The table with 5 responses is below.')
  const rows = await lastTable(world, zeynep, 'answers')
  expect(rows.map((row) => Object.keys(row))).toEqual(Array(5).fill(['_index', 'opinion']))
})

test('what is said after the results were seen is told from five more voices on', async () => {
  await publishes(world, oneLanguage({ heyet_anonymous: 'yes' }))
  for (const name of ['Ayşe Bir', 'Berk İki', 'Can Üç', 'Deniz Dört', 'Ece Beş']) await says(name, 'önce')
  await opensResults(zeynep)
  await zeynep.taps('‹ Questionnaire')
  await turns('Close it', 'Yes, close it')
  await zeynep.taps('Results')
  await zeynep.taps('Table')
  zeynep.sees('The table with 5 responses is below.')

  await opensResults(zeynep)
  await zeynep.taps('‹ Questionnaire')
  await turns('Reopen it', 'Yes, reopen it')
  await says('Fatma Altı', 'sonra')
  await turns('Close it', 'Yes, close it')
  await zeynep.taps('Results')
  zeynep.sees('shown from 10 responses on')
  zeynep.doesNotSee('Table')

  await zeynep.taps('‹ Questionnaire')
  await turns('Reopen it', 'Yes, reopen it')
  for (const name of ['Gül Yedi', 'Hasan Sekiz', 'Işık Dokuz', 'Jale On']) await says(name, 'sonra')
  await turns('Close it', 'Yes, close it')
  await zeynep.taps('Results')
  await zeynep.taps('Table')
  zeynep.sees('The table with 10 responses is below.')
})

test('a file that was sent as an answer stands there by its name', async () => {
  await publishes(world, {
    survey: [{ type: 'file', name: 'catalogue', label: 'Katalog?' }],
    settings: { form_id: 'fairs', form_title: 'Fairs' },
  })
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  await sends(ayse, 'document', 'katalog.pdf', 'application/pdf')
  await ayse.taps('Gönder')
  await opensResults(zeynep)
  await zeynep.taps('Table')
  expect((await lastTable(world, zeynep, 'answers'))[0]?.['catalogue']).toBe('katalog.pdf')
})

test('what the form only shows is in it, and of what was spoken how long it took', async () => {
  await publishes(world, {
    survey: [
      { type: 'text', name: 'opinion', label: 'Ne dersiniz?' },
      { type: 'note', name: 'twice', label: 'İki katı', calculation: '3 * 2' },
    ],
    settings: { form_id: 'fairs', form_title: 'Fairs' },
  })
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  await sends(ayse, 'voice', 'voice.ogg', 'audio/ogg')
  await ayse.taps('Gönder')
  await opensResults(zeynep)
  await zeynep.taps('Table')
  const [row] = await lastTable(world, zeynep, 'answers')
  expect(row?.['twice']).toBe('6')
  expect(row?.['opinion']).toMatch(/voice message \(\d+ s\)/)
})

test('the table has earlier rounds too; the numbers are of the one that is under way', async () => {
  await publishes(world, oneLanguage())
  await says('Ayşe Yılmaz', 'ilk tur')
  await world.house.database.query('update questionnaires set round = 2', [])
  await opensResults(zeynep)
  expect(zeynep.last).toContain('0 responses submitted')
  expect(zeynep.last).toContain('1 more from earlier rounds')
  expect(zeynep.buttons.join()).not.toContain('Summary')
  expect(zeynep.last).not.toContain('Nobody has submitted')
  await says('Berk Can', 'ikinci tur')
  await world.house.database.query('update responses set round = 2 where number = 2', [])
  await opensResults(zeynep)
  expect(zeynep.last).toContain('1 response submitted')
  await zeynep.taps('Table')
  const rows = await lastTable(world, zeynep, 'answers')
  expect(rows.map(({ _round, opinion }) => [_round, opinion])).toEqual([
    ['1', 'ilk tur'],
    ['2', 'ikinci tur'],
  ])
})

test('whoever does not run it gets nothing, and nobody stops a table of somebody else', async () => {
  await publishes(world, oneLanguage())
  await says('Ayşe Yılmaz', 'bir')
  await opensResults(zeynep)
  const table = zeynep.holds('Table')
  const pau = await world.coordinator('Pau Vidal', 'en', 'LYS26')
  await pau.writes('/desk')
  await pau.presses({ ...table, messageId: pau.shown('').id })
  expect(pau.notes.join()).toContain('your role does not include')
  await zeynep.presses(table)
  const ece = await world.coordinator('Ece Demir', 'en')
  await ece.presses({ messageId: ece.shown('').id, data: 'q.xstop:1' })
  expect(ece.notes.join()).toContain('Only whoever asked for this table')
  await zeynep.presses({ messageId: zeynep.shown('').id, data: 'q.xstop:1' })
  expect(zeynep.notes.join()).toContain('no longer being prepared')
  expect([filesOf(pau), filesOf(ece), filesOf(zeynep)].map(({ length }) => length)).toEqual([0, 0, 1])
})

test('who took it out of the house stays known; the same work twice sends it once', async () => {
  await publishes(world, oneLanguage())
  await says('Ayşe Yılmaz', 'bir')
  await opensResults(zeynep)
  await zeynep.taps('Table')
  const { jobs, database } = world.house
  await database.transaction(() => jobs.send('questionnaires.result-table', { exportId: 1 }))
  await world.settle()
  expect(filesOf(zeynep)).toHaveLength(1)
  const [taken] = await database.query(
    `select e.state, e.row_count::int as rows, p.given_names as name from result_exports e
     join persons p on p.id = e.person_id`,
    [],
  )
  expect(taken).toEqual({ state: 'sent', rows: 1, name: 'Zeynep' })
})

/** Orders the table of the one form while it cannot be made. */
async function ordersInVain(): Promise<() => Promise<void>> {
  await publishes(world, oneLanguage())
  await says('Ayşe Yılmaz', 'bir')
  await opensResults(zeynep)
  const letGo = await answersHeldBack(world)
  await world.telegram.forgePress({ userId: zeynep.id, ...zeynep.holds('Table') })
  await until('the message about the table', async () => zeynep.buttons.includes('✋ Stop'))
  return letGo
}

test('stopped in the middle, nothing is sent, and it can be ordered again', async () => {
  const letGo = await ordersInVain()
  await world.telegram.forgePress({ userId: zeynep.id, ...zeynep.holds('Table') })
  await world.telegram.forgePress({ userId: zeynep.id, ...zeynep.holds('Stop') })
  await until('the answer to it', async () => zeynep.texts.join().includes('Stopped.'))
  await letGo()
  await world.settle()
  expect(filesOf(zeynep)).toEqual([])
  await zeynep.taps('Try again')
  expect(filesOf(zeynep)).toHaveLength(1)
})

test('a deploy in the middle: it is taken up again and arrives once', async () => {
  const letGo = await ordersInVain()
  await world.stops()
  await letGo()
  await world.starts()
  await world.settle()
  expect(filesOf(zeynep)).toHaveLength(1)
  zeynep.sees('The table with 1 response is below.')
})

test('a partner takes what belongs to their own activities, and nothing else', async () => {
  await publishes(world, oneLanguage())
  await says('Ayşe Yılmaz', 'Barselona')
  await says('Berk Can', 'Lyon')
  const details = { surveyForm: 'fairs' }
  await delegation(world, { details })
  const lyon = await delegation(world, { code: 'LYS26', title: { en: 'Lyon' }, details })
  await world.house.database.query('update responses set activity_id = $1 where number = 2', [lyon.id])
  const pau = await world.coordinator('Pau Vidal', 'en', 'LYS26')
  await opensResults(pau)
  expect(pau.last).toContain('1 response submitted')
  await pau.taps('Table')
  const rows = await lastTable(world, pau, 'answers')
  expect(rows.map(({ _activity, opinion }) => [_activity, opinion])).toEqual([['LYS26', 'Lyon']])
})

test('of anonymous answers too: those of an activity that is no longer asked stay with the house', async () => {
  await publishes(world, oneLanguage({ heyet_anonymous: 'yes' }))
  const names = ['Ayşe Bir', 'Berk İki', 'Can Üç', 'Deniz Dört', 'Ece Beş', 'Fatma Altı']
  for (const name of names) await says(name, name === 'Fatma Altı' ? 'Barselona' : 'Lyon')
  await delegation(world)
  const lyon = await delegation(world, {
    code: 'LYS26',
    title: { en: 'Lyon' },
    details: { surveyForm: 'fairs' },
  })
  const { query } = world.house.database
  await query(`update anonymous_responses set activity_id = $1 where answers->>'/data/opinion' = 'Lyon'`, [
    lyon.id,
  ])
  await query(
    `update responses set activity_id = $1 where id in (select id from responses order by id limit 5)`,
    [lyon.id],
  )
  await query(`update questionnaires set state = 'closed'`, [])
  const pau = await world.coordinator('Pau Vidal', 'en', 'LYS26')
  await opensResults(pau)
  await pau.taps('Question by question')
  expect(pau.last).toContain('Lyon')
  expect(pau.last).not.toContain('Barselona')
  await opensResults(pau)
  await pau.taps('Table')
  const rows = await lastTable(world, pau, 'answers')
  expect(rows.map(({ opinion }) => opinion)).toEqual(Array(5).fill('Lyon'))
})

test('what fails in every try is said, with a code that is in the log, and can be tried again', async () => {
  await publishes(world, oneLanguage())
  await says('Ayşe Yılmaz', 'bir')
  await opensResults(zeynep)
  const { database } = world.house
  await database.query('alter table answers rename to mislaid', [])
  await world.telegram.forgePress({ userId: zeynep.id, ...zeynep.holds('Table') })
  await until('it is given up', () => zeynep.texts.join().includes('could not be prepared'), 40)
  const [, code = ''] = /pass on this code: (\w+)/.exec(zeynep.last) ?? []
  expect(world.lines.some((line) => line.includes('table.given-up') && line.includes(code))).toBe(true)
  await database.query('alter table mislaid rename to answers', [])
  await zeynep.taps('Try again')
  expect(filesOf(zeynep)).toHaveLength(1)
})
