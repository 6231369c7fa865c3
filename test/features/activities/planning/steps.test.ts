import { describe, expect, test } from 'vitest'
import { codeStem, nextCode } from '../../../../src/features/activities/domain/planning/activity-code.ts'
import {
  deadlineRefusal,
  proposedDeadlines,
} from '../../../../src/features/activities/domain/planning/deadlines.ts'
import {
  plannedActivity,
  withAnswers,
  type Plan,
} from '../../../../src/features/activities/domain/planning/plan.ts'
import {
  changedSteps,
  currentPlanStep,
  isPlanStep,
  planProgress,
  planStepBefore,
  planSteps,
} from '../../../../src/features/activities/domain/planning/steps.ts'

const timeZone = 'Europe/Istanbul'

const complete: Plan = {
  kind: 'training',
  languages: ['tr', 'en'],
  isLanguagesDone: true,
  title: { tr: 'Eğitim', en: 'Training' },
  description: { tr: 'Konu', en: null },
  place: { tr: 'Ankara', en: 'Ankara' },
  startsOn: '2026-12-10',
  endsOn: '2026-12-11',
  hours: null,
  capacity: null,
  closesAt: '2026-12-08T15:00:00Z',
  approval: 'automatic',
}

const stepOf = (plan: Plan, changing: string | null = null) => currentPlanStep({ plan, changing, timeZone })

const without = (...fields: (keyof Plan)[]): Plan => {
  const plan = { ...complete }
  for (const field of fields) delete plan[field]
  return plan
}

describe('the step that is asked', () => {
  test('follows from what is missing, in order', () => {
    expect(stepOf({})).toBe('kind')
    expect(stepOf({ kind: 'training', languages: ['tr'] })).toBe('languages')
    expect(stepOf(without('title'))).toBe('title.tr')
    expect(stepOf({ ...complete, title: { tr: 'Eğitim' } })).toBe('title.en')
    expect(stepOf({ ...complete, description: { tr: null } })).toBe('description.en')
    expect(stepOf(without('place', 'capacity'))).toBe('place')
    expect(stepOf(without('hours', 'capacity'))).toBe('hours')
    expect(stepOf(without('capacity'))).toBe('capacity')
    expect(stepOf(without('approval'))).toBe('approval')
    expect(stepOf(complete)).toBe('summary')
  })

  test('is the one being changed, as long as it exists', () => {
    expect(stepOf(complete, 'title.en')).toBe('title.en')
    expect(stepOf(complete, 'title.fr')).toBe('summary')
    expect(stepOf(complete, 'nonsense')).toBe('summary')
  })

  test('is asked again when another answer speaks against it', () => {
    expect(stepOf({ ...complete, startsOn: '2026-12-12' })).toBe('endsOn')
    expect(stepOf({ ...complete, startsOn: '2026-12-08' })).toBe('closesAt')
    // 21:00 in London is the first day already in Istanbul.
    expect(stepOf({ ...complete, closesAt: '2026-12-09T21:00:00Z' })).toBe('closesAt')
    expect(stepOf({ ...complete, closesAt: '2026-12-09T20:59:00Z' })).toBe('summary')
    expect(stepOf({ ...complete, closesAt: null })).toBe('summary')
  })

  test('can be left backwards down to the first', () => {
    expect(planStepBefore('summary', complete)).toBe('approval')
    expect(planStepBefore('title.tr', complete)).toBe('languages')
    expect(planStepBefore('kind', complete)).toBeUndefined()
    expect(planProgress('approval', complete)).toEqual({ at: 13, of: 13 })
  })

  test('has a name that no forged button can make up', () => {
    for (const step of planSteps(complete)) expect(isPlanStep(step)).toBe(true)
    for (const text of ['', 'title', 'title.de', 'place.tr', 'title.tr.en', 'toString', 'summary'])
      expect(isPlanStep(text)).toBe(false)
  })
})

describe('an edit', () => {
  test('touches nothing that it does not speak of', () => {
    const edited = withAnswers(complete, { title: { en: 'Course' }, capacity: 20 })
    expect(edited).toEqual({ ...complete, title: { tr: 'Eğitim', en: 'Course' }, capacity: 20 })
    expect(changedSteps(complete, edited)).toEqual(['title.en', 'capacity'])
    expect(changedSteps(complete, withAnswers(complete, { capacity: null }))).toEqual([])
  })

  test('does not call the order of languages a change', () => {
    expect(changedSteps(complete, { ...complete, languages: ['en', 'tr'] })).toEqual([])
    expect(changedSteps(complete, { ...complete, languages: ['tr'] })).toEqual(['languages'])
  })
})

test('a plan becomes an activity when nothing is missing; texts of unticked languages stay out', () => {
  expect(plannedActivity({ ...complete, languages: ['tr'] })).toMatchObject({
    title: { tr: 'Eğitim' },
    description: { tr: 'Konu' },
    capacity: null,
    applicationsCloseAt: Temporal.Instant.from('2026-12-08T15:00:00Z'),
  })
  for (const step of [
    'kind',
    'title',
    'place',
    'startsOn',
    'endsOn',
    'capacity',
    'closesAt',
    'approval',
  ] as const)
    expect(plannedActivity(without(step))).toBeUndefined()
})

describe('deadlines', () => {
  const now = Temporal.Instant.from('2026-12-03T16:00:00Z')

  test('are proposed while they are still to come', () => {
    const names = (day: string) => proposedDeadlines(day, timeZone, now).map(({ name }) => name)
    expect(names('2026-12-20')).toEqual(['day', 'week'])
    expect(names('2026-12-10')).toEqual(['day'])
    expect(names('2026-12-04')).toEqual([])
    expect(proposedDeadlines('2026-12-20', timeZone, now)[0]?.at.toInstant().toString()).toBe(
      '2026-12-19T15:00:00Z',
    )
  })

  test('lie in the future and before the first day', () => {
    const refusal = (moment: string) =>
      deadlineRefusal(Temporal.Instant.from(moment), { startsOn: '2026-12-10', timeZone, now })
    expect(refusal('2026-12-03T16:00:00Z')).toBe('past')
    expect(refusal('2026-12-03T16:00:01Z')).toBeUndefined()
    expect(refusal('2026-12-09T20:59:59Z')).toBeUndefined()
    expect(refusal('2026-12-09T21:00:00Z')).toBe('afterStart')
  })
})

test('codes count on within kind and month', () => {
  expect(codeStem('training', '2026-12-10')).toBe('EGT-2612-')
  expect(nextCode('EGT-2612-', [])).toBe('EGT-2612-1')
  expect(nextCode('EGT-2612-', ['EGT-2612-2', 'EGT-2612-10', 'EGT-2612-X', 'EGT-2611-99'])).toBe(
    'EGT-2612-11',
  )
})
