import { afterEach, beforeEach, expect, test } from 'vitest'
import { handsOver, memberBegins, sectionsOfFirm, writesAnswers } from '../support/firm-sections.ts'
import { asks, choice, publishes } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let marta: Person
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  marta = await memberBegins(world)
  ayse = world.person('Ayşe Yılmaz', 'tr')
})
afterEach(() => world.close())

const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

async function answersEverything(): Promise<void> {
  await marta.taps('▶ Sales')
  await writesAnswers(marta, 4)
  await marta.taps('▶ Quality')
  await writesAnswers(marta, 2)
  await marta.taps('▶ Staff')
  await writesAnswers(marta, 6)
  expect(marta.last).toContain('Everything is answered')
}

test('at the review a colleague can still be asked: they see what was answered, change it, and it comes back', async () => {
  await answersEverything()
  const submit = marta.holds('Submit')
  const link = await handsOver(marta, 'Quality')
  marta.sees('Could you look over the section Quality of “Long”')
  expect(marta.last).toContain('🤝 Quality · link sent')
  expect(marta.last).not.toContain('Everything is answered')
  expect(marta.buttons.at(-1)).not.toContain('Submit')
  await marta.presses(submit)
  marta.doesNotSee('long-0001')

  await ayse.starts(link)
  expect(ayse.last).toContain('✅ Kalite')
  expect(ayse.last).not.toContain('Satış')
  await ayse.taps('✎ Kalite')
  expect(ayse.last).toContain('Marta Ruiz 2')
  await ayse.taps('✎ 2.')
  await ayse.writes('ISO 9001')
  await ayse.taps('Yanıtları ilet')
  expect(marta.last).toContain('Quality · answered by Ayşe Yılmaz')
  await marta.taps('✎ Quality')
  expect(marta.last).toContain('ISO 9001')
  await marta.taps('‹ Sections')
  await marta.taps('Submit')
  marta.sees('long-0001')
})

test('whoever answers a section for their firm finds it beside the whole, told apart and counted by itself', async () => {
  const link = await handsOver(marta, 'Quality')
  await ayse.starts(link)
  await ayse.writes('ISO 9001')
  await ayse.taps('Ara ver')
  await ayse.writes('/forms')
  expect(ayse.last).toContain('📝 Long · Kalite · 1/2')
  expect(ayse.last).toContain('📝 Long · 0/12')
  const waysBack = () => ayse.buttons.filter((label) => label.startsWith('▶ Devam et')).slice(-2)
  expect(waysBack()).toEqual(['▶ Devam et: Kalite · Long', '▶ Devam et: Long'])
  await ayse.writes('?!')
  expect(waysBack()).toEqual(['▶ Devam et: Kalite · Long', '▶ Devam et: Long'])
  await ayse.taps('Kalite · Long')
  expect(ayse.last).toContain('▫️ Kalite · 1/2')
  expect(ayse.last).not.toContain('Satış')
})

test('from the answers of one section, that very section is handed over', async () => {
  await answersEverything()
  await marta.taps('✎ Sales')
  expect(marta.last).toContain('Marta Ruiz 3')
  await marta.taps('Ask a colleague')
  marta.sees('Could you look over the section Sales of “Long”')
  await marta.taps('🤝 Sales')
  await marta.taps('Take it back')
  await marta.taps('Submit')
  marta.sees('long-0001')
})

test('a draft that is thrown away takes its links with it: nobody comes into the firm by them, nobody answers in vain', async () => {
  await marta.taps('▶ Sales')
  await marta.taps('‹ Back')
  await marta.taps('▶ Sales')
  await writesAnswers(marta, 1)
  await marta.taps('‹ Back')
  await marta.taps('‹ Back')
  const unused = await handsOver(marta, 'Staff')
  const used = await handsOver(marta, 'Quality')
  await ayse.starts(used)
  await ayse.writes('ISO 9001')
  const held = ayse.holds('Ara ver')
  await marta.taps('Discard')
  await marta.taps('Discard')
  ayse.sees('“Long” anketinde sizden rica edilen bölüme artık gerek kalmadı')
  expect(ayse.last).not.toContain('Kalite 2?')
  await ayse.presses(held)
  await ayse.writes('/forms')
  expect(ayse.last).not.toContain('Kalite')

  const ole = world.person('Ole Berg', 'en')
  await ole.starts(unused)
  await ole.starts(unused.replace('s_', 'f_'))
  expect(await members()).toBe(2)
})

test('one that is handed in does so too, where the section did not apply any more', async () => {
  await publishes(world, {
    ...sectionsOfFirm,
    survey: [
      asks('select_one yn', 'certified', 'Belge var mı?', 'Certified?', { required: 'yes' }),
      ...sectionsOfFirm.survey.map((row) =>
        row['name'] === 'quality' ? { ...row, relevant: "${certified} = 'yes'" } : row,
      ),
    ],
    choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
    settings: { ...sectionsOfFirm.settings, form_id: 'quality', form_title: 'Quality' },
  })
  await marta.starts('q_quality')
  await marta.taps('▶ Sales')
  await marta.taps('Yes')
  await marta.taps('‹ Back')
  await marta.taps('‹ Back')
  const unused = await handsOver(marta, 'Quality')
  await marta.taps('▶ Sales')
  await writesAnswers(marta, 4)
  await marta.taps('▶ Staff')
  await writesAnswers(marta, 6)
  await marta.taps('Sales')
  await marta.taps('✎ 1.')
  await marta.taps('No')
  await marta.taps('Submit')
  marta.sees('quality-0001')
  const ole = world.person('Ole Berg', 'en')
  await ole.starts(unused)
  ole.sees('not needed from you any more')
  await ole.starts(unused.replace('s_', 'f_'))
  expect(await members()).toBe(1)
})

test('the way into the firm ends with the link, after two weeks', async () => {
  const link = await handsOver(marta, 'Quality')
  await world.clockShows('2026-11-17T09:00:00+03:00[Europe/Istanbul]')
  const ole = world.person('Ole Berg', 'en')
  await ole.starts(link.replace('s_', 'f_'))
  expect(await members()).toBe(1)
})

async function members(): Promise<unknown> {
  const [row] = await query("select count(*)::int as count from firm_members where state = 'member'")
  return row?.['count']
}
