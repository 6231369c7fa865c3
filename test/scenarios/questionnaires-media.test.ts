import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, workbookOf, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let emma: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  emma = world.person('Emma Wilson', 'en')
})
afterEach(() => world.close())

const stand: SmallForm = {
  survey: [
    asks('note', 'hall', 'Salon', 'The hall', { image: 'Plan.png' }),
    asks('select_one stands', 'stand', 'Hangi stant?', 'Which stand?', {
      'audio::English (en)': 'guide.ogg',
    }),
    asks('text', 'why', 'Neden?', 'Why this one?', { appearance: 'multiline' }),
  ],
  choices: [
    choice('stands', 'a', 'Köşe', 'Corner', { image: 'a.png' }),
    choice('stands', 'b', 'Sıra', 'Row', { image: 'b.jpg' }),
  ],
  settings: { form_id: 'stand', form_title: 'Stand' },
}

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const ogg = new TextEncoder().encode('OggS0000')

const sendsFile = (name: string, bytes: Uint8Array = picture, more: { album?: string } = {}) =>
  zeynep.does((phone) => phone.sendFile({ kind: 'document', name, mimeType: 'image/png', bytes, ...more }))
const sendsForm = (form = stand) => sendsBook(zeynep, 'stand.xlsx', workbookOf(form))
const shownTo = ({ phone }: Person) =>
  phone
    .state()
    .messages.filter(({ from }) => from === 'bot')
    .map(({ photo, voice, caption, text }) =>
      photo ? `photo ${caption ?? ''}`.trim() : voice ? 'voice' : (text ?? '').split('\n').at(-1),
    )
const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

test('files are sent before the workbook and after it; then people see them with the question', async () => {
  await sendsFile('plan.PNG')
  zeynep.sees('Kept: “plan.png”')
  await sendsForm()
  expect(zeynep.last).toContain('1 file that the questionnaire names is not with the bot yet: guide.ogg')
  expect(zeynep.last).toMatch(/Sheet choices, row 2\D.*2 files .* not with the bot yet: a\.png, b\.jpg/)
  await zeynep.does((phone) =>
    phone.sendFile({
      kind: 'photo',
      name: 'x.jpg',
      mimeType: 'image/jpeg',
      bytes: picture,
      caption: 'a.png',
    }),
  )
  expect(zeynep.last).toMatch(/Sheet choices, row 3\D.*1 file .* not with the bot yet: b\.jpg/)
  await sendsFile('b.jpg', picture, { album: '7' })
  await sendsFile('guide.ogg', ogg, { album: '7' })
  expect(zeynep.last).toContain('Preview of a new questionnaire')
  expect(zeynep.last).not.toContain('not with the bot')
  await zeynep.taps('Publish')
  zeynep.sees('start=q_stand')

  await emma.starts('q_stand')
  expect(shownTo(emma).slice(-5)).toEqual([
    'photo',
    'voice',
    'photo 1. Corner',
    'photo 2. Row',
    'Which stand?',
  ])
  await emma.taps('Corner')
  expect(emma.last).toContain('Why this one?')
  const shown = await query('select count(*)::int as count from form_files where shown_file_id is not null')
  expect(shown).toEqual([{ count: 4 }])
  expect(await query('select name from outbox_files')).toEqual([])
  const sealed = await query("select convert_from(substr(content, 1, 3), 'UTF8') as begin from form_files")
  expect(new Set(sealed.map(({ begin }) => begin))).toEqual(new Set(['v1.']))

  const marta = world.person('Marta Ruiz', 'en')
  await marta.starts('q_stand')
  const albums = marta.phone.state().messages.filter(({ album }) => album !== undefined)
  expect(albums.map(({ caption }) => caption)).toEqual(['1. Corner', '2. Row'])
  await marta.writes('/help')
  expect(marta.last).toContain('Which stand?')
})

test('what is no picture is thrown away, and a picture that is sent later is shown all the same', async () => {
  await sendsFile('plan.png', new TextEncoder().encode('%PDF-1.7'))
  zeynep.sees('“plan.png” is no picture')
  expect(await query('select * from form_files')).toEqual([])
  await sendsForm()
  await zeynep.taps('Publish')
  await emma.starts('q_stand')
  expect(shownTo(emma)).not.toContain('photo')
  await sendsFile('plan.png')
  zeynep.sees('“plan.png” is shown with its question from now on')
  await emma.writes('/trips')
  expect(shownTo(emma).slice(-2)).toEqual(['photo', 'Which stand?'])
  const ayse = world.person('Ayşe Yılmaz')
  await ayse.starts('q_stand')
  expect(shownTo(ayse).at(-2)).toBe('photo')
})

