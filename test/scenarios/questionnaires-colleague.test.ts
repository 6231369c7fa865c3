import { afterEach, beforeEach, expect, test } from 'vitest'
import { handsOver, memberBegins, sectionsOfFirm, writesAnswers } from '../support/firm-sections.ts'
import { publishes, workbookOf } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let marta: Person
beforeEach(async () => {
  world = await openWorld()
  marta = await memberBegins(world)
})
afterEach(() => world.close())

const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

test('a colleague answers exactly one section in their language, meanwhile the first goes on, and it comes back', async () => {
  const link = await handsOver(marta, 'Quality')
  expect(marta.texts.join()).toContain(
    'Could you answer the section Quality of “Long” for Çelik Dış Ticaret A.Ş.?',
  )
  expect(marta.last).toContain('🤝 Quality · link sent')
  await marta.taps('▶ Sales')
  await writesAnswers(marta, 2)
  expect(marta.last).toContain('Sales 3?')

  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts(link)
  ayse.sees('“Long” anketinin bir bölümünü rica etti: Kalite')
  expect(ayse.last).toContain('Kalite 1?')
  expect(ayse.last).toContain('\n1/2 ')
  expect(ayse.last).not.toContain('Bölüm 1/1')
  const stranger = world.person('Ole Berg', 'en')
  await stranger.starts(link)
  stranger.sees('link')
  stranger.doesNotSee('Quality')
  await ayse.writes('ISO 9001')
  await marta.writes('third')
  await ayse.writes('Evet')
  expect(ayse.last).not.toContain('Satış')
  expect(ayse.buttons).toContain('✅ Yanıtları ilet')
  expect(ayse.last).toContain('ardından iletiniz')
  expect(ayse.buttons.join()).not.toContain('arkadaşıma')
  const back = ayse.holds('Yanıtları ilet')
  await ayse.presses(back)
  expect(ayse.last).toContain('bölümünüz iletildi')
  expect(await ayse.presses(back)).toBeTruthy()

  marta.sees('Ayşe Yılmaz has answered the section Quality of “Long”.')
  await marta.writes('fourth')
  expect(marta.last).toContain('Quality · answered by Ayşe Yılmaz')
  await marta.taps('▶ Staff')
  await writesAnswers(marta, 6)
  await marta.taps('Submit')
  marta.sees('long-0001')
  expect(await query("select value from answers where path like '/data/quality/%' order by path")).toEqual([
    { value: 'ISO 9001' },
    { value: 'Evet' },
  ])
  expect(await query('select count(*)::int as count from responses')).toEqual([{ count: 1 }])
  expect(await query("select count(*)::int as count from firm_members where state = 'member'")).toEqual([
    { count: 2 },
  ])
})

test('whoever does not want to hand anything over goes back to the sections', async () => {
  await marta.taps('Ask a colleague')
  await marta.taps('‹ Back')
  expect(marta.last).toContain('▫️ Quality')
  expect(marta.buttons.at(-1)).not.toContain('▫️ Quality · link sent')
})

test('what is with a colleague is not answered twice: it is waited for, or taken back', async () => {
  const old = marta.holds('▫️ Quality')
  const link = await handsOver(marta, 'Quality')
  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts(link)
  await ayse.writes('ISO 9001')
  await marta.presses(old)
  expect(marta.last).not.toContain('Quality 1?')
  await marta.taps('▶ Sales')
  await writesAnswers(marta, 4)
  await marta.taps('▶ Staff')
  await writesAnswers(marta, 6)
  expect(marta.last).toContain('🤝 Quality · with Ayşe Yılmaz')
  expect(marta.buttons.at(-1)).not.toContain('Submit')
  await marta.taps('🤝 Quality')
  await marta.taps('Take it back')
  ayse.sees('“Long” anketinin Kalite bölümüne artık gerek kalmadı')
  expect(ayse.last).not.toContain('Kalite 2?')
  await marta.taps('▶ Quality')
  expect(marta.last).toContain('Quality 1?')
  await ayse.writes('Evet')
  await ayse.starts(link)
  ayse.sees('artık gerek kalmadı')
  await writesAnswers(marta, 2)
  await marta.taps('Submit')
  marta.sees('long-0001')
  expect(
    await query(
      "select value from answers a join responses r on r.id = a.response_id where path = '/data/quality/quality1' and r.state = 'submitted'",
    ),
  ).toEqual([{ value: 'Marta Ruiz 1' }])
})

