import { foldForSearch } from '../../../../shared/search-folding.ts'
import type { Firm, FirmDetails, NewFirm } from '../firm.ts'
import { foldTaxNumber } from '../tax-number.ts'
import type { FirmRow } from './read-firm-list.ts'

type KnownFirm = Firm & FirmDetails

/** What a row of the firm list will do. */
export interface FirmPlan {
  row: FirmRow
  /** The firm it is about; absent when it will be a new one. */
  known: KnownFirm | undefined
  /** Fields by their keys in the file, old and new. A cell that is empty changes nothing. */
  changes: { field: string; old: string | null; new: string | null }[]
  /** Only the tax number says that it is this firm; the name is another one. */
  isByNumberOnly: boolean
  /** For a new one: firms that it may be after all. */
  alike: Firm[]
}

/**
 * Decides whether a row is a firm that is known: the same tax number, or the same name in the same country when no tax
 * number says otherwise. Anything else that looks alike is only named.
 */
export function planFirm(row: FirmRow, alike: readonly KnownFirm[]): FirmPlan {
  const byTax = alike.find((firm) => hasNumberOf(row, firm))
  const byName = alike.filter(
    ({ name, country, taxNumber }) =>
      foldForSearch(name) === foldForSearch(row.firm) &&
      (row.country === null || row.country === country) &&
      (row.taxNumber === null || taxNumber === null),
  )
  const known = byTax ?? (byName.length === 1 ? byName[0] : undefined)
  const isByNumberOnly = byTax !== undefined && foldForSearch(byTax.name) !== foldForSearch(row.firm)
  return {
    row,
    known,
    changes: known ? changesOf(row, known) : [],
    isByNumberOnly,
    alike: known ? [] : [...alike],
  }
}

/** Numbers are given by countries: the same one in another country is another firm. */
function hasNumberOf(row: FirmRow, { taxNumber, country }: KnownFirm): boolean {
  if (row.country !== null && row.country !== country) return false
  const number = foldTaxNumber(taxNumber, country)
  return number !== null && number === foldTaxNumber(row.taxNumber, country)
}

/** What a row says of a firm, under the names of the firm itself; empty cells say nothing. */
export function firmFrom(row: FirmRow): Partial<NewFirm> {
  const said = fields.map(([name, , valueOf]): [string, string | number | null] => [name, valueOf(row)])
  return Object.fromEntries(said.filter(([, value]) => value !== null))
}

const fields: readonly (readonly [keyof KnownFirm, string, (row: FirmRow) => string | number | null])[] = [
  ['name', 'firm', ({ firm }) => firm],
  ['country', 'country', ({ country }) => country],
  ['city', 'city', ({ city }) => city],
  ['taxNumber', 'tax_no', ({ taxNumber }) => taxNumber],
  ['registerNumber', 'register_no', ({ registerNumber }) => registerNumber],
  ['nace', 'nace', ({ nace }) => nace],
  ['cluster', 'cluster', ({ cluster }) => cluster],
  ['employees', 'employees', ({ employees }) => employees],
  ['contactName', 'contact_name', ({ contactName }) => contactName],
  ['contactPhone', 'contact_phone', ({ contactPhone }) => contactPhone],
  ['contactEmail', 'contact_email', ({ contactEmail }) => contactEmail],
]

const changesOf = (row: FirmRow, known: KnownFirm): FirmPlan['changes'] =>
  fields.flatMap(([name, field, valueOf]) => {
    const [old, next] = [known[name], valueOf(row)]
    return next === null || next === old
      ? []
      : [{ field, old: old === null ? null : String(old), new: String(next) }]
  })
