import { checkName, type NamesSeen } from './check-name.ts'
import { reportType } from './report-type.ts'
import type { FormRow, FormTable } from './form-table.ts'
import { readType, type RowType } from './read-type.ts'

/** A row of the survey in its place among the others. */
export interface OutlineNode {
  readonly row: FormRow
  readonly type: RowType | OtherType
  readonly name: string
  readonly path: string
  /** Of a group or a repeat. */
  readonly children?: OutlineNode[]
}

/** The question behind the choice `other` of a select. */
export interface OtherType {
  readonly kind: 'other'
  readonly of: string
}

export interface Outline {
  readonly children: readonly OutlineNode[]
  /** Every node, in the order of the rows. */
  readonly all: readonly OutlineNode[]
  /** What old forms have among their questions. */
  readonly settings: ReadonlyMap<'title' | 'form_id', string>
}

/** Groups within groups, at most; real forms have a handful. */
const deepest = 30

/** A group or repeat that has begun and not yet ended. */
interface OpenGroup {
  readonly what: 'group' | 'repeat' | 'loop'
  readonly row: FormRow | undefined
  readonly path: string
  readonly children: OutlineNode[]
  readonly names: NamesSeen
}

/** Puts the rows of the survey into a tree and checks that it is one. */
export function readOutline({ rows, report }: FormTable, rootNames: readonly string[]): Outline {
  const root: OpenGroup = { what: 'group', row: undefined, path: '/data', children: [], names: new Set() }
  const open: OpenGroup[] = [root]
  const all: OutlineNode[] = []
  const settings = new Map<'title' | 'form_id', string>()
  const repeats: NamesSeen = new Set(['data', ...rootNames.slice(0, 1)])

  function place(row: FormRow, type: RowType): OutlineNode {
    const group = open.at(-1) ?? root
    const isRepeat = type.kind === 'begin' && type.what === 'repeat'
    const name = checkName(row, type, { here: group.names, ...(isRepeat && { repeats }) }, report)
    const children = type.kind === 'begin' ? [] : undefined
    const node = { row, type, name, path: `${group.path}/${name}`, ...(children && { children }) }
    group.children.push(node)
    all.push(node)
    return node
  }

  function begin(row: FormRow, type: RowType & { kind: 'begin' }): void {
    const { what } = type
    if (what === 'repeat' && open.some((group) => group.what === 'repeat'))
      report('E_NESTED_REPEAT', row.place('type'), row.get('name'))
    const node = place(row, type)
    const isTooDeep = open.length > deepest
    if (open.length === deepest + 1)
      report('E_FILE_TOO_LARGE_DEEP', row.place('type'), row.get('name'), { limit: deepest })
    const { path, children } = isTooDeep ? (open.at(-1) ?? root) : node
    open.push({
      what,
      row,
      path,
      children: children ?? [],
      names: isTooDeep ? (open.at(-1) ?? root).names : new Set(),
    })
  }

  function end(row: FormRow, what: OpenGroup['what']): void {
    const at = open.findLastIndex((group) => group.row !== undefined && group.what === what)
    if (at < 0) return report('E_UNMATCHED_END', row.place('type'), row.get('type'))
    for (const group of open.splice(at).slice(1)) reportOpen(group)
  }

  const reportOpen = ({ row, what }: OpenGroup): void => {
    if (row) report('E_UNMATCHED_BEGIN', row.place('type'), row.get('name'), { what: `end_${what}` })
  }

  for (const row of rows) {
    if (row.get('type') === '') {
      reportUntyped(row, report)
      continue
    }
    const type = readType(row.get('type'))
    reportType(row, type, report)
    if (type.kind === 'setting') settings.set(type.key, row.get('name'))
    else if (type.kind === 'begin') begin(row, type)
    else if (type.kind === 'end') end(row, type.what)
    else if (type.kind !== 'audit') addOther(place(row, type), open.at(-1) ?? root, all)
  }
  for (const group of open.slice(1)) reportOpen(group)
  return { children: root.children, all, settings }
}

/** Somebody's comment is passed by; a question without a type is not. */
function reportUntyped(row: FormRow, report: FormTable['report']): void {
  const hasSomething = row.get('name') !== '' || row.prose('label').length > 0
  if (hasSomething) report('E_TYPE_MISSING', row.place('type'), row.get('name') || row.get('label'))
  else report('W_ROW_IGNORED', { row: row.number })
}

/** `or_other` puts a question behind the select, named after it. */
function addOther({ row, type, name, path }: OutlineNode, group: OpenGroup, all: OutlineNode[]): void {
  if (type.kind !== 'select' || !type.hasOther) return
  const other = `${name}_other`
  if (group.names.has(other)) return
  group.names.add(other)
  const node = { row, type: { kind: 'other', of: path } as const, name: other, path: `${path}_other` }
  group.children.push(node)
  all.push(node)
}
