import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes, sends, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld()
  emma = world.person('Emma Wilson', 'en')
})
afterEach(() => world.close())

const yesNo = [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')]
const small = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [
    asks('select_one yn', 'a', 'Birinci?', 'First?', { required: 'yes' }),
    asks('select_one yn', 'b', 'İkinci?', 'Second?', { required: 'yes' }),
    asks('text', 'c', 'Üçüncü?', 'Third?'),
  ],
  choices: yesNo,
  settings: { form_id: 'small', form_title: 'Small', ...settings },
})
const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

test('a stale tap, a double tap and a forwarded one each get a kind sentence, and change nothing', async () => {
  await publishes(world, small())
  await emma.starts('q_small')
  const yes = emma.holds('Yes')
  await emma.presses(yes)
  expect(emma.last).toContain('Second?')
  expect(await emma.presses(yes)).toContain('has been answered')
  const other = world.person('Marta Ruiz', 'es')
  await other.starts()
  expect(await other.presses({ messageId: 1, data: emma.holds('Yes').data })).toBeTruthy()
  expect(await query('select path, value from answers')).toEqual([{ path: '/data/a', value: 'yes' }])
  expect(emma.last).toContain('Second?')
})

test('an edited message is no new answer', async () => {
  await publishes(world, small())
  await emma.starts('q_small')
  await emma.writes('Yes')
  const { id } = emma.phone.state().messages.findLast(({ text }) => text === 'Yes') ?? { id: 0 }
  await emma.does((phone) => phone.edit({ messageId: id, text: 'No' }))
  emma.sees('your answer stays as first written')
  expect(await query('select value from answers')).toEqual([{ value: 'yes' }])
})

test('after the closing date an answer is not taken, and what was answered stays', async () => {
  await publishes(world, small({ heyet_closes_at: '2026-11-05 18:00' }))
  await emma.starts('q_small')
  await emma.taps('Yes')
  await world.clockShows('2026-11-06T09:00:00+03:00[Europe/Istanbul]')
  await emma.writes('No')
  emma.sees('closing date of this questionnaire has passed')
  const marta = world.person('Marta Ruiz', 'en')
  await marta.starts('q_small')
  marta.sees('closing date')
  expect(await query('select value from answers')).toEqual([{ value: 'yes' }])
})

test('a required question cannot be skipped, and back leads to the answer that is there', async () => {
  await publishes(world, small())
  await emma.starts('q_small')
  expect(emma.buttons).not.toContain('Skip')
  await emma.writes('skip')
  expect(emma.last).toContain('no choice called')
  await emma.taps('No')
  await emma.taps('‹ Back')
  expect(emma.buttons).toContain('✓ No')
  await emma.taps('Yes')
  expect(emma.last).toContain('Second?')
})

test('a new version while drafts are open: they stay on theirs, who begins gets the new one', async () => {
  await publishes(world, small())
  await emma.starts('q_small')
  await emma.taps('Yes')
  const { survey, ...rest } = small({ version: '2' })
  await publishes(world, { ...rest, survey: [...survey, asks('text', 'd', 'Dördüncü?', 'Fourth?')] })
  await world.deploys(2)
  await emma.taps('Yes')
  await emma.taps('Skip')
  expect(emma.last).toContain('Please check')
  await emma.taps('Submit')
  emma.sees('small-0001')
  const marta = world.person('Marta Ruiz', 'en')
  await marta.starts('q_small')
  expect(marta.last).toContain('1/4')
})

test('an anonymous one knows who has answered, but not what', async () => {
  await publishes(world, small({ heyet_anonymous: 'yes' }))
  await emma.starts('q_small')
  expect(emma.last).toContain('Anonymous')
  await emma.taps('Yes')
  await emma.taps('No')
  await emma.writes('the coffee')
  await emma.taps('Submit')
  emma.sees('separated from your name')
  expect(await query('select * from answers')).toEqual([])
  expect(await query('select submitted_at, number, calculated from responses')).toEqual([
    { submitted_at: null, number: null, calculated: null },
  ])
  expect(await query('select answers from anonymous_responses')).toEqual([
    { answers: { '/data/a': 'yes', '/data/b': 'no', '/data/c': 'the coffee' } },
  ])
  await emma.starts('q_small')
  expect(emma.last).toContain('You have answered this')
})

