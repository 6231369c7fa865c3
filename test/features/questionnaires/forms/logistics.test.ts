import { describe, expect, test } from 'vitest'
import { logistics } from '../../../../src/features/questionnaires/forms/logistics/index.ts'
import { formOf, nodesOf, questionsOf, somebodyAt } from './finished.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const form = formOf(logistics, { trip: { entersOn: day('2019-12-10'), leavesOn: day('2019-12-13') } })
const delegate = somebodyAt(form)
const visaQuestions = questionsOf(form).flatMap(({ name, path }) => (path.includes('/visa/') ? [name] : []))

test('it is for people who have been approved', () => {
  expect(form.purpose).toEqual({ kind: 'logistics', scope: 'person', isAnonymous: false })
})

test('nobody is asked for a passport number or a birth date', () => {
  const asked = questionsOf(form).map(({ name, label }) => `${name} ${JSON.stringify(label)}`)
  for (const words of asked)
    expect(words).not.toMatch(/birth|born|doğum|nacimiento|naissance|passport (no|number)|pasaport no/i)
})

describe('the passport decides what else is asked', () => {
  test('an ordinary one asks for the visa', () => {
    expect(delegate.asked({ passport_type: 'ordinary' })).toContain('right_to_stay')
    const asked = delegate.asked({ passport_type: 'ordinary', right_to_stay: 'no' })
    expect(asked).toContain('visa_state')
  })

  test.each(['special', 'service', 'diplomatic'])('a %s one does not', (passport_type) => {
    const asked = delegate.asked({ passport_type, right_to_stay: 'no', visa_state: 'valid' })
    expect(asked.filter((name) => visaQuestions.includes(name))).toEqual([])
  })

  test.each([
    ['eu', false],
    ['exempt', false],
    ['needed', true],
    ['unsure', true],
  ])('one of another country: visa %s', (foreign_visa, isAsked) => {
    const asked = delegate.asked({ passport_type: 'foreign', foreign_visa })
    expect(asked.includes('right_to_stay')).toBe(isAsked)
  })

  test('who may stay there anyway is asked no more about a visa', () => {
    const ordinary = { passport_type: 'ordinary' }
    expect(delegate.asked({ ...ordinary, right_to_stay: 'second_nationality' })).not.toContain('visa_state')
    expect(delegate.asked({ ...ordinary, right_to_stay: 'residence_permit' })).toContain('residence_until')
  })
})

describe('how long a passport has to be valid', () => {
  const service = { passport_type: 'service' }

  test('the month is enough, unless it is the very one', () => {
    const asks = (month: string) =>
      delegate.asked({ ...service, passport_expiry_month: month }).includes('passport_expiry_date')
    expect([asks('2020-02-01'), asks('2020-03-01'), asks('2020-04-01')]).toEqual([false, true, false])
  })

  test('12 March 2020 is a day short for a return on 13 December 2019: renew by that day', () => {
    const short = {
      passport_type: 'ordinary',
      passport_expiry_month: '2020-03-01',
      passport_expiry_date: '2020-03-12',
    }
    expect(delegate.refuses(short, 'passport_expiry_date', '2020-03-12')).toBe(false)
    expect(delegate.value(short, 'passport_needed_until')).toBe('2020-03-13')
    expect(delegate.notes(short).slice(1)).toEqual([
      '🛂 Your passport has to be valid until at least 13 Mar 2020.',
      'Please renew it by 26 Oct 2019. Your seat is kept; update this form when you have the new passport.',
    ])
    expect(delegate.notes(short, 'Türkçe (tr)').at(-1)).toMatch(/en geç 26 Eki 2019 tarihine kadar/)
    expect(delegate.notes({ ...short, passport_expiry_date: '2020-03-13' })).toHaveLength(1)
  })

  test('without a visa there is time until the lists are sent', () => {
    const short = { ...service, passport_expiry_month: '2020-01-01' }
    expect(delegate.value(short, 'renew_by')).toBe('2019-11-25')
    expect(delegate.noteNames(short)).toContain('passport_renew')
    const late = somebodyAt(form, '2019-11-26')
    expect(late.noteNames(short)).toContain('passport_renew_now')
    expect(late.noteNames(short)).not.toContain('passport_renew')
  })

  test('a later month, or an exact day that was answered before the month was changed', () => {
    expect(delegate.noteNames({ ...service, passport_expiry_month: '2027-05-01' })).toEqual(['welcome'])
    const changed = { ...service, passport_expiry_month: '2027-05-01', passport_expiry_date: '2020-03-12' }
    expect(delegate.noteNames(changed)).toEqual(['welcome'])
  })

  test('ten years before entering', () => {
    expect(delegate.value({}, 'passport_issued_after')).toBe('2009-12-10')
    const old = { ...service, passport_expiry_month: '2027-05-01', passport_is_recent: 'no' }
    expect(delegate.noteNames(old)).toEqual(['welcome', 'passport_old', 'passport_renew'])
  })

  test.each([
    ['2026-12-13', '2027-03-13', '2016-12-10'],
    ['2026-11-30', '2027-02-28', '2016-12-10'],
    ['2027-11-29', '2028-02-29', '2016-12-10'],
    ['2027-11-30', '2028-02-29', '2016-12-10'],
    ['2026-03-31', '2026-06-30', '2016-12-10'],
    ['2026-06-05', '2026-09-05', '2016-12-10'],
    ['2026-07-31', '2026-10-31', '2016-12-10'],
    ['2026-09-30', '2026-12-30', '2016-12-10'],
    ['2026-10-01', '2027-01-01', '2016-12-10'],
  ])('leaving on %s it has to be valid until %s', (leaves, until, issued) => {
    const other = somebodyAt(
      formOf(logistics, { trip: { entersOn: day('2026-12-10'), leavesOn: day(leaves) } }),
    )
    expect(other.value({}, 'passport_needed_until')).toBe(until)
    expect(other.value({}, 'passport_issued_after')).toBe(issued)
  })

  test('a 29 February has one ten years before it', () => {
    const trip = { entersOn: day('2028-02-29'), leavesOn: day('2028-03-02') }
    expect(somebodyAt(formOf(logistics, { trip })).value({}, 'passport_issued_after')).toBe('2018-02-28')
  })

  test('without the days of the trip nothing is checked and nobody is told anything', () => {
    const somebody = somebodyAt(formOf(logistics))
    const answers = {
      passport_type: 'ordinary',
      passport_expiry_month: '2019-01-01',
      right_to_stay: 'no',
      visa_state: 'valid',
      visa_until: '2019-01-01',
      visa_days_left: '0',
    }
    expect(somebody.noteNames(answers)).toEqual(['welcome'])
    expect(somebody.asked(answers)).not.toContain('passport_is_recent')
    expect(somebody.noteNames({ ...answers, visa_state: 'not_yet' })).toEqual(['welcome'])
  })
})

