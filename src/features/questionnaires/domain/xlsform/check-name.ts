import type { FormRow, FormTable } from './form-table.ts'
import type { RowType } from './read-type.ts'

/** Names that are taken. */
export type NamesSeen = Set<string>

/** What XML takes for a name: a letter or `_` first, then also digits, `-` and `.`. */
export const isName = (text: string): boolean =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_.\u00B7-]*(:[\p{L}_][\p{L}\p{M}\p{N}_.\u00B7-]*)?$/u.test(text)

/**
 * Reads the name of a row: unique in its group, for a repeat unique in the whole form. A note may do without; any other
 * row gets a name by its number, so that what follows can be checked all the same.
 */
export function checkName(
  row: FormRow,
  type: RowType,
  seen: { readonly here: NamesSeen; readonly repeats?: NamesSeen },
  report: FormTable['report'],
): string {
  const name = row.get('name')
  const substitute = `generated_name_${row.number}`
  const place = row.place('name')
  if (name === '') {
    if (type.kind !== 'note' && !isBroken(type))
      report('E_NAME_MISSING', place, row.get('label') || row.get('type'))
    return substitute
  }
  if (name === 'meta') report('E_NAME_RESERVED', place, name)
  else if (!isName(name)) report('E_NAME_INVALID', place, name, { example: asName(name) })
  else if (seen.here.has(name)) report('E_NAME_DUPLICATE', place, name)
  else if (seen.repeats?.has(name))
    report(name === 'data' ? 'E_NAME_RESERVED' : 'E_NAME_DUPLICATE', place, name)
  else {
    seen.here.add(name)
    seen.repeats?.add(name)
    return name
  }
  return substitute
}

/** Its type was complained about already. */
const isBroken = ({ kind }: RowType): boolean =>
  ['unknown', 'external', 'unsupported', 'listMissing'].includes(kind)

/** A name that comes near: `1. Employees?` → `q_1_Employees`. */
export function asName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[A-Za-z_]/.test(plain) ? plain.slice(0, 40) : `q_${plain.slice(0, 38)}`
}
