import fc from 'fast-check'
import type {
  Expression,
  Operator,
} from '../../../../src/features/questionnaires/domain/expressions/expression.ts'
import {
  functions,
  type FunctionName,
} from '../../../../src/features/questionnaires/domain/expressions/function-names.ts'
import {
  questionTypes,
  type Choice,
  type Form,
  type FormNode,
  type QuestionTypeName,
} from '../../../../src/features/questionnaires/domain/form.ts'

/** An expression whose references are numbers still: which node, counted from the top. */
type Shape =
  | Exclude<Expression, { kind: 'nodes' | 'call' | 'binary' | 'negative' | 'choices' }>
  | { kind: 'reference'; at: number; isFromAfar: boolean; where: Shape[] }
  | { kind: 'call'; name: FunctionName; values: Shape[] }
  | { kind: 'binary'; operator: Operator; left: Shape; right: Shape }
  | { kind: 'negative'; of: Shape }
  | { kind: 'choices'; where: Shape[]; column: string }

interface Row {
  kind: 'group' | 'repeat' | 'end' | 'note' | 'calculation' | QuestionTypeName
  expressions: Partial<Record<'relevant' | 'constraint' | 'calculation' | 'choiceFilter' | 'count', Shape>>
  isRequired: boolean
  isReadOnly: boolean
  hasDefault: boolean
  isTriggered: boolean
}

const operators: readonly Operator[] = [
  'or',
  'and',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  'div',
  'mod',
  '|',
]
const names = Object.keys(functions) as FunctionName[]
const words = fc.constantFrom(
  '',
  'a',
  'a b',
  'yes',
  '5',
  '-1',
  '2026-03-15',
  '2026-02-30T25:00',
  '(a+)+$',
  '👍',
  '%Y-%b',
)

const shapes = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom<Shape>({ kind: 'self' }, { kind: 'blank' }, { kind: 'column', name: 'group' }),
    words.map((value): Shape => ({ kind: 'text', value })),
    fc
      .oneof(fc.integer({ min: -3, max: 60 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
      .map((value): Shape => ({ kind: 'number', value })),
    fc.record({
      kind: fc.constant('reference' as const),
      at: fc.nat(30),
      isFromAfar: fc.boolean(),
      where: fc.array(tie('shape'), { maxLength: 1, depthIdentifier: 'expression' }),
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom(...operators),
      left: tie('shape'),
      right: tie('shape'),
    }),
    fc.constantFrom(...names).chain((name) => {
      const { least, most } = functions[name]
      return fc.record({
        kind: fc.constant('call' as const),
        name: fc.constant(name),
        values: fc.array(tie('shape'), {
          minLength: least,
          maxLength: Math.max(least, Math.min(most, 4)),
          depthIdentifier: 'expression',
        }),
      })
    }),
    tie('shape').map((of): Shape => ({ kind: 'negative', of })),
    fc.record({
      kind: fc.constant('choices' as const),
      where: fc.array(tie('shape'), { maxLength: 1, depthIdentifier: 'expression' }),
      column: fc.constantFrom('name', 'label', 'group', 'none'),
    }),
  ),
})).shape

const sometimes = (weight: number) => fc.option(shapes, { nil: undefined, freq: weight })

const row: fc.Arbitrary<Row> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('group' as const, 'repeat' as const, 'end' as const) },
    { weight: 3, arbitrary: fc.constantFrom('note' as const, 'calculation' as const) },
    { weight: 8, arbitrary: fc.constantFrom(...questionTypes) },
  ),
  expressions: fc
    .record({
      relevant: sometimes(2),
      constraint: sometimes(1),
      calculation: sometimes(1),
      choiceFilter: sometimes(1),
      count: sometimes(1),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, shape]) => shape))),
  isRequired: fc.boolean(),
  isReadOnly: fc.nat(9).map((one) => one === 0),
  hasDefault: fc.nat(4).map((one) => one === 0),
  isTriggered: fc.nat(9).map((one) => one === 0),
})

const list: readonly Choice[] = ['yes', 'no', 'a', 'b', 'other'].map((name, index) => ({
  name,
  label: { '': [name.toUpperCase()] },
  columns: { group: String(index % 2) },
}))

/**
 * Forms that no importer would make, with whatever expressions. Where `isOrderly`, references lead upwards only, so that
 * there are no circles.
 */
export const generatedForms = ({ isOrderly }: { isOrderly: boolean }): fc.Arbitrary<Form> =>
  fc.array(row, { minLength: 1, maxLength: 25 }).map((all) => formFrom(all, isOrderly))

const plain = { expressions: {}, isRequired: false, isReadOnly: false, hasDefault: false, isTriggered: false }
const closing: readonly Row[] = Array.from({ length: 15 }, () => ({ kind: 'end', ...plain }))