describe('the visa', () => {
  const ordinary = { passport_type: 'ordinary', passport_expiry_month: '2027-05-01', right_to_stay: 'no' }
  const valid = { ...ordinary, visa_state: 'valid' }

  test('a valid one: until when, entries, days left', () => {
    expect(delegate.asked(valid).filter((name) => visaQuestions.includes(name))).toEqual([
      'right_to_stay',
      'visa_state',
      'visa_until',
      'visa_entries',
      'visa_days_left',
    ])
  })

  test('it has to cover the four days of the trip', () => {
    const told = (answers: Record<string, string>) =>
      delegate.noteNames({ ...valid, ...answers }).includes('visa_short')
    expect(told({ visa_until: '2019-12-13', visa_days_left: '4' })).toBe(false)
    expect(told({ visa_until: '2019-12-12', visa_days_left: '4' })).toBe(true)
    expect(told({ visa_until: '2020-12-12', visa_days_left: '3' })).toBe(true)
  })

  test('one that has expired is none', () => {
    expect(delegate.refuses(valid, 'visa_until', '2019-08-31')).toBe(true)
    expect(delegate.refuses(valid, 'visa_until', '2019-09-01')).toBe(false)
  })

  test('a residence permit has to last until the month of the return', () => {
    const told = (residence_until: string) =>
      delegate
        .noteNames({ ...ordinary, right_to_stay: 'residence_permit', residence_until })
        .includes('residence_short')
    expect(told('2019-11-01')).toBe(true)
    expect(told('2019-12-01')).toBe(false)
    expect(told('2020-01-01')).toBe(false)
    expect(delegate.noteNames({ ...ordinary, right_to_stay: 'residence_permit' })).not.toContain(
      'residence_short',
    )
  })

  test('no appointment yet, or one after T-45', () => {
    expect(delegate.noteNames({ ...ordinary, visa_state: 'not_yet' })).toContain('visa_begin')
    const booked = { ...ordinary, visa_state: 'appointment' }
    expect(delegate.noteNames({ ...booked, visa_appointment: '2019-10-26' })).not.toContain('visa_late')
    expect(delegate.noteNames({ ...booked, visa_appointment: '2019-10-27' })).toContain('visa_late')
  })
})

test('the own flight is asked about, and who comes with the group where they join', () => {
  expect(delegate.asked({ flight: 'own' })).toEqual(
    expect.arrayContaining(['own_flight', 'own_arrival_day', 'own_arrival_time']),
  )
  expect(delegate.asked({ flight: 'own' })).not.toContain('boarding_point')
  expect(delegate.asked({ flight: 'group' })).toContain('boarding_point')
  expect(delegate.refuses({ flight: 'own' }, 'own_flight', 'TK 1853')).toBe(false)
})

test('whoever flies on their own is proposed the first day of the trip', () => {
  expect(delegate.session({ flight: 'own' }).prefilled(delegate.pathOf('own_arrival_day'))).toBe('2019-12-10')
})

test('the example of a phone number is one of the language’s own country', () => {
  const { hint } = questionsOf(form).find(({ name }) => name === 'emergency_phone') ?? expect.fail()
  const hints = ['Türkçe (tr)', 'English (en)', 'Español (es)', 'Français (fr)'].map((language) =>
    delegate.session({}).text(hint, delegate.pathOf('emergency_phone'), language),
  )
  expect(hints.map((text) => /[+]\d+/.exec(text)?.[0])).toEqual(['+90', '+44', '+34', '+33'])
})

test('menus are chosen, and no reason is asked', () => {
  expect(delegate.refuses({}, 'meals', 'fish vegetarian')).toBe(false)
  expect(delegate.refuses({}, 'meals', 'fish any')).toBe(true)
  const stay = nodesOf(form).filter(({ path }) => path.startsWith('/data/stay/'))
  const texts = stay.filter((node) => node.kind === 'question' && node.type === 'text')
  expect(texts.map(({ name }) => name)).toEqual(['room_with'])
})

test('an emergency contact has a number with its country', () => {
  expect(delegate.refuses({}, 'emergency_phone', '+90 532 000 00 00')).toBe(false)
  expect(delegate.refuses({}, 'emergency_phone', '0532 000 00 00')).toBe(true)
})
