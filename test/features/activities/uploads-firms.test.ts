import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CellValue } from '../../../src/shared/spreadsheet.ts'
import { firm } from '../../support/delegation.ts'
import type { Person } from '../../support/person.ts'
import { lastTable, sendsBook } from '../../support/spreadsheets.ts'
import { openWorld, type World } from '../../support/world.ts'
import { sheetOf } from './workbook/books.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const columns = ['firm', 'country', 'city', 'tax_no', 'cluster', 'contact_email', 'invited_to']
const sendsFirms = (person: Person, ...rows: (CellValue | null)[][]): Promise<void> =>
  sendsBook(person, 'firmalar.xlsx', { sheets: [sheetOf('Firmalar', [columns, ...rows])] })

const known = ['ÇELİK DIŞ TİCARET A.Ş.', 'TR', 'Ankara', '1234567890', 'rail', null, null]
const fresh = ['=HYPERLINK("http://x")', 'ES', 'Barcelona', null, 'none', 'marta@example.com', 'BCN-RAIL']

test('a firm list: new, changed and alike are told apart, and the links come back in the same file', async () => {
  await firm(world)
  await firm(world, 'Rodalies SL', 'Barcelona')
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsFirms(zeynep, known, fresh, ['Rodalies SL', 'ES', 'Lleida', null, null, null, null])
  zeynep.sees('New: 2')
  zeynep.sees('Changed: 1')
  zeynep.sees('City: Eskişehir → Ankara')
  zeynep.sees('row 4, Rodalies SL: like Rodalies SL (Barcelona)')
  zeynep.sees('There is no activity with the code BCN-RAIL')
  expect(await world.house.rooms.people.firms.search('HYPERLINK')).toEqual([])

  await zeynep.taps('Save')
  zeynep.sees('3 firms saved. The list with the invitation links is below.')
  const rows = await lastTable(world, zeynep)
  expect(rows.map(({ firm: name }) => name)).toEqual([known[0], fresh[0], 'Rodalies SL'])
  const [link] = rows.map(({ invitation_link }) => invitation_link ?? '')
  expect(link).toMatch(/^https:\/\/t\.me\/heyet_bot\?start=f_[\w-]{32}$/)
  const [celik] = await world.house.rooms.people.firms.search('celik dis')
  expect(celik).toMatchObject({ city: 'Ankara', taxNumber: '1234567890' })

  const ayse = world.person('Ayşe Yılmaz', 'en')
  await ayse.starts(link?.split('start=')[1])
  ayse.sees('You now belong to this firm: “ÇELİK DIŞ TİCARET A.Ş.”')
  const mehmet = world.person('Mehmet Demir', 'en')
  await mehmet.starts(link?.split('start=')[1])
  mehmet.doesNotSee('You now belong to')
})

test('the tax number of a firm with another name is asked about; the same number in another country is another firm', async () => {
  const { firms } = world.house.rooms.people
  await firms.update(await firm(world), { taxNumber: '1234567890' })
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsFirms(
    zeynep,
    ['Demir Makina Ltd.', 'TR', null, '1234567890', null, null, null],
    ['Hierros SL', 'ES', null, '1234567890', null, null, null],
  )
  zeynep.sees('Same tax number, another name: Çelik Dış Ticaret A.Ş. / Demir Makina Ltd. – same firm?')
  zeynep.sees('New: 1')
  zeynep.sees('Changed: 1')
  await zeynep.taps('Save')
  expect((await firms.page(0, 10)).firms.map(({ name, country }) => [name, country])).toEqual([
    ['Demir Makina Ltd.', 'TR'],
    ['Hierros SL', 'ES'],
  ])
})

test('the file with the links, sent again, changes nothing and surprises nobody', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const before = [...known.slice(0, 6), null]
  await sendsFirms(zeynep, before)
  const publish = zeynep.holds('Save')
  const notes = await Promise.all([zeynep.presses(publish), zeynep.presses(publish)])
  expect(notes.filter((note) => note === 'This has been published already.')).toHaveLength(1)
  expect(await world.house.database.query('select id from firm_invitations', [])).toHaveLength(1)

  await sendsBook(zeynep, 'links.xlsx', {
    sheets: [
      sheetOf('Firmalar', [
        [...columns, 'invitation_link'],
        [...before, 'https://t.me/x'],
      ]),
    ],
  })
  zeynep.sees('Unchanged: 1')
  zeynep.doesNotSee('Please check')
})

test('mistakes of a list are said at once; a new firm needs its country', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'es')
  await sendsFirms(
    zeynep,
    ['Uno SL', null, null, null, null, null, null],
    ['Dos SL', 'ES', null, null, 'Metro', 'marta', null],
  )
  zeynep.sees('3 errores. No se ha cambiado nada.')
  zeynep.sees('E_EMPTY')
  zeynep.sees('E_EMAIL')
  expect(await world.house.database.query('select id from firms', [])).toEqual([])
})

test('a role for one activity does not publish the firms of the house', async () => {
  const partner = await world.coordinator('Marta Puig', 'fr', 'BCN-RAIL')
  await sendsFirms(partner, fresh)
  partner.sees('Votre rôle est limité à certaines activités')
  expect(partner.buttons).not.toContain('✅ Publier')
})