test('two who open one link at once: one answers; whoever asked does not answer their own link', async () => {
  const link = await handsOver(marta, 'Staff')
  await marta.starts(link)
  marta.doesNotSee('Somebody of your firm asks you')
  const [one, other] = [world.person('Ada Ek', 'en'), world.person('Bo Ek', 'en')]
  await Promise.all([one.starts(link), other.starts(link)])
  const asked = [one, other].filter(({ last }) => last.includes('Staff 1?'))
  expect(asked).toHaveLength(1)
  expect(await query('select count(*)::int as count from responses where section is not null')).toEqual([
    { count: 1 },
  ])
  const [first] = asked
  await first?.taps('Pause')
  await first?.writes('/forms')
  await first?.taps('Go on')
  expect(first?.last).toContain('Staff')
  await first?.starts(link)
  expect(first?.last).toContain('Staff 1?')
  const held = marta.holds('Ask a colleague')
  expect(await first?.presses(held)).toBeTruthy()
})

test('a colleague who has left the firm meanwhile hands nothing back', async () => {
  const link = await handsOver(marta, 'Quality')
  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts(link)
  await writesAnswers(ayse, 2)
  await query(
    `update firm_members set state = 'left' where person_id = (select used_by from section_links limit 1)`,
  )
  expect(await ayse.taps('Yanıtları ilet')).toContain('artık gerek kalmadı')
  marta.doesNotSee('has answered the section')
})

test('of an anonymous questionnaire no section is handed over: who had it would say who has answered', async () => {
  await publishes(world, {
    ...sectionsOfFirm,
    settings: { ...sectionsOfFirm.settings, form_id: 'quiet', form_title: 'Quiet', heyet_anonymous: 'yes' },
  })
  const before = marta.buttons.length
  await marta.starts('q_quiet')
  expect(marta.last).toContain('Staff')
  expect(marta.buttons.slice(before).join()).not.toContain('Ask a colleague')
})

test('a colleague who changes the account hands the section back from the new one', async () => {
  const link = await handsOver(marta, 'Quality')
  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts(link)
  await ayse.writes('ISO 9001')
  const zeynep = await world.coordinator('Zeynep Kaya')
  await zeynep.writes('/desk')
  for (const button of ['Firmalar ve kişiler', 'Çelik', 'Ayşe Yılmaz', 'Başka Telegram hesabına taşı'])
    await zeynep.taps(button)
  const anew = world.person('Ayşe Yılmaz', 'tr')
  await anew.starts(/start=(m_[\w-]+)/.exec(zeynep.last)?.[1] ?? '')
  await anew.starts(link)
  await anew.writes('Evet')
  await anew.taps('Yanıtları ilet')
  marta.sees('has answered the section Quality')
})

test('a section that a new version calls otherwise comes back all the same', async () => {
  const link = await handsOver(marta, 'Quality')
  const ayse = world.person('Ayşe Yılmaz', 'tr')
  await ayse.starts(link)
  await writesAnswers(ayse, 2)
  const renamed = sectionsOfFirm.survey.map((row) =>
    row['name'] === 'quality' ? { ...row, name: 'standards' } : row,
  )
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(
    zeynep,
    'long.xlsx',
    workbookOf({ survey: renamed, settings: { ...sectionsOfFirm.settings, version: '2' } }),
  )
  await zeynep.taps('Publish')
  await zeynep.taps('Move drafts to this version')
  await zeynep.taps('Yes, move them')
  expect(ayse.last).toContain('sizden rica edilen bölüm artık ankette yok')
  expect(ayse.last).not.toContain('Satış')
  expect(ayse.buttons.at(-1)).toContain('Ara ver')
  await ayse.taps('Yanıtları ilet')
  marta.sees('Ayşe Yılmaz has sent what they had answered of “Long”')
  expect(
    await query(
      `select value from answers a join responses r on r.id = a.response_id
       where r.section is null and path like '/data/standards/%' order by path`,
    ),
  ).toEqual([{ value: 'Ayşe Yılmaz 1' }, { value: 'Ayşe Yılmaz 2' }])
})

test('a link that was taken back is no way into the firm either', async () => {
  const link = await handsOver(marta, 'Quality')
  await marta.taps('🤝 Quality')
  await marta.taps('Take it back')
  const ole = world.person('Ole Berg', 'en')
  await ole.starts(link)
  ole.sees('not needed from you any more')
  await ole.starts(link.replace('s_', 'f_'))
  ole.sees('link')
  expect(await query("select count(*)::int as count from firm_members where state = 'member'")).toEqual([
    { count: 1 },
  ])
})
