import { partsOf } from '../expressions/depth.ts'
import type { Expression } from '../expressions/expression.ts'
import type { Choice, Form, FormNode } from '../form.ts'

/** A node and what it stands in; the list of them is the form from top to bottom. */
export interface Entry {
  readonly node: FormNode
  readonly parent: Entry | undefined
  /** The path of the repeat it is in, or is. */
  readonly repeat: string | undefined
  /** What decides whether it is relevant, the outermost first: itself and all it stands in, as far as they say anything. */
  readonly conditions: readonly Condition[]
  /** Where the next entry is that does not stand inside this one. */
  readonly end: number
}

export interface Condition {
  readonly path: string
  readonly repeat: string | undefined
  readonly relevant: Expression
}

export interface FormIndex {
  readonly form: Form
  readonly entries: readonly Entry[]
  readonly byPath: ReadonlyMap<string, Entry>
  /** By list, then by name; several choices may go by one name. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, readonly Choice[]>>
  /** Calculations and questions whose value belongs to one moment. */
  readonly momentary: readonly Entry[]
}

const known = new WeakMap<Form, FormIndex>()

/** Looks a form through once; it never changes. */
export function indexOf(form: Form): FormIndex {
  const before = known.get(form)
  if (before) return before
  const index = build(form)
  known.set(form, index)
  return index
}

interface Open extends Entry {
  parent: Open | undefined
  end: number
}

/** Without going down by calls: groups may be in one another as deep as a hostile form likes. */
function build(form: Form): FormIndex {
  const entries: Open[] = []
  const ahead: { node: FormNode; parent: Open | undefined }[] = [{ node: form.root, parent: undefined }]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { node, parent } = next
    const repeat = node.kind === 'repeat' ? node.path : parent?.repeat
    const entry: Open = { node, parent, repeat, conditions: conditionsOf(node, repeat, parent), end: 0 }
    entries.push(entry)
    if ('children' in node)
      for (const child of node.children.toReversed()) ahead.push({ node: child, parent: entry })
  }
  setEnds(entries)
  return {
    form,
    entries,
    byPath: new Map(entries.map((entry) => [entry.node.path, entry])),
    choices: new Map(
      Object.entries(form.lists).map(([name, list]) => [name, Map.groupBy(list, (one) => one.name)]),
    ),
    momentary: entries.filter(({ node }) => isMomentary(node)),
  }
}

function conditionsOf(node: FormNode, repeat: string | undefined, parent?: Entry): readonly Condition[] {
  const around = parent?.conditions ?? []
  const { path, relevant } = node
  return relevant ? [...around, { path, repeat, relevant }] : around
}

/** The last one inside pushes the end of all it stands in. */
function setEnds(entries: readonly Open[]): void {
  for (const [at, entry] of entries.entries()) entry.end = at + 1
  for (const entry of entries.toReversed())
    if (entry.parent) entry.parent.end = Math.max(entry.parent.end, entry.end)
}

const isMomentary = (node: FormNode): boolean =>
  (node.kind === 'calculation' || node.kind === 'question') &&
  (node.triggers !== undefined || usesOnce(calculationOf(node)))

/** The expression by which a value is worked out, of whatever kind the node is. */
export function calculationOf(node: FormNode): Expression | undefined {
  if (node.kind === 'question') return node.calculation
  if (node.kind !== 'calculation' || node.from.kind !== 'expression') return undefined
  return node.from.expression
}

function usesOnce(expression: Expression | undefined): boolean {
  let level: readonly Expression[] = expression ? [expression] : []
  for (; level.length > 0; level = level.flatMap(partsOf))
    if (level.some((part) => part.kind === 'call' && part.name === 'once')) return true
  return false
}
