import { describe, expect, test } from 'vitest'
import type { Expression } from '../../../../src/features/questionnaires/domain/expressions/expression.ts'
import { compilePattern } from '../../../../src/features/questionnaires/domain/expressions/functions/patterns.ts'
import { parse } from '../../../../src/features/questionnaires/domain/expressions/parse.ts'
import type { Form, FormNode } from '../../../../src/features/questionnaires/domain/form.ts'
import { sessionOn } from '../form-of.ts'

const reference = (path: string): Expression => ({ kind: 'nodes', path, within: '/data', where: [] })

const formWith = (children: readonly FormNode[]): Form => ({
  formId: 'hostile',
  version: '1',
  title: 'Hostile',
  languages: [{ name: '' }],
  defaultLanguage: '',
  root: { kind: 'group', name: 'data', path: '/data', row: 0, children },
  lists: {},
  purpose: { kind: 'free', scope: 'person', isAnonymous: false },
})

const plusOne = (of: Expression, times = 1): Expression => {
  let sum = of
  for (let count = 0; count < times; count += 1)
    sum = { kind: 'binary', operator: '+', left: sum, right: { kind: 'number', value: 1 } }
  return sum
}

const calculation = (name: string, expression: Expression): FormNode => ({
  kind: 'calculation',
  name,
  path: `/data/${name}`,
  row: 2,
  from: { kind: 'expression', expression },
})

describe('a form that somebody wrote to do harm', () => {
  test('may have each of thousands of calculations need the next one', () => {
    const count = 20_000
    const chain = Array.from({ length: count }, (_, at) =>
      calculation(
        `c${at}`,
        at === count - 1 ? { kind: 'number', value: 0 } : plusOne(reference(`/data/c${at + 1}`)),
      ),
    )
    expect(sessionOn(formWith(chain)).value('/data/c0')).toBe(String(count - 1))
  })

  test('may have long expressions need long expressions', () => {
    const chain = Array.from({ length: 200 }, (_, at) =>
      calculation(
        `c${at}`,
        plusOne(at === 199 ? { kind: 'number', value: 0 } : reference(`/data/c${at + 1}`), 400),
      ),
    )
    expect(sessionOn(formWith(chain)).value('/data/c0')).toBe(String(200 * 400))
  })

  test('may go round in a circle of thousands: what needs itself is blank', () => {
    const ring = Array.from({ length: 5_000 }, (_, at) =>
      calculation(`c${at}`, {
        kind: 'call',
        name: 'concat',
        values: [reference(`/data/c${(at + 1) % 5_000}`), { kind: 'text', value: '' }],
      }),
    )
    const session = sessionOn(formWith(ring))
    expect(session.value('/data/c0')).toBe('')
    expect(Object.values(session.result().calculated).join('')).toBe('')
  })

  test('may nest groups as deep as it likes', () => {
    let inside: FormNode = {
      kind: 'note',
      name: 'n',
      path: `/data${'/g'.repeat(3_000)}/n`,
      row: 2,
      label: { '': ['Deep'] },
    }
    for (let depth = 3_000; depth > 0; depth -= 1)
      inside = { kind: 'group', name: 'g', path: `/data${'/g'.repeat(depth)}`, row: 2, children: [inside] }
    expect(sessionOn(formWith([inside])).steps()).toHaveLength(1)
  })

  test('cannot keep the bot busy with brackets within brackets', () => {
    const people = (where: Expression): Expression => ({
      kind: 'nodes',
      path: '/data/people',
      within: '/data',
      where: [{ at: '/data/people', condition: where }],
    })
    let relevant = people({ kind: 'text', value: 'x' })
    for (let depth = 0; depth < 6; depth += 1) relevant = people(relevant)
    const form = formWith([
      {
        kind: 'repeat',
        name: 'people',
        path: '/data/people',
        row: 2,
        count: { kind: 'number', value: 50 },
        children: [],
      },
      { kind: 'note', name: 'n', path: '/data/n', row: 3, label: { '': ['Slow'] }, relevant },
    ])
    expect(sessionOn(form).steps().length).toBeGreaterThan(0)
  })
})

describe('an expression', () => {
  test.each([
    ['a chain of a thousand', Array.from({ length: 1_000 }, () => '1').join(' + ')],
    ['parentheses within parentheses', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['brackets within brackets', '${a}[${a}[${a}[1]]]'],
    ['a number without end', '9'.repeat(400)],
    ['minus after minus', `${'-'.repeat(5_000)}1`],
  ])('is refused when it is %s', (_, text) => {
    expect(parse(text)).toMatchObject({ kind: 'mistake', mistake: { code: 'E_EXPR_SYNTAX' } })
  })

  test('may be a sum of three hundred answers', () => {
    expect(parse(Array.from({ length: 300 }, (_, at) => `\${q${at}}`).join(' + ')).kind).toBe('parsed')
  })
})

describe('a pattern', () => {
  test.each(['(a', '(?=a)b', '(a)\\1', '[z-a]', '(a{1,100}){1,100}', '.{0,5000}', 'a'.repeat(501)])(
    'is refused when it is %s',
    (pattern) => expect(compilePattern(pattern)).toBeUndefined(),
  )

  test('takes as long as the text is long, whatever it says', () => {
    const text = `${'a'.repeat(4_000)}!`
    for (const pattern of ['(a+)+', '(a|aa)+', '(.*)*x', '(a?){100}a{100}'])
      expect(compilePattern(pattern)?.matches(text)).toBe(false)
  })
})