/** Orderly forms of several groups at the top; some of what is in them is left outside by the generator's own ends. */
export const generatedSections: fc.Arbitrary<Form> = fc
  .array(
    fc
      .record({
        head: fc.record({ relevant: sometimes(2) }),
        inside: fc.array(row, { minLength: 4, maxLength: 14 }),
      })
      .map(({ head: { relevant }, inside }): Row[] => [
        { ...plain, kind: 'group', expressions: relevant ? { relevant } : {} },
        ...inside,
        ...closing,
      ]),
    { minLength: 3, maxLength: 5 },
  )
  .map((all) => formFrom(all.flat(), true))

function formFrom(all: readonly Row[], isOrderly: boolean): Form {
  const root = { kind: 'group' as const, name: 'data', path: '/data', row: 0, children: [] as FormNode[] }
  const open: { path: string; children: FormNode[]; isRepeat: boolean }[] = [{ ...root, isRepeat: false }]
  const paths = ['/data']
  for (const [index, row] of all.entries()) {
    const around = open.at(-1) ?? { ...root, isRepeat: false }
    const path = `${around.path}/n${index}`
    if (row.kind === 'end') {
      if (open.length > 1) open.pop()
      continue
    }
    const isInRepeat = open.some(({ isRepeat }) => isRepeat)
    const kind = row.kind === 'repeat' && isInRepeat ? 'group' : row.kind
    const known = isOrderly ? [...paths] : all.map((_, at) => paths[at] ?? `${around.path}/n${at}`)
    const node = nodeFrom({ ...row, kind }, { path, index, known })
    around.children.push(node)
    if (node.kind === 'group' || node.kind === 'repeat')
      open.push({ path, children: node.children as FormNode[], isRepeat: kind === 'repeat' })
    else if (node.kind !== 'note') paths.push(path)
  }
  return {
    formId: 'generated',
    version: '1',
    title: 'Generated',
    languages: [{ name: '' }],
    defaultLanguage: '',
    root,
    lists: { list },
    purpose: { kind: 'free', scope: 'person', isAnonymous: false },
  }
}

interface Here {
  path: string
  index: number
  known: readonly string[]
}

function nodeFrom(row: Row, { path, index, known }: Here): FormNode {
  const at = (name: keyof Row['expressions']) => {
    const shape = row.expressions[name]
    return shape && { [name]: settle(shape, known) }
  }
  const placed = { name: `n${index}`, path, row: index + 2, ...at('relevant') }
  const label = {
    '': ['Label ', { kind: 'nodes', path: known.at(-1) ?? '/data', within: '/data', where: [] }],
  } as const
  const trigger = row.isTriggered && { triggers: [known.at(-1) ?? '/data'] }
  switch (row.kind) {
    case 'group':
    case 'end':
      return { kind: 'group', ...placed, label, children: [] }
    case 'repeat':
      return { kind: 'repeat', ...placed, label, children: [], ...at('count') }
    case 'note':
      return { kind: 'note', ...placed, label }
    case 'calculation': {
      const expression = settle(row.expressions.calculation ?? { kind: 'blank' }, known)
      return { kind: 'calculation', ...placed, ...trigger, from: { kind: 'expression', expression } }
    }
    default:
      return {
        kind: 'question',
        ...placed,
        type: row.kind,
        label,
        isReadOnly: row.isReadOnly,
        appearance: [],
        ...(row.isRequired && { required: { kind: 'call', name: 'true', values: [] } }),
        ...(row.hasDefault && { default: { kind: 'static', value: 'a' } }),
        ...(['select_one', 'select_multiple', 'rank'].includes(row.kind) && {
          list: 'list',
          ...at('choiceFilter'),
        }),
        ...at('constraint'),
        ...at('calculation'),
        ...trigger,
      }
  }
}

function settle(shape: Shape, known: readonly string[]): Expression {
  const all = (shapesIn: readonly Shape[]) => shapesIn.map((one) => settle(one, known))
  switch (shape.kind) {
    case 'reference': {
      const path = known[shape.at % known.length] ?? '/data'
      const parent = path.slice(0, path.lastIndexOf('/')) || '/data'
      const where = all(shape.where).map((condition) => ({ at: parent, condition }))
      return { kind: 'nodes', path, within: shape.isFromAfar ? '/data' : parent, where }
    }
    case 'call':
      return { ...shape, values: all(shape.values) }
    case 'binary':
      return { ...shape, left: settle(shape.left, known), right: settle(shape.right, known) }
    case 'negative':
      return { kind: 'negative', of: settle(shape.of, known) }
    case 'choices':
      return { ...shape, list: 'list', where: all(shape.where) }
    default:
      return shape
  }
}
