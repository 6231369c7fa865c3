import type { Expression, Narrowing } from './expression.ts'
import { parse } from './parse.ts'
import type { PathStep, Syntax } from './syntax.ts'

/** What an expression may refer to, seen from the node it belongs to. */
export interface Surroundings {
  /** The node the expression belongs to; `.` is its value and `..` what it stands in. */
  readonly here: string
  /** The paths of every node of the form. */
  readonly paths: ReadonlySet<string>
  /** The paths that go by a name. */
  readonly named: ReadonlyMap<string, readonly string[]>
  /** What the root may be called besides `data`. */
  readonly rootNames: readonly string[]
  readonly lists: ReadonlySet<string>
  /** The columns of the choices that are being looked at: bare words are theirs. */
  readonly columns?: ReadonlySet<string>
  /** `here` is a node that is being looked at in brackets. */
  readonly isInBrackets?: boolean
}

/** Where a path has come to, and what it has not left. */
interface PathSoFar {
  readonly at: string
  readonly within: string
  readonly where: readonly Narrowing[]
  readonly isOfCandidate?: boolean | undefined
}

export interface ReferenceMistake {
  readonly code: 'E_REF_UNKNOWN' | 'E_REF_AMBIGUOUS' | 'E_EXPR_SYNTAX' | 'E_LIST_UNKNOWN'
  /** As it is written. */
  readonly found: string
}

export interface Resolved {
  readonly expression: Expression
  readonly mistakes: readonly ReferenceMistake[]
  /** Bare words that lead nowhere and count as blank: `null`. */
  readonly blanks: readonly string[]
  /** Every node it reads, without instance numbers. */
  readonly reads: readonly string[]
}

