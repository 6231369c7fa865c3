import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { asks, choice, workbookOf, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { excel, filesOf, lastTable, sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const fairs = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [
    asks('select_one yn', 'fairs', 'Fuara katılıyor musunuz?', 'Do you go to fairs?', { required: 'yes' }),
    asks('text', 'which', 'Hangilerine?', 'To which?', { relevant: "${fairs} = 'yes'" }),
  ],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: { form_id: 'fairs', form_title: 'Fairs', default_language: 'Türkçe (tr)', ...settings },
})

const sendsForm = (person: Person, form: SmallForm) => sendsBook(person, 'fairs.xlsx', workbookOf(form))

test('sent, tried, published, answered from its link', async () => {
  await sendsForm(zeynep, fairs({ heyet_closes_at: '2026-11-20 17:00' }))
  zeynep.sees('Preview of a new questionnaire')
  zeynep.sees('2 questions · about 1 min')
  zeynep.sees('Closes: Friday 20 November 2026, 17:00')
  zeynep.sees('Türkçe (tr): complete')
  zeynep.sees('Not there: Spanish, French')
  await zeynep.taps('Test it')
  expect(zeynep.last).toContain('TEST')
  expect(zeynep.last).toContain('Do you go to fairs?')
  await zeynep.taps('No')
  await zeynep.taps('Submit')
  zeynep.sees('the trial run is complete')
  await zeynep.taps('Publish')
  zeynep.sees('https://t.me/heyet_bot?start=q_fairs')
  zeynep.sees('Filling in: 0 · Submitted: 0')
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  await ayse.taps('Hayır')
  await ayse.taps('Gönder')
  ayse.sees('fairs-0001')
  await zeynep.writes('/desk')
  await zeynep.taps('Questionnaires')
  zeynep.sees('Submitted: 1')
  await zeynep.taps('Coordinator’s desk')
  expect(zeynep.last).toContain('Coordinator’s desk')
})

test('an id that fits into no link: the link has its number, and opens it', async () => {
  const form = fairs()
  await sendsForm(zeynep, { ...form, settings: { ...form.settings, form_id: 'fairs & shows 2026' } })
  await zeynep.taps('Publish')
  const [, payload = ''] = /start=(q_\S+)/.exec(zeynep.last) ?? []
  expect(payload).toMatch(/^q_-\d+$/)
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts(payload)
  await ayse.taps('Hayır')
  await ayse.taps('Gönder')
  ayse.sees('fairs & shows 2026-0001')
  await ayse.starts('q_-9999')
  ayse.sees('bulamadım')
  // Another one of the same title.
  await sendsForm(zeynep, form)
  await zeynep.taps('Publish')
  await zeynep.taps('‹ Questionnaires')
  expect(zeynep.buttons.slice(-3)).toEqual([
    'fairs · Fairs',
    'fairs & shows 2026 · Fairs',
    '📋 Coordinator’s desk',
  ])
})

test('before it is published nobody gets in, and a discarded one leaves nothing', async () => {
  await sendsForm(zeynep, fairs())
  await zeynep.taps('Test it')
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  ayse.sees('yayımlanmadı')
  await zeynep.taps('Discard')
  zeynep.sees('Discarded')
  await zeynep.writes('/desk')
  await zeynep.taps('Questionnaires')
  zeynep.sees('There is no questionnaire yet')
})

test('every mistake in one answer, in her language, and nothing to publish', async () => {
  const wrong: SmallForm = {
    ...fairs({ heyet_purpose: 'party' }),
    survey: [
      asks('selekt_one yn', 'a', 'Bir', 'One'),
      asks('text', 'b', 'İki', 'Two', { relevant: '${nobody} = 1' }),
      asks('integer', 'b', 'Üç', 'Three', { constraint: '. > (' }),
    ],
  }
  await sendsForm(zeynep, wrong)
  for (const code of [
    'E_TYPE_UNKNOWN',
    'E_REF_UNKNOWN',
    'E_NAME_DUPLICATE',
    'E_EXPR_SYNTAX',
    'E_SETTING_INVALID',
  ])
    zeynep.sees(code)
  zeynep.sees('Nothing has been changed.')
  expect(zeynep.buttons).not.toContain('✅ Publish')
  const many = Array.from({ length: 30 }, (_, at) => asks('txt', `q${at}`, 'Soru', 'Question'))
  await sendsForm(zeynep, { ...fairs(), survey: many })
  zeynep.sees('30 mistakes')
  expect(await lastTable(world, zeynep)).toHaveLength(30)
})

