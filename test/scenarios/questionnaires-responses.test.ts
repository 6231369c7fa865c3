import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportsNoted } from '../support/exports-noted.ts'
import { asks, choice, publishes, sends, sendsPhoto, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const stands: SmallForm = {
  survey: [
    { type: 'begin_group', name: 'g', 'label::Türkçe (tr)': 'Stant', 'label::English (en)': 'The stand' },
    asks('select_one yn', 'has', 'Stant var mı?', 'Do you have a stand?'),
    asks('image', 'photo', 'Fotoğraf?', 'A photo of it?', { relevant: "${has} = 'yes'" }),
    { type: 'end_group', name: '' },
    asks('text', 'words', 'Anlatınız', 'Tell us'),
    asks('calculate', 'score_total', 'Toplam', 'Total', { calculation: "if(${has} = 'yes', 80, 20)" }),
  ],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: { form_id: 'stands', form_title: 'Stands' },
}

async function answers(name: string, label: string, words: string): Promise<Person> {
  const person = world.person(name, 'tr')
  await person.starts('q_stands')
  await person.taps(label)
  if (label === 'Evet') await sendsPhoto(person)
  await person.writes(words)
  await person.taps('Gönder')
  return person
}

async function opensList(person: Person): Promise<void> {
  await person.writes('/desk')
  await person.taps('Questionnaires')
  await person.taps('Stands')
  await person.taps('Results')
  await person.taps('One by one')
}

test('the newest first; one opens with sections, answers in her language, scores and its neighbours', async () => {
  await publishes(world, stands)
  await answers('Ayşe Yılmaz', 'Hayır', 'Bir <dahaki> yıl & sonra')
  await answers('Berk Demir', 'Evet', 'Stant küçük')
  await answers('Can Ak', 'Hayır', 'Gerek yok')
  await opensList(zeynep)
  expect(zeynep.last).toContain('3 responses have been handed in, the newest first.')
  expect(zeynep.last).toMatch(/stands-0003 Can Ak.*\nstands-0002 Berk Demir.*\nstands-0001 Ayşe Yılmaz/)
  await zeynep.taps('stands-0002 Berk Demir')
  expect(zeynep.last).toContain('Stands\nstands-0002 · response 2 of 3\n👤 Berk')
  expect(zeynep.last).toContain('The stand\n\nDo you have a stand?\nYes')
  expect(zeynep.last).toContain('Tell us\nStant küçük')
  expect(zeynep.last).toContain('Scores\nTotal: 80 of 100')
  await zeynep.taps('Send: A photo of it?')
  zeynep.sees('📎 stands-0002')
  const [sent] = world.calls.filter(({ method }) => method === 'sendDocument')
  expect(sent?.payload['protect_content']).toBeTruthy()
  expect(await exportsNoted(world)).toEqual([expect.stringMatching(/^responseFile: Berk/)])
  await zeynep.taps('Older response')
  zeynep.sees('Tell us\nBir <dahaki> yıl & sonra')
  zeynep.sees('stands-0001 · response 3 of 3')
  await zeynep.taps('Newer response')
  await zeynep.taps('Newer response')
  zeynep.sees('stands-0003 · response 1 of 3')
  await zeynep.taps('All responses')
  zeynep.sees('3 responses have been handed in')
})

test('what is told of other people cannot be forwarded or saved', async () => {
  await publishes(world, stands)
  await answers('Ayşe Yılmaz', 'Hayır', 'Olmaz')
  await opensList(zeynep)
  await zeynep.taps('stands-0001')
  const about = world.calls.filter(({ payload }) => String(payload['text']).includes('stands-0001'))
  const toHer = about.filter(({ payload }) => Number(payload['chat_id']) === zeynep.id)
  expect(toHer).toHaveLength(2)
  for (const { payload } of toHer) expect(payload['protect_content']).toBe(true)
})

test('a long answer goes over several pages, and nothing of it is lost', async () => {
  const long = Array.from({ length: 700 }, (_, at) => `w${at}`).join(' ')
  await publishes(world, {
    ...stands,
    survey: [...stands.survey.slice(0, -1), asks('text', 'more', 'Devam', 'More')],
  })
  const person = world.person('Ayşe Yılmaz', 'tr')
  await person.starts('q_stands')
  await person.taps('Hayır')
  await person.writes(long)
  await person.writes(long)
  await person.taps('Gönder')
  await opensList(zeynep)
  await zeynep.taps('stands-0001')
  let read = ''
  for (let page = 1; ; page += 1) {
    read += ` ${zeynep.last}`
    if (!zeynep.buttons.some((label) => label === `Page ${page + 1} ›`)) break
    await zeynep.taps(`Page ${page + 1} ›`)
  }
  for (const word of ['w0', 'w350', 'w699'])
    expect(read.split(/\s+/).filter((one) => one === word)).toHaveLength(2)
  await zeynep.taps('‹ Page')
  expect(zeynep.last).toContain('Page ')
})

test('a response that is gone, and buttons in the wrong hands', async () => {
  await publishes(world, stands)
  const ayse = await answers('Ayşe Yılmaz', 'Evet', 'Olur')
  await opensList(zeynep)
  const open = zeynep.holds('stands-0001')
  await zeynep.taps('stands-0001')
  const file = zeynep.holds('Send: A photo')
  for (const button of [open, file]) expect(await ayse.presses(button)).toContain('koordinatör')
  expect(world.calls.filter(({ method }) => method === 'sendDocument')).toHaveLength(0)
  await world.house.database.query(`update responses set state = 'withdrawn'`, [])
  expect(await zeynep.presses(open)).toBeTruthy()
  expect(await zeynep.presses(file)).toBeTruthy()
  expect(world.calls.filter(({ method }) => method === 'sendDocument')).toHaveLength(0)
})

test('what was spoken instead of written is sent as it was', async () => {
  await publishes(world, stands)
  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts('q_stands')
  await ayse.taps('Hayır')
  await sends(ayse, 'voice', 'voice.ogg', 'audio/ogg')
  await ayse.taps('Gönder')
  await opensList(zeynep)
  await zeynep.taps('stands-0001')
  expect(zeynep.last).toContain('Tell us\n🎤 voice message')
  await zeynep.taps('Send: Tell us')
  zeynep.sees('📎 stands-0001')
  await zeynep.taps('Question by question')
  for (let at = 0; at < 3; at += 1) await zeynep.taps('Next question')
  zeynep.sees('▪️ 🎤 voice message')
})

test('who has filled it in for them, who has confirmed it, and in which round', async () => {
  await publishes(world, stands)
  await answers('Ayşe Yılmaz', 'Hayır', 'Olmaz')
  await opensList(zeynep)
  await zeynep.taps('stands-0001')
  expect(zeynep.last).not.toMatch(/Filled in|Confirmed|Round/)
  await world.house.database.query(
    `update responses set source = 'coordinator', round = 2,
       submitted_by = (select id from persons where surname = 'Kaya'),
       confirmed_by = (select id from persons where surname = 'Yılmaz')`,
    [],
  )
  await opensList(zeynep)
  await zeynep.taps('stands-0001')
  // Of a round before the one that is under way one can still look at each.
  await world.house.database.query('update questionnaires set round = 3', [])
  await opensList(zeynep)
  await zeynep.taps('stands-0001')
  expect(zeynep.last).toContain('🔁 Round 2\n✍️ Filled in by Zeynep Kaya\n☑️ Confirmed by Ayşe Yılmaz')
})
