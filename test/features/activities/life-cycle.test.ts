import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  applicationStates,
  changeOf,
  concerned,
  ended,
  lifeCycle,
  seated,
  takingPart,
  transitions,
} from '../../../src/features/activities/domain/life-cycle.ts'
import { languages } from '../../../src/shared/localized-text.ts'

describe('the life of an application', () => {
  test('says each change once', () => {
    const pairs = lifeCycle.map(({ from, to }) => `${from} → ${to}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  test('reaches every state, and never the draft again', () => {
    const reached = new Set(lifeCycle.map(({ to }) => to))
    expect([...reached].toSorted()).toEqual(applicationStates.filter((state) => state !== 'draft').toSorted())
  })

  test('can be left by the person from every state after the draft that has not ended', () => {
    const live = applicationStates.filter((state) => state !== 'draft' && !ended.includes(state))
    expect(live.toSorted()).toEqual([...concerned].toSorted())
    for (const state of live) expect(changeOf(state, 'withdrawn', 'applicant')?.guards).toEqual(['isAhead'])
  })

  test('gives no seat without asking for one, but to whoever holds it already', () => {
    for (const { from, to, guards } of lifeCycle)
      if (seated.includes(to) && !seated.includes(from) && !takingPart.includes(from) && from !== 'no_show')
        expect(guards).toContain('hasSeat')
  })

  test('ends: what has ended leads nowhere by the person’s hand', () => {
    for (const { from, by } of lifeCycle) if (ended.includes(from)) expect(by).not.toContain('applicant')
    expect(transitions.withdrawn).toEqual([])
  })

  test('has a word for each state in every language, and says who was before', () => {
    for (const language of languages) {
      const texts = JSON.parse(readFileSync(`locales/${language}/activities.json`, 'utf8')) as {
        state: Record<string, string>
        errors: { decided: Record<string, string> }
      }
      for (const state of applicationStates) {
        expect(texts.state[state]).toBeTruthy()
        expect(texts.errors.decided[state]).toBeTruthy()
      }
    }
  })
})
