import { expect, test } from 'vitest'
import type { Form } from '../../src/features/questionnaires/domain/form.ts'
import { languageOf } from '../../src/features/questionnaires/domain/form-language.ts'
import { withNoMore } from '../../src/features/questionnaires/domain/session/instances.ts'
import { openSession } from '../../src/features/questionnaires/domain/session/open-session.ts'
import type { Answers, Session } from '../../src/features/questionnaires/domain/session/session.ts'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { foreignSentences } from '../support/foreign-words.ts'
import { formOf, publishes, sends, sendsPhoto, type SmallForm } from '../support/forms.ts'
import { buttonsOf } from '../support/monkey.ts'
import type { HeldButton, Person } from '../support/person.ts'
import { seedRespondents } from '../support/seed-respondents.ts'
import { wildForm } from '../support/wild-form.ts'
import { openWorld, type World } from '../support/world.ts'

const drafts = 30

/** Every kind of question one after the other; sections would let people choose. */
function inOneRow(version: number): SmallForm {
  const wild = wildForm(version)
  const survey = wild.survey.filter(({ type = '' }) => !/^(begin|end)_group$/.test(type))
  return {
    ...wild,
    survey: survey.map((line) =>
      line['type'] === 'begin_repeat'
        ? Object.fromEntries(Object.entries(line).filter(([header]) => !header.startsWith('label')))
        : line,
    ),
  }
}

const moment = Temporal.ZonedDateTime.from('2026-11-02T09:00:00+03:00[Europe/Istanbul]')
const sessionOn = (form: Form, answers: Answers): Session =>
  openSession({ form, answers, now: moment, startedAt: moment, seed: 'seed' })

const given: Partial<Record<string, string>> = {
  integer: '2',
  decimal: '7.5',
  range: '4',
  date: '2026-12-10',
  time: '09:00:00',
  dateTime: '2026-12-10T16:30:00.000+03:00',
  geopoint: '41.5 2.25 0 0',
  acknowledge: 'OK',
  rank: 'few0 few1 few2 few3',
}

/** What somebody has said who has come past `count` questions. */
function answersPast(count: number, form: Form): Record<string, string> {
  const answers: Record<string, string> = {}
  for (let at = 0; at < count; at += 1) {
    const session = sessionOn(form, answers)
    const open = session.open()
    if (!open) return answers
    if (open.kind === 'more') Object.assign(answers, withNoMore(answers, open.path))
    else {
      const { type } = open.question
      const value = given[type] ?? (type.startsWith('select') ? session.choices(open.path)[1]?.name : 'words')
      answers[open.path] = ['image', 'audio', 'file'].includes(type) ? 'file:1' : (value ?? '')
    }
  }
  return answers
}

interface Draft {
  person: Person
  language: Language
  /** The open question, as it is read. */
  label: string
  type: string
  /** What stood on the screen before the deploy. */
  held: HeldButton[]
}

const responseOf = async (world: World, { id }: Person) => {
  const [row] = await world.house.database.query<{ revision: number; answers: Answers; version: string }>(
    `select r.revision, v.version, coalesce((select jsonb_object_agg(path, value) from answers
       where response_id = r.id), '{}') as answers
     from responses r join accounts a on a.person_id = r.person_id
     join questionnaire_versions v on v.id = r.version_id where a.user_id = $1`,
    [id],
  )
  return row ?? expect.fail(`${id} has no draft`)
}

async function opens(world: World, form: Form, id: number, at: number): Promise<Draft> {
  // Those who come to a question for the second time read another language.
  const language = languages[(at + Math.floor(at / 20)) % languages.length] ?? 'tr'
  const person = world.person(`Person ${at}`, language)
  const whole = Object.keys(answersPast(100, form)).length
  const answers = answersPast(at % whole, form)
  await seedRespondents(world.database.url, id, { firstUserId: person.id, count: 1, language, answers })
  await person.starts('q_wild')
  const draft = { person, language, ...asked(form, answers, language) }
  expect(person.last).toContain(draft.label)
  const newest = buttonsOf(person).at(-1)?.messageId
  return {
    ...draft,
    held: buttonsOf(person).filter(
      ({ data, messageId }) => messageId === newest && data.startsWith('q.s.pick:') && !data.endsWith(':why'),
    ),
  }
}

function asked(form: Form, answers: Answers, language: Language): { label: string; type: string } {
  const session = sessionOn(form, answers)
  const open = session.open() ?? expect.fail('there is nothing left to ask')
  const label = open.kind === 'more' ? open.repeat.label : open.question.label
  return {
    label:
      session.text(label, open.path, languageOf(form, language)) ||
      (open.kind === 'more' ? open.repeat.name : open.question.name),
    type: open.kind === 'more' ? 'more' : open.question.type,
  }
}

/** Presses what stood on the screen before, or sends what is asked for. */
async function answers(world: World, { person, type, held }: Draft): Promise<void> {
  const before = await responseOf(world, person)
  for (const button of held) {
    await person.presses(button)
    if ((await responseOf(world, person)).revision > before.revision) return
  }
  if (type === 'geopoint')
    await person.does((phone) => phone.shareLocation({ latitude: 41.5, longitude: 2.2 }))
  else if (type === 'image') await sendsPhoto(person)
  else if (type === 'audio') await sends(person, 'voice', 'voice.ogg', 'audio/ogg')
  else if (type === 'file') await sends(person, 'document', 'paper.pdf', 'application/pdf')
  else await person.writes(type === 'integer' || type === 'decimal' ? '3' : 'So it is')
}

test(
  'thirty drafts in four languages, at every kind of question, live through a deploy, a new version and four weeks',
  { timeout: 180_000 },
  async () => {
    const world = await openWorld()
    const { questionnaire } = await publishes(world, inOneRow(1))
    const form = formOf(inOneRow(1))
    const open: Draft[] = []
    for (let at = 0; at < drafts; at += 1) open.push(await opens(world, form, questionnaire.id, at))
    expect(new Set(open.map(({ type }) => type)).size).toBeGreaterThanOrEqual(14)

    await publishes(world, inOneRow(2))
    await world.deploys(2)
    for (const draft of open) {
      const before = await responseOf(world, draft.person)
      await answers(world, draft)
      const after = await responseOf(world, draft.person)
      expect(after.revision, `${draft.type}\n${draft.person.screen()}`).toBe(before.revision + 1)
      expect(after.answers).toMatchObject(before.answers)
      expect(after.version).toBe('1')
    }

    await world.deploys(3)
    await world.clockShows('2026-11-30T09:00:00+03:00[Europe/Istanbul]')
    for (const { person, language } of open) {
      await person.writes('/forms')
      const back = buttonsOf(person).findLast(({ data }) => data.startsWith('q.resume:'))
      await person.presses(back ?? expect.fail(person.screen()))
      const kept = await responseOf(world, person)
      const question = sessionOn(form, kept.answers).open()
      if (question) expect(person.last).toContain(asked(form, kept.answers, language).label)
      expect(foreignSentences(world.shownTo(person), language)).toEqual([])
    }
    expect(world.lines.filter((line) => line.includes('.failed') || line.includes('send.refused'))).toEqual(
      [],
    )
    await world.close()
  },
)