test('a new version replaces the old one, and open drafts stay on theirs', async () => {
  await sendsForm(zeynep, fairs())
  await zeynep.taps('Publish')
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  await ayse.taps('Evet')
  expect(ayse.last).toContain('Hangilerine?')
  await sendsForm(zeynep, fairs({ form_title: 'Trade fairs' }))
  zeynep.sees('Please give the changed form a new version')
  await sendsForm(zeynep, fairs({ form_title: 'Trade fairs', version: '2' }))
  zeynep.sees('Replaces version 1')
  zeynep.sees('1 open draft stays on the old version; after publishing')
  await zeynep.taps('Publish')
  await ayse.writes('InnoTrans')
  await ayse.taps('Gönder')
  ayse.sees('fairs-0001')
  await sendsForm(zeynep, fairs({ form_title: 'Trade fairs', version: '2' }))
  zeynep.sees('nothing to publish')
})

test('closed, reopened and archived, each after a question', async () => {
  await sendsForm(zeynep, fairs())
  await zeynep.taps('Publish')
  await zeynep.taps('Close it')
  zeynep.sees('Close the questionnaire?')
  await zeynep.taps('Yes, close it')
  zeynep.sees('🔒 Closed')
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_fairs')
  ayse.sees('kapatıldı')
  await zeynep.taps('Reopen it')
  await zeynep.taps('Yes, reopen it')
  await ayse.starts('q_fairs')
  expect(ayse.last).toContain('Fuara katılıyor musunuz?')
  await zeynep.taps('Archive it')
  zeynep.sees('1 person is in the middle of it.')
  await zeynep.taps('Yes, archive it')
  zeynep.sees('🗄 Archived')
})

test('the activity whose workbook names it; else she is asked', async () => {
  await delegation(world, { details: { logisticsForm: 'fairs' } })
  await sendsForm(zeynep, fairs({ heyet_purpose: 'logistics' }))
  zeynep.sees('🎯 Barcelona rail delegation')
  await zeynep.taps('Publish')
  zeynep.sees('The questionnaire is published.')
  await sendsForm(zeynep, fairs({ form_id: 'after', heyet_purpose: 'survey' }))
  await zeynep.taps('Publish')
  zeynep.sees('Which activity does this questionnaire belong to?')
  await zeynep.taps('Barcelona rail delegation')
  zeynep.sees('start=q_after')
  const rows = await world.house.database.query('select role from questionnaire_activities order by role', [])
  expect(rows).toEqual([{ role: 'logistics' }, { role: 'survey' }])
})

test('whoever runs one activity publishes for it, and sees nothing else', async () => {
  await delegation(world)
  await delegation(world, { code: 'LYS26', title: { en: 'Lyon' } })
  await sendsForm(zeynep, fairs())
  await zeynep.taps('Publish')
  const pau = await world.coordinator('Pau Vidal', 'en', 'LYS26')
  await pau.writes('/desk')
  await pau.taps('Questionnaires')
  pau.sees('There is no questionnaire yet')
  await sendsForm(pau, fairs({ version: '2' }))
  pau.sees('your role does not include')
  await sendsForm(pau, fairs({ form_id: 'lyon' }))
  await pau.taps('Publish')
  expect(pau.buttons.join()).toContain('Lyon')
  expect(pau.buttons.join()).not.toContain('Barcelona')
  await pau.taps('Lyon')
  pau.sees('start=q_lyon')
  await pau.presses({ ...pau.holds('Close it'), data: 'q.state:1:closed' })
  expect(pau.notes.join() + pau.texts.join()).toContain('your role does not include')
})

test('an empty template comes from the desk and reads back', async () => {
  await zeynep.writes('/desk')
  await zeynep.taps('Empty templates')
  await zeynep.taps('Questionnaire')
  expect(filesOf(zeynep).map(({ name }) => name)).toEqual(['heyet-questionnaire.xlsx'])
  const file = world.telegram.file(filesOf(zeynep)[0]?.fileId ?? '')
  await zeynep.does((phone) =>
    phone.sendFile({
      kind: 'document',
      name: 'mine.xlsx',
      mimeType: excel,
      bytes: file?.bytes ?? new Uint8Array(),
    }),
  )
  zeynep.sees('Preview of a new questionnaire')
  zeynep.sees('Español (es): complete')
})

test('the finished forms come from the desk, and one can be published as it is', async () => {
  await zeynep.writes('/desk')
  await zeynep.taps('Empty templates')
  await zeynep.taps('Ready-made forms')
  await zeynep.taps('Needs analysis')
  expect(filesOf(zeynep).map(({ name }) => name)).toEqual(['needs_analysis.xlsx'])
  const file = world.telegram.file(filesOf(zeynep)[0]?.fileId ?? '')
  await zeynep.does((phone) =>
    phone.sendFile({
      kind: 'document',
      name: 'needs.xlsx',
      mimeType: excel,
      bytes: file?.bytes ?? new Uint8Array(),
    }),
  )
  zeynep.sees('Preview of a new questionnaire')
  for (const language of ['Türkçe (tr)', 'Español (es)', 'Français (fr)'])
    zeynep.sees(`${language}: complete`)
  await zeynep.taps('Publish')
  zeynep.sees('start=q_needs_analysis')
})
