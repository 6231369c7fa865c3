import { afterEach, beforeEach, expect, test } from 'vitest'
import { languageOf } from '../../src/features/questionnaires/domain/form-language.ts'
import type { Form } from '../../src/features/questionnaires/domain/form.ts'
import { openSession } from '../../src/features/questionnaires/domain/session/open-session.ts'
import { finishedForms } from '../../src/features/questionnaires/forms/index.ts'
import type { Language } from '../../src/shared/localized-text.ts'
import { best, middle, worst } from '../features/questionnaires/forms/firms.ts'
import { formOf } from '../features/questionnaires/forms/finished.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

type Answers = Readonly<Record<string, string>>

const needs: Answers = {
  A2: 'owner',
  A3: '10-49',
  A4: 'not_said',
  A5: 'bogie_parts welded other',
  A5_other: '…',
  A6: '860719, 732690',
  C5: 'incoterms fairs',
  G3: 'spain other',
  G3_other: 'Portugal',
  G4: 'distributor',
  G5: 'OEM',
  G6: 'funds certification legal',
  G8: '-',
}

const journey: Answers = {
  passport_type: 'ordinary',
  passport_expiry_month: '2020-03-01',
  passport_expiry_date: '2020-03-12',
  passport_is_recent: 'yes',
  right_to_stay: 'no',
  visa_state: 'valid',
  visa_until: '2030-12-31',
  visa_entries: 'multiple',
  visa_days_left: '60',
  insurance: 'chamber',
  flight: 'own',
  own_flight: 'TK 1853',
  own_arrival_day: '2019-12-10',
  own_arrival_time: '10:25',
  samples: 'yes',
  samples_what: 'bogie',
  room: 'twin_with',
  room_with: 'Emma Wilson',
  extra_nights: 'after',
  meals: 'fish no_alcohol',
  assistance: 'no',
  emergency_name: 'Marta',
  emergency_phone: '+34 600 000 000',
  emergency_relation: 'friend',
}

const evaluation: Answers = {
  recommend: '9',
  recommend_why: 'B2B',
  overall_mark: '5',
  preparation: '4',
  communication: '5',
  programme: '3',
  companies: '2',
  interpreting: 'not_applicable',
  hotel_transport: '1',
  coordinators: '5',
  learned: 'technology price_level',
}

const outcome: Answers = {
  meetings_held: '8',
  meetings_useful: '5',
  leads: '3',
  quotations: '2',
  value_band: '50_250k',
  value_probability: 'medium',
  agreements: 'mou order',
  order_amount: '12500.5',
  order_currency: 'EUR',
  needs_next: 'visit legal',
  needs_words: '-',
}

test.each([
  ['needs_analysis', 'tr', { ...middle, ...needs, B3: 'de fr other', B3_other: 'Portekiz' }],
  ['needs_analysis', 'es', { ...best, ...needs }],
  ['needs_analysis', 'fr', { ...worst, ...needs }],
  ['logistics', 'fr', journey],
  ['logistics', 'tr', journey],
  ['logistics', 'es', journey],
  ['satisfaction', 'fr', evaluation],
  ['satisfaction', 'tr', evaluation],
  ['results', 'en', outcome],
  ['results', 'fr', outcome],
] as const)(
  '%s is answered in the chat in %s, by typing what stands on the buttons',
  async (id, language, answers: Answers) => {
    const form = await publishedForAll(id)
    const somebody = world.person('Ayşe Yılmaz', language)
    await somebody.starts(`q_${id}`)
    const given = await answersAll(form, somebody, language, answers)
    const { query } = world.house.database
    const kept = await query<{ path: string; value: string }>('select path, value from answers', [])
    expect(Object.fromEntries(kept.map(({ path, value }) => [path, value]))).toEqual(given)
    await somebody.taps('✅')
    somebody.sees(`${id}-0001`)
  },
)

/** The form as it is, but for anybody by its link. */
async function publishedForAll(id: string): Promise<Form> {
  const finished = finishedForms.find((one) => one.id === id) ?? expect.fail()
  const trip = {
    entersOn: Temporal.PlainDate.from('2019-12-10'),
    leavesOn: Temporal.PlainDate.from('2019-12-13'),
  }
  const form = formOf(finished, { trip })
  const open: Form = { ...form, purpose: { kind: 'free', scope: 'person', isAnonymous: false } }
  const { database, rooms } = world.house
  await database.transaction(() => rooms.questionnaires.publish({ form: open, publishedBy: null }))
  return open
}

/** Types an answer to whatever is asked, until the review. */
async function answersAll(
  form: Form,
  somebody: Person,
  language: Language,
  answers: Answers,
): Promise<Answers> {
  const given: Record<string, string> = {}
  const now = Temporal.PlainDate.from('2026-11-26').toZonedDateTime('Europe/Istanbul')
  for (;;) {
    const session = openSession({ form, answers: given, now, startedAt: now, seed: 'seed' })
    const step = session.open()
    if (step?.kind !== 'question') return given
    const { question, path } = step
    const name = languageOf(form, language)
    if (isOnCard(somebody)) await somebody.taps('▶ ')
    expect(somebody.last).toContain(session.text(question.label, path, name))
    const value = answers[question.name] ?? expect.fail(`nothing for ${question.name}`)
    const labels = value
      .split(' ')
      .map((one) => session.choices(path).find((choice) => choice.name === one)?.label)
      .map((label) => session.text(label, path, name))
    if (question.type === 'select_one') await somebody.writes(labels[0] ?? '')
    else if (question.type === 'select_multiple' || question.type === 'rank') {
      await somebody.writes(labels.join(', '))
      await somebody.writes(doneIn[language])
    } else await somebody.writes(value)
    given[path] = session.canonical(path, value) ?? expect.fail(`${question.name} ${value}`)
  }
}

/** Whether the sections of a long form stand there, of which the next is offered. */
const isOnCard = ({ phone }: Person): boolean =>
  (phone.state().messages.at(-1)?.keyboard?.inline_keyboard[0]?.[0]?.text ?? '').startsWith('▶ ')

const doneIn: Readonly<Record<Language, string>> = { tr: 'Tamam', en: 'Done', es: 'Listo', fr: 'Terminé' }
