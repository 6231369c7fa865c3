import { findCycles, type Dependencies } from './cycles.ts'
import type { FormReport } from './form-issue.ts'
import type { Outline, OutlineNode } from './survey-outline.ts'

/** Says which questions wait for one another, each ring once, at its first row. */
export function reportCycles({ all }: Outline, dependencies: Dependencies, report: FormReport): void {
  const nodes = new Map(all.map((node) => [node.path, node]))
  const paths = all.map(({ path }) => path)
  const edges = withoutOwnQuestions(nodes, dependencies, report)
  for (const ring of findCycles(paths, edges)) {
    const own = ring.flatMap((path) => (dependencies.has(path) ? (nodes.get(path) ?? []) : []))
    const [first] = own
    if (!first) continue
    const names = own.slice(0, 5).map(({ name }) => name)
    if (ring.length === 1) report('E_CYCLE_SELF', placeOf(first), first.name)
    else report('E_CYCLE', placeOf(first), [...names, first.name].join(' → '))
  }
}

const placeOf = ({ row }: OutlineNode) =>
  row.place(row.get('calculation') === '' || row.get('relevant') !== '' ? 'relevant' : 'calculation')

/**
 * A group that applies because of an answer within it is no ring: nobody can give that answer, so the group does not
 * apply. Forms of other programs have such groups on purpose, for values that are filled in from elsewhere.
 */
function withoutOwnQuestions(
  nodes: ReadonlyMap<string, OutlineNode>,
  dependencies: Dependencies,
  report: FormReport,
): Dependencies {
  return new Map(
    [...dependencies].map(([path, reads]) => {
      const group = nodes.get(path)
      if (!group?.children) return [path, reads]
      const own = [...reads].filter((read) => read.startsWith(`${path}/`) && isAsked(nodes.get(read)))
      if (own.length > 0) report('W_GROUP_UNREACHABLE', group.row.place('relevant'), group.name)
      return [path, reads.difference(new Set(own))]
    }),
  )
}

const isAsked = (node: OutlineNode | undefined): boolean =>
  node !== undefined && !node.children && node.type.kind !== 'calculate' && node.row.get('calculation') === ''
