import { partsOf } from './expressions/depth.ts'
import type { Expression } from './expressions/expression.ts'
import type { Calculation, Form, FormNode } from './form.ts'
import { placeOf } from './session/instances.ts'
import { indexOf } from './session/form-index.ts'
import type { Answers } from './session/session.ts'

/**
 * Values without those that tell who answered or at what time, because they were worked out from what is known of somebody or
 * from the clock; and without the numbers of files, which go in the order in which they came: of those it stays that they
 * were received. A day may be told.
 */
export function withoutTraces(form: Form, values: Answers): Record<string, string> {
  const telling = tracesIn(form)
  return Object.fromEntries(
    Object.entries(values)
      .filter(([path]) => !telling.has(placeOf(path).path))
      .map(([path, value]) => [path, value.startsWith('file:') && isUpload(form, path) ? 'received' : value]),
  )
}

function isUpload(form: Form, path: string): boolean {
  const node = indexOf(form).byPath.get(placeOf(path).path)?.node
  return node?.kind === 'question' && uploads.has(node.type)
}

const uploads: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

/** What is worked out from the hour at which something happened or from who somebody is, directly or by way of others. */
function tracesIn(form: Form): ReadonlySet<string> {
  const telling = new Set<string>()
  const nodes = indexOf(form).entries.map(({ node }) => node)
  for (let before = -1; before !== telling.size;) {
    before = telling.size
    for (const node of nodes) if (tells(node, telling)) telling.add(node.path)
  }
  return telling
}

function tells(node: FormNode, telling: ReadonlySet<string>): boolean {
  if (node.kind === 'calculation' && (node.from.kind === 'meta' || isKnownOfThem(node))) return true
  return workedOutFrom(node).some((expression) => looksAtTrace(expression, telling))
}

/** A hidden row that takes over what is known of somebody or their firm, which nobody has said here. */
const isKnownOfThem = ({ profile = '' }: Calculation): boolean =>
  profile.startsWith('person.') || profile.startsWith('firm.')

/** What somebody is asked is their answer, whatever was proposed to them. */
function workedOutFrom(node: FormNode): Expression[] {
  if (node.kind !== 'calculation' && !(node.kind === 'question' && node.isReadOnly)) return []
  const calculation =
    node.kind === 'question' ? node.calculation : 'expression' in node.from && node.from.expression
  const proposed = node.default?.kind === 'dynamic' ? node.default.expression : undefined
  return [calculation, proposed].filter((expression) => typeof expression === 'object')
}

function looksAtTrace(whole: Expression, telling: ReadonlySet<string>): boolean {
  let level: readonly Expression[] = [whole]
  for (; level.length > 0; level = level.flatMap(partsOf))
    if (
      level.some(
        (part) =>
          (part.kind === 'call' && part.name === 'now') || (part.kind === 'nodes' && telling.has(part.path)),
      )
    )
      return true
  return false
}
