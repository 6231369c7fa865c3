import { describe, expect, test } from 'vitest'
import { needsAnalysis } from '../../../../src/features/questionnaires/forms/needs-analysis/index.ts'
import { best, middle, without, worst } from './firms.ts'
import { formOf, nodesOf, somebodyAt } from './finished.ts'

const form = formOf(needsAnalysis)
const firm = somebodyAt(form)

const scoresOf = (answers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    ['heritage', 'competencies', 'offering', 'means', 'relationships', 'engagement', 'total'].map((name) => [
      name,
      firm.value(answers, `score_${name}`),
    ]),
  )

describe('scores', () => {
  test('the best there is', () => {
    expect(Object.values(scoresOf(best))).toEqual(['100', '100', '100', '100', '100', '100', '100'])
    expect(firm.value(best, 'band')).toBe('ready')
  })

  // Building to print earns 3 points, and nothing earns less: 3 of 50, weight 25, is 1.5.
  test('the worst there is', () => {
    expect(scoresOf(worst)).toEqual({
      heritage: '0',
      competencies: '0',
      offering: '6',
      means: '0',
      relationships: '0',
      engagement: '0',
      total: '2',
    })
    expect(firm.value(worst, 'band')).toBe('not_yet')
  })

  test('nothing answered is worth nothing', () => {
    expect(new Set(Object.values(scoresOf({})))).toEqual(new Set(['0']))
  })

  // 25/40 · 25/40 · 25/50 · 29/50 · 21/30 · 7/20; 9.375 + 12.5 + 12.5 + 11.6 + 7 + 3.5 = 56.475
  test('one in the middle, worked out by hand', () => {
    expect(scoresOf(middle)).toEqual({
      heritage: '63',
      competencies: '63',
      offering: '50',
      means: '58',
      relationships: '70',
      engagement: '35',
      total: '56',
    })
    expect(firm.value(middle, 'band')).toBe('entry')
    expect(firm.value(middle, 'self_view_gap')).toBe('14')
  })

  test('each question earns what the page says', () => {
    const points = Object.keys(middle).flatMap((name) =>
      nodesOf(form).some((node) => node.name === `points_${name}`)
        ? [`${name} ${firm.value(middle, `points_${name}`)}`]
        : [],
    )
    expect(points.join(', ')).toBe(
      'B1 5, B2 8, B3 6, B4 6, C1 7, C2 8, C3 5, C4 5, D1 7, D2 3, D4 3, D5 5, D6 7, E1 6, E2 4, E3 8, E4 5, E5 6, F1 4, F2 7, F3 10, G1 4, G2 3',
    )
  })

  test.each([
    [
      'B2',
      { B1: 'regularly' },
      [
        ['0', 2],
        ['9', 2],
        ['10', 5],
        ['24', 5],
        ['25', 8],
        ['49', 8],
        ['50', 10],
      ],
    ],
    [
      'E1',
      {},
      [
        ['0', 10],
        ['70', 10],
        ['71', 6],
        ['85', 6],
        ['86', 3],
        ['95', 3],
        ['96', 0],
      ],
    ],
    [
      'F2',
      {},
      [
        ['0', 0],
        ['1', 4],
        ['2', 4],
        ['3', 7],
        ['5', 7],
        ['6', 10],
        ['50', 10],
      ],
    ],
    [
      'B3',
      { B1: 'regularly' },
      [
        ['de', 3],
        ['de fr', 6],
        ['de fr es it', 6],
        ['de fr es it other', 10],
      ],
    ],
    [
      'C2',
      {},
      [
        ['none', 0],
        ['en', 6],
        ['other', 1],
        ['en es fr de other', 10],
      ],
    ],
    [
      'F1',
      {},
      [
        ['none', 0],
        ['customer', 4],
        ['agent distributor customer partner', 10],
      ],
    ],
    [
      'D2',
      { A1: 'rail' },
      [
        ['none', 0],
        ['tsi', 2],
        ['iris en_15085 en_45545 tsi', 10],
      ],
    ],
    [
      'D3',
      { A1: 'aviation' },
      [
        ['easa', 3],
        ['as_9100 nadcap easa aqap', 10],
      ],
    ],
  ] as const)('limits of %s', (name, given, expected) => {
    for (const [value, points] of expected)
      expect(firm.value({ ...given, [name]: value }, `points_${name}`)).toBe(String(points))
  })

  test('approvals that are not asked about leave the maximum', () => {
    const most = (A1: string) => firm.value({ A1 }, 'most_offering')
    expect([most('both'), most('rail'), most('aviation'), most('none')]).toEqual(['60', '50', '50', '40'])
    // 40 of 50 once the answer about rail does not count any more
    expect(firm.value({ ...best, A1: 'aviation', D3: 'none' }, 'score_offering')).toBe('80')
  })

  test('who never exported is measured against the whole maximum', () => {
    const never = { ...best, B1: 'never' }
    expect(firm.value(never, 'points_B2')).toBe('0')
    expect(firm.value(never, 'score_heritage')).toBe('25')
  })

  test('a band for each total', () => {
    const heldBack = [
      'C1',
      'C2',
      'C3',
      'C4',
      'E2',
      'E3',
      'E4',
      'E5',
      'D1',
      'D4',
      'D5',
      'D6',
      'G1',
      'G2',
      'F1',
    ]
    const seen = new Set<string>()
    for (let count = 0; count <= heldBack.length; count += 1) {
      const answers = without(best, heldBack.slice(0, count))
      const total = Number(firm.value(answers, 'score_total'))
      const band = firm.value(answers, 'band')
      expect(band).toBe(total <= 40 ? 'not_yet' : total <= 60 ? 'entry' : total <= 80 ? 'gaps' : 'ready')
      seen.add(band)
    }
    expect(seen).toEqual(new Set(['ready', 'gaps', 'entry', 'not_yet']))
  })
})

