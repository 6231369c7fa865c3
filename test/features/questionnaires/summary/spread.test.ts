import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasMiddleHalf,
  spreadOf,
  stepsOf,
} from '../../../../src/features/questionnaires/domain/summary/spread.ts'

const several = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 60 })

describe('how numbers lie', () => {
  test('worked out by hand, as a spreadsheet does it', () => {
    expect(spreadOf([7, 1, 3, 5])).toEqual({ n: 4, least: 1, lower: 2.5, median: 4, upper: 5.5, most: 7 })
    expect(spreadOf([10, 20, 30, 40, 50])).toMatchObject({ lower: 20, median: 30, upper: 40 })
    expect(spreadOf([4])).toEqual({ n: 1, least: 4, lower: 4, median: 4, upper: 4, most: 4 })
    expect(spreadOf([])).toBeUndefined()
  })

  test('a middle half is told where it says something', () => {
    const hasHalf = (values: readonly number[]) => {
      const spread = spreadOf(values)
      return spread && hasMiddleHalf(spread)
    }
    expect([[50], [50, 60, 70], [50, 50, 50, 90, 50]].map(hasHalf)).toEqual([false, false, false])
    expect(hasHalf([7, 1, 3, 5])).toBe(true)
  })

  test('the five numbers are in order, whatever the values, and their order does not matter', () => {
    fc.assert(
      fc.property(several, (values) => {
        const spread = spreadOf(values)
        if (!spread) throw new Error('no spread')
        const { least, lower, median, upper, most } = spread
        expect([least, lower, median, upper, most].toSorted((a, b) => a - b)).toEqual(
          [least, lower, median, upper, most], // prettier-ignore
        )
        expect(spreadOf(values.toReversed())).toEqual(spread)
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})

describe('steps of a round width', () => {
  test('worked out by hand', () => {
    expect(stepsOf([3, 18, 20, 55, 118])).toEqual([
      { from: 0, to: 20, count: 2 },
      { from: 20, to: 40, count: 1 },
      { from: 40, to: 60, count: 1 },
      { from: 60, to: 80, count: 0 },
      { from: 80, to: 100, count: 0 },
      { from: 100, to: 120, count: 1 },
    ])
    expect(stepsOf([0.1, 0.4])).toMatchObject([
      { from: 0.1, to: 0.15 },
      {},
      {},
      {},
      {},
      { to: 0.4, count: 1 },
    ])
    expect(stepsOf([5, 5, 5])).toEqual([])
    expect(stepsOf([1, 2, 3], { areWhole: true })).toEqual([
      { from: 1, to: 2, count: 1 },
      { from: 2, to: 3, count: 1 },
      { from: 3, to: 4, count: 1 },
    ])
    expect(stepsOf([0, 367, 400], { areWhole: true })).toMatchObject([{ to: 100 }, {}, {}, {}, { from: 400 }])
  })

  test('every value is counted once, in a step that holds it', () => {
    fc.assert(
      fc.property(several, fc.boolean(), (values, areWhole) => {
        const steps = stepsOf(values, { areWhole })
        if (steps.length === 0) return void expect(new Set(values).size).toBe(1)
        expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        expect(steps.length).toBeLessThanOrEqual(8)
        expect(steps[0]?.from).toBeLessThanOrEqual(Math.min(...values))
        expect(steps.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values))
      }),
    )
  })
})
