import type { Language } from '../../../../shared/localized-text.ts'
import { cellText, type Sheet, type Workbook } from '../../../../shared/spreadsheet.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import { issueBook, type Issue, type Report } from '../../../../shared/tables/issue.ts'
import type { TableRow } from '../../../../shared/tables/read-record.ts'
import { readTable } from '../../../../shared/tables/read-table.ts'
import { readPhone } from '../../../../shared/tables/text-cells.ts'
import { readTaxNumber } from '../tax-number.ts'
import type { Cluster } from '../cluster.ts'
import { firmColumns } from './columns.ts'
import { reportFirmsTwice } from './firms-twice.ts'

/** A firm as the list has it; what is not in it is `null`. */
export interface FirmRow {
  readonly row: number
  readonly firm: string
  readonly country: string | null
  readonly city: string | null
  readonly taxNumber: string | null
  readonly registerNumber: string | null
  readonly nace: string | null
  readonly cluster: Cluster | null
  readonly employees: number | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly contactEmail: string | null
  /** Codes of activities. */
  readonly invitedTo: readonly string[]
}

export interface FirmList {
  readonly rows: readonly FirmRow[]
  readonly issues: readonly Issue[]
  readonly warnings: readonly Issue[]
}

/** Reads the list of firms a coordinator sent and says all its mistakes at once. */
export function readFirmList(
  workbook: Workbook,
  { defaultLanguage = 'tr' }: { defaultLanguage?: Language } = {},
): FirmList {
  const book = issueBook()
  const sheet = findFirmSheet(workbook)
  const report = book.reportIn(sheet?.name ?? 'firms')
  if (!sheet)
    report('E_COLUMN_MISSING', {}, '', { key: 'firm', example: firmColumns.firm.requiredLike ?? '' })
  else if (sheet.rows.length < 2) report('E_SHEET_EMPTY', {})
  const read = sheet ? readTable(sheet, firmColumns, { defaultLanguage, report }) : []
  const firms = read.flatMap((row) => {
    const firm = firmOf(row, report)
    return firm ? [{ firm, place: row.placeOf('firm') }] : []
  })
  reportFirmsTwice(firms, report)
  const rows = firms.map(({ firm }) => firm)
  return { rows, issues: book.issues(), warnings: book.warnings() }
}

/** The sheet that the firms are in, whatever its name. */
export const findFirmSheet = ({ sheets }: Workbook): Sheet | undefined => sheets.find(hasFirms)

type Read = TableRow<typeof firmColumns>

const hasFirms = ({ rows }: Sheet) =>
  (rows[0]?.cells ?? []).some(({ value }) => fold(cellText(value)) === 'firm')

function firmOf(row: Read, report: Report): FirmRow | null {
  const { values } = row
  const taxNumber = taxNumberOf(row, report)
  const contactPhone = phoneOf(row, report)
  if (!values.firm) return null
  return {
    row: row.row,
    firm: values.firm,
    country: values.country,
    city: values.city,
    taxNumber,
    registerNumber: values.register_no,
    nace: values.nace,
    cluster: values.cluster,
    employees: values.employees,
    contactName: values.contact_name,
    contactPhone,
    contactEmail: values.contact_email,
    invitedTo: (values.invited_to ?? []).map((code) => code.toUpperCase()),
  }
}

function taxNumberOf(row: Read, report: Report): string | null {
  const raw = row.values.tax_no
  if (raw === null) return null
  const reading = readTaxNumber(raw, row.values.country)
  const place = row.placeOf('tax_no')
  if (reading.kind === 'read') return reading.value
  if (reading.kind === 'identityNumber') report('E_TAX_NUMBER_IDENTITY', place)
  else if (reading.kind === 'wrongLength') report('E_TAX_NUMBER_LENGTH', place, raw)
  else report('E_TAX_NUMBER_CHECK_DIGIT', place, raw)
  return null
}

/** A number without `+` is one of the row's country. */
function phoneOf(row: Read, report: Report): string | null {
  const raw = row.values.contact_phone
  if (raw === null) return null
  const reading = readPhone(raw, row.values.country ?? undefined)
  if ('value' in reading) return reading.value
  // Without its country the number cannot be judged; that the country is not known has been said.
  const hasUnknownCountry = row.values.country === null && row.foundIn('country') !== ''
  if (reading.code === 'E_PHONE_PREFIX' && hasUnknownCountry) return null
  report(reading.code, row.placeOf('contact_phone'), raw, { key: 'contact_phone' })
  return null
}
