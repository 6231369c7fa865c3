import { afterEach, beforeEach, expect, test } from 'vitest'
import { sheetColumns } from '../../../src/features/activities/domain/workbook/columns.ts'
import * as meanings from '../../../src/features/activities/domain/workbook/meanings.ts'
import { meaningOf, type Meanings } from '../../../src/shared/tables/choice-cells.ts'
import { firmColumns } from '../../../src/features/people/domain/firm-list/columns.ts'
import { barcelona, filesOf, sends, sendsBook, withCells } from '../../support/spreadsheets.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('changes are told in words: fields by name, languages by name, days as people say them', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await sendsBook(zeynep, 'Barselona.xlsx', barcelona())
  await zeynep.taps('Yayımla')
  const changed = withCells(barcelona(), [
    { sheet: 'activity', row: 'ends_on', column: 'value', value: '2026-12-12' },
    { sheet: 'activity', row: 'title::fr', column: 'value', value: 'Mission à Barcelone' },
    { sheet: 'activity', row: 'applications_close_at', column: 'value', value: '2026-11-25 17:00' },
  ])
  await sendsBook(zeynep, 'Barselona.xlsx', changed)
  zeynep.sees('3 değişiklik')
  zeynep.sees('Başlık (Fransızca): ')
  zeynep.sees('Son gün: 11 Aralık 2026 → 12 Aralık 2026')
  zeynep.sees('Son başvuru: 24 Kasım 2026, 18:00 → 25 Kasım 2026, 17:00')
  zeynep.sees('✏️ Faaliyet: ')
  zeynep.doesNotSee('title::')
})

test('the template as it is cannot be published: its people do not exist', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await zeynep.writes('/desk')
  await zeynep.taps('Boş şablonlar')
  await zeynep.taps('Faaliyet çalışma kitabı')
  zeynep.sees('Örnekleri kendi bilgilerinizle değiştiriniz')
  const file = world.telegram.file(filesOf(zeynep).at(-1)?.fileId ?? '')
  await sends(zeynep, 'heyet-faaliyet.xlsx', file?.bytes ?? new Uint8Array())
  zeynep.sees('Bu dosyada şablonun örnek satırları duruyor: participants sayfası, satır 3, 4.')
  zeynep.sees('team sayfası, satır 3')
  expect(zeynep.buttons.join()).not.toContain('Yayımla')
})

test('a PDF is no workbook, and a coordinator is told so', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await sends(zeynep, 'program.pdf', new Uint8Array([37, 80, 68, 70]), 'application/pdf')
  expect(zeynep.last).toContain('Excel (.xlsx) dosyası gerekir')
})

test('a deadline without its hour is asked for with an example of both, and days in a sentence are written one way', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya')
  const wrong = withCells(barcelona(), [
    { sheet: 'activity', row: 'applications_close_at', column: 'value', value: 'aralık başı' },
    { sheet: 'activity', row: 'ends_on', column: 'value', value: '01.12.2026' },
  ])
  await sendsBook(zeynep, 'Barselona.xlsx', wrong)
  zeynep.sees('örneğin 2026-11-20 17:00')
  zeynep.sees('1 Aralık 2026')
  zeynep.doesNotSee('(2026-12-0')
  expect(zeynep.shown('hata').text).toMatch(/sayfası, satır \d+, sütun B\n/)
})

test('every field of a file has its name in every language', () => {
  for (const language of ['tr', 'en', 'es', 'fr'] as const) {
    const words = world.house.texts.words(language)
    const columns = [...Object.values(sheetColumns), firmColumns].flatMap((sheet) => Object.keys(sheet))
    // A group's number and what is part of a moment are no fields of their own.
    for (const key of columns.filter((one) => !/^(group\d|date|end_date|id)$/.test(one)))
      expect(words.plain(`uploads:fields.${key}` as never)).not.toContain('fields.')
  }
})

test.each([
  ['kind', meanings.activityKinds],
  ['kind', meanings.itemKinds],
  ['approval', meanings.approvals],
  ['funding', meanings.fundings],
  ['status', meanings.itemStatuses],
  ['role', meanings.seatRoles],
  ['side', meanings.sides],
  ['proof', meanings.proofs],
])('what the bot itself calls a value of %s is understood in a file, in every language', (field, known) => {
  for (const language of ['tr', 'en', 'es', 'fr'] as const)
    for (const value of Object.keys(known)) {
      const word = world.house.texts.words(language).plain(`uploads:values.${field}.${value}` as never)
      expect([language, word, meaningOf(word, known as Meanings<string>)]).toEqual([language, word, value])
    }
})
