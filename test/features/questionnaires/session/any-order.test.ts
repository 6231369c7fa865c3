import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form } from '../../../../src/features/questionnaires/domain/form.ts'
import {
  withNoMore,
  withOneMore,
  withoutInstance,
} from '../../../../src/features/questionnaires/domain/session/instances.ts'
import type { Answers } from '../../../../src/features/questionnaires/domain/session/session.ts'
import { sessionOn } from '../form-of.ts'
import { generatedForms } from './generated-form.ts'
import { keep, someAnswer } from './someone.ts'

/** What somebody does next; `at` picks among what can be done. */
interface Deed {
  what: 'answer' | 'skip' | 'change' | 'more' | 'no more' | 'remove' | 'nonsense'
  at: number
}

const deeds = fc.array(
  fc.record({
    what: fc.constantFrom<Deed['what']>(
      'answer',
      'answer',
      'answer',
      'skip',
      'change',
      'more',
      'no more',
      'remove',
      'nonsense',
    ),
    at: fc.nat(1000),
  }),
  { maxLength: 25 },
)

function afterDeed(form: Form, answers: Answers, { what, at }: Deed): Answers {
  const session = sessionOn(form, answers)
  const steps = session.steps()
  const repeats = steps.filter((step) => step.kind === 'more').map(({ path }) => path)
  const repeat = repeats[at % Math.max(1, repeats.length)]
  const open = session.open()
  const questions = steps.filter((step) => step.kind === 'question')
  const step = what === 'change' ? questions[at % Math.max(1, questions.length)] : open
  if (what === 'remove' || what === 'more' || what === 'no more') {
    if (!repeat) return answers
    if (what === 'remove') return withoutInstance(answers, repeat, (at % 4) + 1)
    return { ...answers, ...(what === 'more' ? withOneMore : withNoMore)(answers, repeat) }
  }
  if (what === 'nonsense')
    return { ...answers, [`/data/n${at % 25}`]: ['x y', '', '👍', 'NaN'][at % 4] ?? '' }
  if (step?.kind === 'more') return { ...answers, ...withNoMore(answers, step.path) }
  if (step?.kind !== 'question') return answers
  const value = what === 'skip' ? '' : someAnswer(session, step.path, step.question, at)
  session.judge(step.path, value)
  return keep(form, answers, step.path, value)
}

/** Whatever has been answered, all this holds. */
function expectSound(form: Form, answers: Answers): void {
  const session = sessionOn(form, answers)
  const steps = session.steps()
  for (const step of steps) if (step.kind !== 'more') expect(session.isRelevant(step.path)).toBe(true)
  const keys = steps.map(({ kind, path }) => `${kind} ${path}`)
  expect(new Set(keys).size).toBe(keys.length)
  const open = session.open()
  if (open) expect(keys).toContain(`${open.kind} ${open.path}`)
  const { values, skipped } = session.result()
  for (const path of skipped) {
    expect(values[path]).toBeUndefined()
    expect(session.value(path)).toBe('')
  }
  session.violations()
  for (const step of steps) if (step.kind === 'question') session.text(step.question.label, step.path, 'xx')
  const again = sessionOn(JSON.parse(JSON.stringify(form)) as Form, answers)
  expect(again.result()).toEqual(sessionOn(form, answers).result())
}

test('no order of answers, changes and goings-back makes a form throw, loop, or ask what does not apply', () => {
  fc.assert(
    fc.property(generatedForms({ isOrderly: false }), deeds, (form, done) => {
      let answers: Answers = {}
      for (const deed of done) answers = afterDeed(form, answers, deed)
      expectSound(form, answers)
    }),
    { numRuns: 400 },
  )
}, 120_000)

test('whoever answers what is asked comes to an end', () => {
  fc.assert(
    fc.property(generatedForms({ isOrderly: true }), fc.nat(1000), (form, at) => {
      let answers: Answers = {}
      let open = sessionOn(form, answers).open()
      for (let count = 0; open && count < 2_000; count += 1) {
        const session = sessionOn(form, answers)
        if (open.kind === 'more') answers = { ...answers, ...withNoMore(answers, open.path) }
        else
          answers = keep(form, answers, open.path, someAnswer(session, open.path, open.question, at + count))
        open = sessionOn(form, answers).open()
      }
      expect(open).toBeUndefined()
      expectSound(form, answers)
    }),
    { numRuns: 200 },
  )
}, 120_000)

test('what an answer changes is what the next session shows', () => {
  fc.assert(
    fc.property(generatedForms({ isOrderly: true }), deeds, fc.nat(1000), (form, done, at) => {
      let answers: Answers = {}
      for (const deed of done) answers = afterDeed(form, answers, deed)
      const session = sessionOn(form, answers)
      const questions = session.steps().filter((step) => step.kind === 'question')
      const step = questions[at % Math.max(1, questions.length)]
      if (!step) return
      const value = someAnswer(session, step.path, step.question, at)
      const { changes, kept } = session.afterAnswer(step.path, value)
      const { becameRelevant, becameIrrelevant } = changes()
      const next = sessionOn(form, { ...answers, ...kept, [step.path]: value })
      for (const path of becameRelevant) expect(next.isRelevant(path)).toBe(true)
      for (const path of becameIrrelevant) expect(next.value(path)).toBe('')
      const before = new Set(questions.map(({ path }) => path))
      const added = next.steps().filter(({ kind, path }) => kind === 'question' && !before.has(path))
      const couldBeAsked = added.filter(({ path }) => !session.isRelevant(path))
      expect(becameRelevant).toEqual(expect.arrayContaining(couldBeAsked.map(({ path }) => path)))
    }),
    { numRuns: 200 },
  )
}, 120_000)
