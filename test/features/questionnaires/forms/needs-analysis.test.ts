import { describe, expect, test } from 'vitest'
import { needsAnalysis } from '../../../../src/features/questionnaires/forms/needs-analysis/index.ts'
import { best, middle, without } from './firms.ts'
import { formOf, questionsOf, somebodyAt } from './finished.ts'

const form = formOf(needsAnalysis)
const firm = somebodyAt(form)

describe('what is asked', () => {
  test('39 questions of firms, section by section', () => {
    const counts = Object.groupBy(questionsOf(form), ({ name }) => name.slice(0, 1))
    expect(Object.entries(counts).map(([letter, found]) => `${letter}${found?.length}`)).toEqual([
      'A6',
      'B6',
      'C5',
      'D6',
      'E5',
      'F3',
      'G8',
    ])
    expect(questionsOf(form)).toHaveLength(39)
    expect(form.purpose).toEqual({ kind: 'needs_analysis', scope: 'firm', isAnonymous: false })
  })

  test.each([
    ['a rail exporter', { A1: 'rail', B1: 'regularly' }, 37],
    ['an aviation exporter', { A1: 'aviation', B1: 'regularly' }, 37],
    ['a rail firm that exports now and then', { A1: 'rail', B1: 'occasionally' }, 36],
    ['a rail firm that never exported', { A1: 'rail', B1: 'never' }, 35],
    ['an aviation firm that stopped', { A1: 'aviation', B1: 'stopped' }, 35],
    ['a regular exporter of both clusters', { A1: 'both', B1: 'regularly' }, 38],
  ])('%s is asked %3$d questions', (_who, answers, count) => {
    expect(firm.asked(answers)).toHaveLength(count)
  })

  test('who does not export is never asked about exports', () => {
    for (const B1 of ['never', 'stopped']) {
      const asked = firm.asked({ ...middle, B1 })
      expect(asked).not.toEqual(expect.arrayContaining(['B2']))
      expect(asked.filter((name) => ['B2', 'B3', 'B5', 'B6'].includes(name))).toEqual(['B5'])
    }
  })

  test('a firm that exports after all is asked what it was not, and nothing else', () => {
    const never = { ...best, A1: 'rail', B1: 'never', B5: 'price' }
    const { becameRelevant, becameIrrelevant } = firm
      .session(without(never, ['B2', 'B3', 'B6']))
      .afterAnswer(firm.pathOf('B1'), 'regularly')
      .changes()
    expect(becameRelevant).toEqual(['B2', 'B3', 'B6'].map(firm.pathOf))
    expect(becameIrrelevant).toEqual([firm.pathOf('B5')])
    expect(firm.session({ ...never, B1: 'regularly' }).result().values[firm.pathOf('B5')]).toBeUndefined()
  })

  test('approvals of the cluster, of both for both', () => {
    const approvals = (A1: string) => firm.asked({ A1 }).filter((name) => ['D2', 'D3'].includes(name))
    expect([approvals('rail'), approvals('aviation'), approvals('both'), approvals('none')]).toEqual([
      ['D2'],
      ['D3'],
      ['D2', 'D3'],
      [],
    ])
  })

  test('products of the cluster', () => {
    const offered = (A1: string) =>
      firm
        .session({ A1 })
        .choices(firm.pathOf('A5'))
        .map(({ name }) => name)
    expect(offered('rail')).toHaveLength(12)
    expect(offered('rail')).toEqual(expect.arrayContaining(['bogie_parts', 'other']))
    expect(offered('aviation')).toHaveLength(10)
    expect(offered('both')).toHaveLength(21)
    expect(offered('none')).toHaveLength(21)
    expect(firm.session({ A5: 'other', A1: 'rail' }).isRelevant(firm.pathOf('A5_other'))).toBe(true)
    expect(firm.refuses({ A1: 'rail' }, 'A5', 'mro')).toBe(true)
  })

  test('what is known of the firm is filled in', () => {
    const known = questionsOf(form).flatMap(({ name, profile }) => (profile ? [`${name} ${profile}`] : []))
    expect(known).toEqual(['A1 firm.cluster', 'A3 firm.employees'])
    const bands = form.lists['A3']?.map(({ columns }) => [columns['from'], columns['to']])
    expect(bands?.slice(0, 2)).toEqual([
      ['1', '9'],
      ['10', '49'],
    ])
  })
})

describe('what is refused', () => {
  test.each([['C2'], ['D1'], ['D2'], ['D3'], ['E4'], ['F1']])('“none” of %s stands alone', (name) => {
    const offered = firm.session({ A1: 'both' }).choices(firm.pathOf(name))
    const [first = ''] = offered.map((choice) => choice.name)
    expect(firm.refuses({ A1: 'both' }, name, 'none')).toBe(false)
    expect(firm.refuses({ A1: 'both' }, name, `${first} none`)).toBe(true)
    expect(offered.find((choice) => choice.name === 'none')?.columns['exclusive']).toBe('yes')
  })

  test.each([
    ['A5', 5],
    ['B5', 3],
    ['C5', 3],
    ['G3', 3],
    ['G4', 2],
    ['G6', 3],
  ])('%s takes %d choices at most', (name, most) => {
    const given = { A1: 'both', B1: 'never' }
    const names = firm
      .session(given)
      .choices(firm.pathOf(name))
      .map((choice) => choice.name)
    expect(firm.refuses(given, name, names.slice(0, most).join(' '))).toBe(false)
    expect(firm.refuses(given, name, names.slice(0, most + 1).join(' '))).toBe(true)
  })

  test.each([
    ['8607', false],
    ['860719, 732690', false],
    ['860719,732690,8607,8608,840999901011', false],
    ['860', true],
    ['8607.19', true],
    ['8607, 8608, 8609, 8610, 8611, 8612', true],
  ])('A6: %s', (codes, isRefused) => {
    expect(firm.refuses({}, 'A6', codes)).toBe(isRefused)
  })

  test('numbers beyond their limits, and what has to be answered', () => {
    const exporter = { B1: 'regularly' }
    for (const [name, value] of [
      ['B2', '101'],
      ['E1', '-1'],
      ['F2', '51'],
      ['G7', '11'],
      ['G7', '0'],
    ] as const)
      expect(firm.refuses(exporter, name, value)).toBe(true)
    expect(firm.refuses({}, 'G5', 'x'.repeat(300))).toBe(false)
    expect(firm.refuses({}, 'G5', 'x'.repeat(301))).toBe(true)
    const optional = questionsOf(form).filter(({ required }) => !required)
    expect(optional.map(({ name }) => name)).toEqual(['A6', 'G5', 'G8'])
  })
})