/** Turns the words of an expression into paths of the form; what leads nowhere is told, all of it at once. */
export function resolve(syntax: Syntax, surroundings: Surroundings): Resolved {
  const mistakes: ReferenceMistake[] = []
  const blanks: string[] = []
  let reads = new Set<string>()
  const blank: Expression = { kind: 'blank' }

  function wrong(code: ReferenceMistake['code'], found: string): Expression {
    mistakes.push({ code, found })
    return blank
  }

  function walk(one: Syntax, seen: Surroundings): Expression {
    switch (one.kind) {
      case 'number':
      case 'text':
        return one
      case 'negative':
        return { kind: 'negative', of: walk(one.of, seen) }
      case 'binary':
        return { ...one, left: walk(one.left, seen), right: walk(one.right, seen) }
      case 'call':
        return {
          ...one,
          values: one.values.map((value, at) =>
            one.name === 'jr:choice-name' && at === 1 ? whoseChoices(value, seen) : walk(value, seen),
          ),
        }
      case 'path':
        return path(one, seen)
    }
  }

  function path(one: Extract<Syntax, { kind: 'path' }>, seen: Surroundings): Expression {
    const { from, steps } = one
    switch (from.kind) {
      case 'here':
        return relative(steps, seen)
      case 'root':
        return fromRoot(steps, seen)
      case 'name': {
        const [only, ...others] = surroundings.named.get(from.name) ?? []
        if (only === undefined) return wrong('E_REF_UNKNOWN', `\${${from.name}}`)
        if (others.length > 0) return wrong('E_REF_AMBIGUOUS', `\${${from.name}}`)
        return nodes(
          { at: only, within: parentOf(only), where: narrowed(only, from.where, seen) },
          steps,
          seen,
        )
      }
      case 'call': {
        const { call, where } = from
        const { here } = surroundings
        if (call.kind === 'call' && call.name === 'current')
          return nodes({ at: here, within: here, where: narrowed(here, where, seen) }, steps, seen)
        if (call.kind === 'call' && call.name === 'instance' && where.length === 0)
          return ofList(call.values[0], steps, seen)
        return wrong('E_EXPR_SYNTAX', '/')
      }
    }
  }

  function relative(steps: readonly PathStep[], seen: Surroundings): Expression {
    const [first, ...others] = steps
    if (!first) return blank
    if (first.to.kind === 'self' && others.length === 0 && first.where.length === 0) return { kind: 'self' }
    if (first.to.kind === 'child' && others.length === 0 && first.where.length === 0) {
      const { name } = first.to
      if (seen.columns?.has(name)) return { kind: 'column', name }
      if (!surroundings.paths.has(`${seen.here}/${name}`)) {
        blanks.push(name)
        return blank
      }
    }
    const start = { at: seen.here, within: seen.here, where: [], isOfCandidate: seen.isInBrackets }
    return nodes(start, steps, seen)
  }

  /** As in ODK Collect, a path from the root means the same instance, as `${name}` does. */
  function fromRoot([first, ...steps]: readonly PathStep[], seen: Surroundings): Expression {
    const name = first?.to.kind === 'child' ? first.to.name : ''
    if (name !== 'data' && !surroundings.rootNames.includes(name)) return wrong('E_REF_UNKNOWN', `/${name}`)
    const narrowing = steps.findIndex(({ where }) => where.length > 0)
    const plain = narrowing === -1 ? steps.length - 1 : Math.min(narrowing, steps.length - 1)
    const within = ['/data', ...steps.slice(0, plain).map(({ to }) => (to.kind === 'child' ? to.name : '..'))]
    return nodes({ at: '/data', within: within.join('/'), where: [] }, steps, seen)
  }

  function nodes(start: PathSoFar, steps: readonly PathStep[], seen: Surroundings): Expression {
    let { at, within } = start
    const where = [...start.where]
    for (const { to, where: conditions } of steps) {
      if (to.kind === 'parent') at = parentOf(at)
      if (to.kind === 'child') at = `${at}/${to.name}`
      if (!surroundings.paths.has(at)) return wrong('E_REF_UNKNOWN', at || '..')
      if (at.length < within.length) within = at
      where.push(...narrowed(at, conditions, seen))
    }
    reads.add(at)
    return { kind: 'nodes', path: at, within, where, ...(start.isOfCandidate && { isOfCandidate: true }) }
  }

  const narrowed = (at: string, conditions: readonly Syntax[], seen: Surroundings): Narrowing[] =>
    conditions.map((condition) => ({
      at,
      condition: walk(condition, { ...seen, here: at, isInBrackets: true }),
    }))

  /** `jr:choice-name(${job}, '${job}')`: the quoted reference names a question, it is not read. */
  function whoseChoices(value: Syntax, seen: Surroundings): Expression {
    const parsed = value.kind === 'text' ? parse(value.value) : undefined
    if (parsed?.kind === 'mistake') return wrong('E_EXPR_SYNTAX', value.kind === 'text' ? value.value : '')
    const before = new Set(reads)
    const question = walk(parsed ? parsed.syntax : value, seen)
    reads = before
    return question
  }

  function ofList(list: Syntax | undefined, steps: readonly PathStep[], seen: Surroundings): Expression {
    const name = list?.kind === 'text' ? list.value : ''
    if (!surroundings.lists.has(name)) return wrong('E_LIST_UNKNOWN', name)
    const [root, item, column] = steps.map(({ to }) => (to.kind === 'child' ? to.name : ''))
    const where = steps[1]?.where ?? []
    if (root !== 'root' || item !== 'item' || steps.length > 3) return wrong('E_EXPR_SYNTAX', name)
    const inside: Surroundings = { ...seen, columns: anything }
    return {
      kind: 'choices',
      list: name,
      where: where.map((one) => walk(one, inside)),
      ...(column && { column }),
    }
  }

  const expression = walk(syntax, surroundings)
  return { expression, mistakes, blanks, reads: [...reads] }
}

/** Inside `instance()` every bare word is a column; one that a list does not have is blank. */
const anything: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true })

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