test('a firm answers once: a colleague goes on where somebody has begun, and changes what was submitted', async () => {
  const celik = await firm(world)
  await publishes(world, small({ heyet_scope: 'firm', heyet_purpose: 'needs_analysis' }))
  await emma.starts('q_small')
  emma.sees('you do not belong to one here yet')
  const { joining } = world.house.rooms.people
  const marta = world.person('Marta Ruiz', 'en')
  for (const member of [emma, marta])
    await member.starts(
      `f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`,
    )
  await emma.writes('/forms')
  expect(emma.last).toContain('Small · about 1 min')
  await emma.taps('📝 Small')
  await emma.taps('Yes')
  await marta.starts('q_small')
  marta.sees('A colleague of your firm has begun this')
  expect(marta.last).toContain('Second?')
  expect(await emma.taps('Yes')).toContain('Somebody of the firm')
  await marta.taps('No')
  await marta.taps('Skip')
  await marta.taps('Submit')
  marta.sees('small-0001')
  await emma.writes('/forms')
  expect(emma.last).toContain('small-0001')
  await emma.taps('Look at: Small')
  await emma.taps('Change something')
  await emma.taps('✎ 2.')
  await emma.taps('Yes')
  await emma.taps('Submit the changes')
  expect(await query('select number, state from responses')).toEqual([{ number: 1, state: 'submitted' }])
  expect(await query("select value from answers where path = '/data/b'")).toEqual([{ value: 'yes' }])
})

test('whoever types on while a colleague has taken over is told so, however much they type', async () => {
  const celik = await firm(world)
  await publishes(world, small({ heyet_scope: 'firm', heyet_purpose: 'needs_analysis' }))
  const { joining } = world.house.rooms.people
  const marta = world.person('Marta Ruiz', 'en')
  for (const member of [emma, marta]) {
    await member.starts(
      `f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`,
    )
    await member.starts('q_small')
  }
  await emma.writes('x'.repeat(4096))
  expect(emma.last).toContain('Somebody of the firm is answering this now')
  expect(world.lines.filter((line) => line.includes('send.refused'))).toEqual([])
  await marta.writes('y'.repeat(4096))
  expect(marta.last).toContain('First?')
})

