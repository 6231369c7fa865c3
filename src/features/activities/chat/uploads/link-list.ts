import type { SheetToWrite, Workbook } from '../../../../shared/spreadsheet.ts'
import { fillColumn } from '../../../../shared/tables/fill-column.ts'
import { asSheets } from '../../../../shared/tables/write-table.ts'
import { findFirmSheet } from '../../../people/index.ts'
import type { InvitedFirm } from '../../actions/publish-firms.ts'
import { linkColumn } from '../../actions/review-firms.ts'

/** Her own list again, with the link of each firm in a column of its own. */
export function linkList(
  workbook: Workbook,
  invited: readonly InvitedFirm[],
  botUsername: string,
): SheetToWrite[] {
  const list = findFirmSheet(workbook)
  const links = new Map(
    invited.map(({ row, token }) => [row, `https://t.me/${botUsername}?start=f_${token}`]),
  )
  const sheets = workbook.sheets.map((sheet) =>
    sheet === list ? fillColumn(sheet, linkColumn, links) : sheet,
  )
  return asSheets({ sheets }).map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({ ...column, width: column.header === linkColumn ? 64 : 22 })),
  }))
}
