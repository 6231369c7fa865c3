import { DomainError } from '../../shared/domain-error.ts'

export type NotXlsxReason =
  'empty' | 'text' | 'oldExcel' | 'encrypted' | 'truncated' | 'damaged' | 'doctype' | 'otherProgram' | 'other'

export type TooLargeReason =
  'bytes' | 'unpacked' | 'sheets' | 'rows' | 'columns' | 'cells' | 'time' | 'memory'

/**
 * A file that is not read. `issueCode` is the short code people see, `reason` tells the cases of one code apart, and
 * together they are the key of the sentence: `workbook:E_FILE_NOT_XLSX.encrypted`.
 */
export class SpreadsheetRefused extends DomainError {
  readonly issueCode: 'E_FILE_NOT_XLSX' | 'E_FILE_TOO_LARGE'
  readonly reason: NotXlsxReason | TooLargeReason

  constructor(
    issueCode: SpreadsheetRefused['issueCode'],
    reason: NotXlsxReason | TooLargeReason,
    details: Record<string, string | number> = {},
  ) {
    super(`workbook:${issueCode}.${reason}`, details)
    this.name = 'SpreadsheetRefused'
    this.issueCode = issueCode
    this.reason = reason
  }
}

export const notXlsx = (reason: NotXlsxReason) => new SpreadsheetRefused('E_FILE_NOT_XLSX', reason)

export const tooLarge = (reason: TooLargeReason, limit: number) =>
  new SpreadsheetRefused('E_FILE_TOO_LARGE', reason, { limit })
