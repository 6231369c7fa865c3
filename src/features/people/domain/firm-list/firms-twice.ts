import { fold } from '../../../../shared/tables/fold.ts'
import { foldTaxNumber } from '../tax-number.ts'
import type { Place, Report } from '../../../../shared/tables/issue.ts'

/** What a firm is by law says nothing about who it is. */
const legalForms =
  /\b(a ?s|ltd|limited|sti|sirketi|anonim|san|sanayi|ve|tic|ticaret|s ?l|s ?a|slu|sau|sarl|sas|gmbh|inc|co)\b/g

/** A firm of the list, with the place to complain about. */
export interface PlacedFirm {
  readonly firm: {
    readonly firm: string
    readonly country: string | null
    readonly taxNumber: string | null
    readonly row: number
  }
  readonly place: Place
}

/** Names rows that are probably the same firm: the same tax number, or the same name but for its legal form. */
export function reportFirmsTwice(firms: readonly PlacedFirm[], report: Report): void {
  const first = new Map<string, number>()
  for (const { firm: listed, place } of firms) {
    const { firm, country, taxNumber, row } = listed
    const number = foldTaxNumber(taxNumber, country ?? '')
    const marks = [
      `name ${coreOf(firm)} ${country ?? ''}`,
      ...(number ? [`tax ${number} ${country ?? ''}`] : []),
    ]
    const before = marks.map((mark) => first.get(mark)).find((found) => found !== undefined)
    if (before !== undefined) report('W_FIRM_TWICE', place, firm, { firstRow: String(before) })
    for (const mark of marks) if (!first.has(mark)) first.set(mark, row)
  }
}

function coreOf(name: string): string {
  const words = fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.replaceAll(legalForms, '').replaceAll(/\s+/g, ' ').trim() || words
}
