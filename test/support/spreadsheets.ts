import { readSpreadsheet, writeSpreadsheet } from '../../src/platform/spreadsheets/index.ts'
import { exampleActivityWorkbook } from '../../src/sandbox/seed/barcelona.ts'
import { cellText, columnIndex, type CellValue, type Workbook } from '../../src/shared/spreadsheet.ts'
import { asSheets } from '../../src/shared/tables/write-table.ts'
import { sheetOf } from '../features/activities/workbook/books.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A coordinator sends a file from her phone. */
export function sends(person: Person, name: string, bytes: Uint8Array, mimeType = excel): Promise<void> {
  return person.does((phone) => phone.sendFile({ kind: 'document', name, mimeType, bytes }))
}

export const sendsBook = async (person: Person, name: string, workbook: Workbook): Promise<void> =>
  sends(person, name, await writeSpreadsheet(asSheets(workbook)))

/** The files the bot has sent somebody, oldest first. */
export const filesOf = ({ phone }: Person) =>
  phone
    .state()
    .messages.filter(({ from, document }) => from === 'bot' && document)
    .flatMap(({ document }) => document ?? [])

/** The newest file the bot has sent somebody, read. */
export async function lastWorkbook(world: World, person: Person): Promise<Workbook> {
  const file = world.telegram.file(filesOf(person).at(-1)?.fileId ?? '')
  return readSpreadsheet(file?.bytes ?? new Uint8Array())
}

/** The newest file the bot has sent somebody, read as the table of a sheet: a record per row, by its header. */
export async function lastTable(
  world: World,
  person: Person,
  name?: string,
): Promise<Record<string, string>[]> {
  const workbook = await lastWorkbook(world, person)
  const sheet = workbook.sheets.find((one) => name === undefined || one.name === name)
  const [header, ...rows] = sheet?.rows ?? []
  const headers = new Map(header?.cells.map(({ column, value }) => [column, cellText(value)]))
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.map(({ column, value }) => [headers.get(column) ?? column, cellText(value)])),
  )
}

/** The delegation to Barcelona as a file. */
export const barcelona = (startsOn = '2026-12-08'): Workbook =>
  exampleActivityWorkbook({ startsOn: Temporal.PlainDate.from(startsOn) })

/** The same file with cells changed, found by sheet, the text in its first column (or row number), and the header. */
export function withCells(
  workbook: Workbook,
  changes: readonly { sheet: string; row: string | number; column: string; value: CellValue | null }[],
): Workbook {
  return {
    sheets: workbook.sheets.map((sheet) => {
      const tables = sheet.rows.map(({ cells }) => {
        const values: (CellValue | null)[] = []
        for (const { column, value } of cells) values[columnIndex(column)] = value
        return Array.from(values, (value) => value ?? null)
      })
      for (const { row, column, value } of changes.filter((change) => change.sheet === sheet.name)) {
        const index = typeof row === 'number' ? row - 1 : tables.findIndex(([first]) => first === row)
        const place = tables[0]?.indexOf(column) ?? -1
        const cells = tables[index]
        if (!cells || place < 0) throw new Error(`There is no ${column} of ${row} in ${sheet.name}.`)
        cells[place] = value
      }
      return sheetOf(
        sheet.name,
        tables.map((cells) => Array.from(cells, (value) => value ?? null)),
      )
    }),
  }
}
