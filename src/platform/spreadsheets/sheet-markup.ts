import { columnLetter, type CellValue, type ColumnToWrite } from '../../shared/spreadsheet.ts'
import { escapeText } from './cell-text.ts'
import { styles, type CellStyle } from './workbook-markup.ts'

const defaultWidth = 16

/** A sheet up to its header, which is bold and stays in sight. */
export const sheetStart = (columns: readonly ColumnToWrite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    ...(columns.length > 0 ? [`<cols>${columns.map(widthMarkup).join('')}</cols>`] : []),
    '<sheetData>',
    `<row r="1">${columns.map(({ header }, at) => textMarkup(`${columnLetter(at)}1`, 'header', header)).join('')}</row>`,
  ].join('')

export const sheetEnd = '</sheetData></worksheet>'

const widthMarkup = ({ width = defaultWidth }: ColumnToWrite, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`

/** One row; empty cells are left out. */
export function rowMarkup(number: number, values: readonly (CellValue | null)[]): string {
  let cells = ''
  for (const [at, value] of values.entries())
    if (value !== null) cells += cellMarkup(`${columnLetter(at)}${number}`, value)
  return `<row r="${number}">${cells}</row>`
}

function cellMarkup(place: string, value: CellValue): string {
  if (typeof value === 'string') return textMarkup(place, 'text', value)
  if (typeof value === 'number') return `<c r="${place}" s="${styles.plain}"><v>${value}</v></c>`
  if (typeof value === 'boolean')
    return `<c r="${place}" s="${styles.plain}" t="b"><v>${value ? 1 : 0}</v></c>`
  const { date, time } = value
  const style = date && time ? styles.moment : date ? styles.date : styles.time
  return `<c r="${place}" s="${style}"><v>${serialOf(date, time)}</v></c>`
}

const textMarkup = (place: string, style: CellStyle, text: string): string =>
  `<c r="${place}" s="${styles[style]}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`

const xmlText = (text: string): string =>
  escapeText(text.toWellFormed()).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const dayZero = Date.UTC(1899, 11, 30)

/** As spreadsheets count: days since the end of 1899, a time of day as a fraction. */
const serialOf = (date = '1899-12-30', time = '00:00:00'): number =>
  (Date.parse(`${date}T${time}Z`) - dayZero) / 86_400_000