describe('advice', () => {
  const advice = (answers: Record<string, string>) =>
    firm.noteNames(answers).filter((name) => name.startsWith('advice_'))

  test('red flags are told whatever the total, each alone', () => {
    expect(advice(best)).toEqual([])
    expect(advice({ ...best, C2: 'none' })).toEqual(['advice_languages'])
    expect(advice({ ...best, D1: 'none' })).toEqual(['advice_certificates'])
    expect(advice({ ...best, E1: '95' })).toEqual([])
    expect(advice({ ...best, E1: '96' })).toEqual(['advice_capacity'])
    expect(advice({ ...best, E3: 'could_not' })).toEqual(['advice_finance'])
    expect(advice({ ...best, C1: 'nobody' })).toEqual(['advice_people'])
    expect(advice(worst)).toHaveLength(5)
    expect(firm.value({ ...best, C1: 'nobody' }, 'flag_people')).toBe('1')
  })

  test('the band in words, with the total', () => {
    expect(firm.notes(middle).at(1)).toBe(
      '📊 Export readiness: 56 of 100. Level: entry. With trainings and consultancy you can take the first steps.',
    )
    expect(firm.notes(middle, 'Türkçe (tr)').at(1)).toContain('100 üzerinden 56. Düzey: Başlangıç.')
  })

  test('exporters above half a million hear of the green passport', () => {
    const hears = (B6: string) => firm.noteNames({ ...best, B6 }).includes('hint_green_passport')
    expect(['below_0_5m', '0_5_10m', 'above_100m', 'cannot_say'].map(hears)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('and those of another country do not', () => {
    const told = (country: string) =>
      somebodyAt(form, '2019-09-01', { 'firm.country': country })
        .noteNames({ ...best, B6: '0_5_10m' })
        .includes('hint_green_passport')
    expect([told('TR'), told('FR')]).toEqual([true, false])
  })
})
