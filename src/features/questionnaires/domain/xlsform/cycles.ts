import type { Expression } from '../expressions/expression.ts'

/** What a node's value depends on: its calculation and its relevance read these paths. */
export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Finds nodes that depend on themselves, each ring once, in the order of the form. A child depends on the group around it,
 * because it does not apply where the group does not.
 */
export function findCycles(paths: readonly string[], dependencies: Dependencies): string[][] {
  const known = new Set(paths)
  const edges = (path: string): string[] => {
    const around = path.slice(0, path.lastIndexOf('/'))
    return [...(known.has(around) ? [around] : []), ...(dependencies.get(path) ?? [])].filter((one) =>
      known.has(one),
    )
  }
  return rings(paths, edges)
}

/** Strongly connected parts of a graph (Tarjan's way, without recursion, because a form may be deep). */
function rings(nodes: readonly string[], edgesOf: (node: string) => string[]): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const isOnStack = new Set<string>()
  const found: string[][] = []
  const lower = (node: string, to: number) => lowest.set(node, Math.min(lowest.get(node) ?? Infinity, to))

  function enter(node: string) {
    order.set(node, order.size)
    lower(node, order.size - 1)
    stack.push(node)
    isOnStack.add(node)
    return { node, edges: edgesOf(node).values() }
  }

  function leave(node: string): void {
    if (lowest.get(node) !== order.get(node)) return
    const ring = stack.splice(stack.lastIndexOf(node))
    for (const one of ring) isOnStack.delete(one)
    if (ring.length > 1 || edgesOf(node).includes(node)) found.push(ring)
  }

  for (const start of nodes) {
    if (order.has(start)) continue
    const visits = [enter(start)]
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { value: next, done } = visit.edges.next()
      if (done) {
        visits.pop()
        leave(visit.node)
        const parent = visits.at(-1)
        if (parent) lower(parent.node, lowest.get(visit.node) ?? Infinity)
      } else if (!order.has(next)) visits.push(enter(next))
      else if (isOnStack.has(next)) lower(visit.node, order.get(next) ?? Infinity)
    }
  }
  const places = new Map(nodes.map((node, index) => [node, index]))
  const placeOf = (node: string | undefined) => places.get(node ?? '') ?? 0
  return found
    .map((ring) => ring.toSorted((one, other) => placeOf(one) - placeOf(other)))
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
}

/**
 * The paths that an expression at `here` reads. Other instances of one's own repeat (`${people}[position() = 1]/age`,
 * `indexed-repeat(…)`) are not oneself.
 */
export function pathsRead(expression: Expression, here: string): Set<string> {
  const paths = new Set<string>()
  const repeatOf = (at: string) => here === at || here.startsWith(`${at}/`)

  function walk(one: Expression): void {
    switch (one.kind) {
      case 'self':
        paths.add(here)
        return
      case 'negative':
        return walk(one.of)
      case 'binary':
        walk(one.left)
        return walk(one.right)
      case 'call': {
        const isIndexed = one.name === 'indexed-repeat' && readsSiblings(one.values[0])
        return one.values.slice(isIndexed ? 1 : 0).forEach(walk)
      }
      case 'choices':
        return one.where.forEach(walk)
      case 'nodes':
        one.where.forEach(({ condition }) => walk(condition))
        if (!one.isOfCandidate && !one.where.some(({ at }) => repeatOf(at))) paths.add(one.path)
        return
      default:
        return
    }
  }

  const readsSiblings = (value: Expression | undefined): boolean =>
    value?.kind === 'nodes' &&
    value.path.slice(0, value.path.lastIndexOf('/')) === here.slice(0, here.lastIndexOf('/'))

  walk(expression)
  // `jr:choice-name(…)` and `position(..)` look at what is around; that is there in any case.
  for (const path of paths) if (path !== here && repeatOf(path)) paths.delete(path)
  return paths
}
