import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form, FormNode, Question } from '../../../../src/features/questionnaires/domain/form.ts'
import {
  isInSections,
  openIn,
  placeIn,
  sectionAt,
  sectionsOf,
  stepInSections,
} from '../../../../src/features/questionnaires/domain/sections.ts'
import { withNoMore } from '../../../../src/features/questionnaires/domain/session/instances.ts'
import type { Answers, Session } from '../../../../src/features/questionnaires/domain/session/session.ts'
import { answerKey, askedSteps, type Asked } from '../../../../src/features/questionnaires/domain/steps.ts'
import { sessionOn } from '../form-of.ts'
import { generatedSections } from './generated-form.ts'
import { keep, someAnswer } from './someone.ts'

const sectioned = generatedSections.filter(isInSections)

test('in whatever order sections are answered, only what applies is asked, and the end is the review', () => {
  fc.assert(
    fc.property(sectioned, fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (form, picks) => {
      let answers: Answers = {}
      let place: string | null = null
      for (let turn = 0; turn < 3_000; turn += 1) {
        const pick = picks[turn % picks.length] ?? 0
        const session = sessionOn(form, answers)
        const sections = sectionsOf(form, session)
        const asked = stepInSections(session, sections, place)
        if (asked) {
          expect(askedSteps(session)).toContain(asked)
          const section = sectionAt(sections, asked, place)
          if (sections.length > 0) expect(section?.asked).toContain(asked)
          answers = answered(form, session, answers, asked, pick + turn)
          // Somebody leaves a section in the middle now and then.
          place = !section || pick % 5 === 0 ? null : placeIn(section)
          continue
        }
        if (!session.open()) break
        const open = sections.filter((section) => openIn(session, section))
        const step = openIn(session, open[pick % Math.max(1, open.length)])
        place = step ? answerKey(step) : expect.fail('something is open, and no section leads there')
      }
      const session = sessionOn(form, answers)
      expect(session.open()).toBeUndefined()
      for (const step of askedSteps(session)) expect(session.isAnswered(step)).toBe(true)
      expect(session.violations().filter(({ refusal }) => refusal.kind === 'required')).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('every question that applies stands in exactly one section', () => {
  fc.assert(
    fc.property(sectioned, fc.array(fc.nat(1000), { maxLength: 20 }), (form, picks) => {
      let answers: Answers = {}
      for (const pick of picks) {
        const session = sessionOn(form, answers)
        const asked = askedSteps(session)
        const step = asked[pick % Math.max(1, asked.length)]
        if (step) answers = answered(form, session, answers, step, pick)
      }
      const session = sessionOn(form, answers)
      const sections = sectionsOf(form, session)
      if (sections.length === 0) return
      expect(sections.flatMap(({ asked }) => asked)).toEqual(askedSteps(session))
    }),
    { numRuns: 150 },
  )
}, 120_000)

function answered(form: Form, session: Session, answers: Answers, step: Asked, at: number): Answers {
  if (step.kind === 'more') return { ...answers, ...withNoMore(answers, step.path) }
  return keep(form, answers, step.path, someAnswer(session, step.path, step.question, at))
}

const question = (at: number): Question => ({
  ...{ kind: 'question', type: 'text', name: `q${at}`, path: `/data/g${at % 3}/q${at}`, row: at },
  ...{ label: { '': [`Question ${at}`] }, isReadOnly: false, appearance: [] },
})
const group = (at: number, count: number, label?: string): FormNode => ({
  ...{ kind: 'group', name: `g${at}`, path: `/data/g${at}`, row: at },
  ...(label ? { label: { '': [label] } } : {}),
  children: Array.from({ length: count }, (_, index) => question(at + index * 3)),
})

test.each([
  { what: 'a short form', children: [group(0, 5, 'A'), group(1, 5, 'B')], expected: false },
  { what: 'a long form with headings', children: [group(0, 6, 'A'), group(1, 5, 'B')], expected: true },
  { what: 'groups without headings', children: [group(0, 6), group(1, 6)], expected: false },
  { what: 'one heading only', children: [group(0, 12, 'A')], expected: false },
  { what: 'a heading of notes', children: [group(0, 12, 'A'), group(1, 0, 'B')], expected: false },
])('$what is answered in sections: $expected', ({ children, expected }) => {
  expect(isInSections({ root: { children } } as unknown as Form)).toBe(expected)
})