test('a picture that Telegram knows no more goes up anew, and one that it cannot show goes as a file', async () => {
  await sendsFile('plan.png')
  await sendsForm()
  await zeynep.taps('Publish')
  await emma.starts('q_stand')
  await query("update form_files set shown_file_id = 'of another bot'")
  await emma.writes('/help')
  expect(shownTo(emma).at(-2)).not.toBe('photo')
  await emma.writes('/help')
  expect(shownTo(emma).at(-2)).toBe('photo')

  await sendsFile('plan.png', new Uint8Array([255, 216, 255, 224]))
  await emma.writes('/help')
  await emma.writes('/help')
  expect(emma.phone.state().messages.at(-2)?.document?.name).toBe('plan.png')
  expect(emma.last).toContain('Which stand?')
})

test('a form is tried with its files, and a question that is only leafed through shows them once', async () => {
  await sendsFile('plan.png')
  await sendsForm({
    ...stand,
    survey: [
      ...stand.survey.slice(0, 1),
      asks('select_multiple stands', 'stand', 'Hangileri?', 'Which stands?'),
    ],
  })
  await zeynep.taps('Test it')
  const photos = () => zeynep.phone.state().messages.filter(({ from, photo }) => from === 'bot' && photo)
  expect(photos()).toHaveLength(1)
  await zeynep.taps('☐ Corner')
  await zeynep.taps('☑ Corner')
  await zeynep.writes('nonsense')
  expect(photos()).toHaveLength(1)
  await zeynep.taps('Skip')
  await zeynep.taps('✎ 1.')
  expect(photos()).toHaveLength(2)
})

test('a new version keeps the files of the one before; a file of somebody else is none of hers', async () => {
  for (const name of ['plan.png', 'a.png', 'b.jpg']) await sendsFile(name)
  await sendsFile('guide.ogg', ogg)
  await sendsForm()
  await zeynep.taps('Publish')
  const deniz = await world.coordinator('Deniz Ak', 'en')
  await sendsBook(
    deniz,
    'other.xlsx',
    workbookOf({ ...stand, settings: { form_id: 'other', form_title: 'Other' } }),
  )
  deniz.sees('plan.png, guide.ogg')
  deniz.sees('a.png, b.jpg')
  await sendsBook(
    deniz,
    'stand.xlsx',
    workbookOf({ ...stand, settings: { form_id: 'stand', form_title: 'Stand', version: '2' } }),
  )
  expect(deniz.last).toContain('Preview')
  expect(deniz.last).not.toContain('not with the bot')
})

test('a form keeps its pictures when whoever sent them is erased; what it does not show goes', async () => {
  await sendsFile('plan.png')
  await sendsFile('other.png')
  await sendsForm()
  await zeynep.taps('Publish')
  const [sender] = await query('select distinct person_id from form_files')
  const { database, rooms } = world.house
  await database.transaction(() => rooms.questionnaires.personalData.erase(Number(sender?.['person_id'])))
  expect(await query('select name, person_id, file_id from form_files')).toEqual([
    { name: 'plan.png', person_id: null, file_id: null },
  ])
  await emma.starts('q_stand')
  expect(shownTo(emma).at(-2)).toBe('photo')
})

test('what waits for a workbook goes after two weeks; what a form shows stays', async () => {
  await sendsFile('plan.png')
  await sendsFile('other.png')
  await sendsForm()
  await zeynep.taps('Publish')
  await world.clockShows('2026-11-20T09:00:00+03:00[Europe/Istanbul]')
  expect(await query('select name from form_files')).toEqual([{ name: 'plan.png' }])
})

test('words may be spoken: they are kept as a file, and read as a voice at the review', async () => {
  await sendsForm()
  await zeynep.taps('Publish')
  await emma.starts('q_stand')
  await emma.taps('Corner')
  expect(emma.last).toContain('or send a voice message')
  await emma.does((phone) =>
    phone.sendFile({ kind: 'voice', name: 'voice.ogg', mimeType: 'audio/ogg', bytes: ogg }),
  )
  expect(emma.last).toContain('2. Why this one? 🎤 voice message, 1 s')
  expect(await query("select value from answers where path = '/data/why'")).toEqual([{ value: 'file:1:1' }])
  expect(await query('select kind, media_type from response_files')).toEqual([
    { kind: 'audio', media_type: 'audio/ogg' },
  ])
  await emma.taps('✎ 2.')
  expect(emma.last).toContain('The answer now: 🎤 voice message, 1 s')
  await emma.writes('file:1:1')
  expect(emma.last).toContain('file: 1:1')
})

test('in an anonymous questionnaire words are written, and so is what is known of somebody', async () => {
  const { settings, ...rest } = stand
  await sendsForm({ ...rest, settings: { ...settings, heyet_anonymous: 'yes' } })
  await zeynep.taps('Publish')
  await emma.starts('q_stand')
  await emma.taps('Corner')
  await emma.does((phone) =>
    phone.sendFile({ kind: 'voice', name: 'voice.ogg', mimeType: 'audio/ogg', bytes: ogg }),
  )
  expect(emma.last).toContain('A voice can be recognised')
  expect(await query('select * from response_files')).toEqual([])
  await emma.writes('It is near the door.')
  expect(emma.last).toContain('Please check')
})