test('a spreadsheet that a coordinator sends meanwhile is no answer', async () => {
  await publishes(world, small())
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await zeynep.starts('q_small')
  await sends(
    zeynep,
    'document',
    'x.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  expect(await query('select * from answers')).toEqual([])
  expect(await query('select count(*)::int as count from uploads')).toEqual([{ count: 1 }])
  await zeynep.taps('Yes')
  zeynep.sees('Second?')
})

test('a logistics form opens with the approval', async () => {
  const { id } = await delegation(world, { approval: 'automatic' })
  await publishes(world, small({ heyet_purpose: 'logistics' }), id)
  await emma.starts('q_small')
  emma.sees('once your application has been approved')
})

test('one draft is open at a time, also across rooms', async () => {
  await delegation(world)
  await publishes(world, small())
  await emma.starts('q_small')
  await emma.taps('Yes')
  await emma.starts('t_BCN26')
  await emma.taps('Apply')
  emma.sees('Saved. /forms brings you back')
  await emma.starts('q_small')
  expect(emma.last).toContain('Second?')
  await emma.writes('No')
  expect(emma.last).toContain('Third?')
})

test('instances of a repeat are added, and taken away at the review', async () => {
  await publishes(world, {
    survey: [
      { type: 'begin_repeat', name: 'people', 'label::English (en)': 'Person', 'label::Türkçe (tr)': 'Kişi' },
      asks('text', 'name', 'Adı?', 'Their name?', { required: 'yes' }),
      { type: 'end_repeat', name: '' },
    ],
    settings: { form_id: 'small', form_title: 'Small' },
  })
  await emma.starts('q_small')
  await emma.writes('Ada')
  expect(emma.last).toContain('1 so far')
  await emma.taps('Yes, add one')
  expect(emma.last).toContain('Person 2')
  await emma.writes('Bob')
  await emma.writes('yes')
  await emma.writes('Cem')
  await emma.taps('that is all')
  expect(emma.last).toContain('Please check')
  await emma.taps('✕ Person 2')
  expect(emma.last).not.toContain('Bob')
  expect(emma.last).toContain('Cem')
  await emma.taps('➕ Person')
  await emma.writes('Dan')
  await emma.taps('that is all')
  await emma.taps('Submit')
  expect(await query("select value from answers where path like '%name' order by path")).toEqual([
    { value: 'Ada' },
    { value: 'Cem' },
    { value: 'Dan' },
  ])
})

test('what has become wrong by another answer is not offered to be kept', async () => {
  await publishes(world, {
    survey: [
      asks('integer', 'held', 'Kaç görüşme?', 'How many meetings?'),
      asks('integer', 'useful', 'Kaçı yararlı?', 'How many useful?', { constraint: '. <= ${held}' }),
    ],
    settings: { form_id: 'small', form_title: 'Small' },
  })
  await emma.starts('q_small')
  await emma.writes('5')
  await emma.writes('4')
  await emma.taps('1. How many meetings?')
  expect(newestKeys()).toContain('✔ Keep it')
  await emma.writes('2')
  await emma.taps('Submit')
  expect(emma.last).toContain('How many useful?')
  expect(newestKeys()).toEqual(['🗑 Remove it', '‹ Back', '⏸ Pause'])
  await emma.writes('2')
  await emma.taps('Submit')
  emma.sees('small-0001')
})

/** What stands below the newest message; the ones above it keep theirs. */
const newestKeys = () =>
  emma.phone
    .state()
    .messages.at(-1)
    ?.keyboard?.inline_keyboard.flat()
    .map(({ text }) => text)

test('discarded, and begun anew', async () => {
  await publishes(world, small())
  await emma.starts('q_small')
  await emma.taps('Yes')
  await emma.taps('Yes')
  await emma.taps('Skip')
  await emma.taps('Discard')
  await emma.taps('Discard')
  expect(await query('select * from responses')).toEqual([])
  await emma.starts('q_small')
  expect(emma.last).toContain('First?')
})

test('what is known is proposed, confirmed in one tap, and written back when it has changed', async () => {
  const celik = await firm(world)
  await world.house.rooms.people.firms.update(celik, { employees: 80 })
  await publishes(world, {
    survey: [
      asks('integer', 'employees', 'Çalışan sayısı?', 'Employees?', { heyet_profile: 'firm.employees' }),
      asks('text', 'city', 'Şehir?', 'City?', { heyet_profile: 'firm.city' }),
    ],
    settings: { form_id: 'small', form_title: 'Small', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  })
  const { joining } = world.house.rooms.people
  await emma.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`)
  await emma.starts('q_small')
  expect(emma.last).toContain('From 2 November 2026: 80\nStill right?')
  await world.clockShows('2026-11-12T09:00:00+03:00[Europe/Istanbul]')
  await emma.writes('95')
  expect(emma.last).toContain('From 2 November 2026: Eskişehir')
  await emma.taps('Yes, that is right')
  await emma.taps('Submit')
  expect(
    await query(
      "select employees, city, facts_at->>'city' as city_at, facts_at->>'cluster' as cluster_at from firms",
    ),
  ).toEqual([{ employees: 95, city: 'Eskişehir', city_at: '2026-11-12', cluster_at: '2026-11-02' }])
})

test('scores come with the receipt, and what is said of them is not in the review', async () => {
  await publishes(world, {
    survey: [
      asks('range', 'ready', 'Ne kadar hazırsınız?', 'How ready?', { parameters: 'start=1 end=10 step=1' }),
      asks('calculate', 'score_total', 'Toplam', 'Total', { calculation: '${ready} * 10' }),
      { type: 'begin_group', name: 'result' },
      asks('note', 'advice', 'İyi gidiyor.', 'You are doing well.', { relevant: '${score_total} > 50' }),
      { type: 'end_group', name: '' },
    ],
    settings: { form_id: 'small', form_title: 'Small' },
  })
  await emma.starts('q_small')
  await emma.taps('7')
  expect(emma.last).toContain('Please check')
  expect(emma.last).not.toContain('doing well')
  await emma.taps('Submit')
  emma.sees('small-0001')
  expect(emma.last).toContain('Total\n▰▰▰▰▰▰▰▱▱▱ 70/100')
  expect(emma.last).toContain('You are doing well.')
})

test('a known number is the choice that holds it', async () => {
  const celik = await firm(world)
  await world.house.rooms.people.firms.update(celik, { employees: 80 })
  await publishes(world, {
    survey: [asks('select_one size', 'a3', 'Çalışan?', 'Employees?', { heyet_profile: 'firm.employees' })],
    choices: [
      choice('size', 'small', '1-49', '1-49', { from: '1', to: '49' }),
      choice('size', 'large', '50+', '50+', { from: '50' }),
    ],
    settings: { form_id: 'small', form_title: 'Small', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  })
  const { joining } = world.house.rooms.people
  await emma.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`)
  await emma.starts('q_small')
  expect(emma.buttons).toContain('✓ 50+')
  expect(emma.last).toContain('From 2 November 2026: 50+\nStill right?')
  expect(emma.buttons).not.toContain('✔ Yes, that is right')
  await emma.taps('✓ 50+')
  await emma.taps('Submit')
  expect(await query('select employees from firms')).toEqual([{ employees: 80 }])
})
