import { columnIndex, columnLetter, type Cell, type CellValue, type Row } from '../../shared/spreadsheet.ts'
import { momentOfIsoText, momentOfSerial } from './date-serial.ts'
import { limits } from './limits.ts'
import type { NumberMeaning } from './number-formats.ts'
import { notXlsx, tooLarge } from './refusal.ts'
import { textItem, unescapeText } from './text-items.ts'
import { readXml, type Attributes, type XmlListener } from './xml-part.ts'
import type { ZipArchive } from './zip-archive.ts'

export interface CellMeanings {
  readonly sharedStrings: readonly string[]
  readonly styles: readonly NumberMeaning[]
  readonly countsFrom1904: boolean
  /** Counts every filled cell of the file and refuses one too many. */
  readonly countCell: () => void
}

/** Reads the filled rows of one sheet. */
export function readRows(zip: ZipArchive, part: string, meanings: CellMeanings): Row[] {
  const rows: Row[] = []
  let number = 0
  let cells: Cell[] = []
  const cell = cellListener(meanings, (filled) => cells.push(filled))
  readXml(zip, part, {
    open(name, attributes) {
      if (name === 'row') {
        number = rowNumber(attributes['r'], number)
        cells = []
        cell.startRow()
      }
      cell.open(name, attributes)
    },
    text: cell.text,
    close(name) {
      cell.close(name)
      if (name !== 'row' || cells.length === 0) return
      if (rows.length >= limits.rowsPerSheet) throw tooLarge('rows', limits.rowsPerSheet)
      rows.push({ number, cells })
    },
  })
  return rows
}

/** Follows the cells of a row: `<c r="B2" t="s" s="4"><f>…</f><v>17</v></c>`. */
function cellListener(
  meanings: CellMeanings,
  take: (cell: Cell) => void,
): Required<XmlListener> & { startRow(): void } {
  let index = -1
  let attributes: Attributes = {}
  let raw = ''
  let isValue = false
  const inline = textItem('is', (text) => (raw = text))
  return {
    startRow: () => void (index = -1),
    open(name, own) {
      if (name === 'c') [attributes, index, raw] = [own, placeOf(own['r'], index), '']
      isValue = name === 'v'
      inline.open(name, own)
    },
    text(piece) {
      if (isValue) raw += piece
      inline.text(piece)
    },
    close(name) {
      isValue = false
      inline.close(name)
      if (name !== 'c') return
      const value = valueOf(raw, attributes, meanings)
      if (value === '') return
      if (index >= limits.columns) throw tooLarge('columns', limits.columns)
      meanings.countCell()
      take({ column: columnLetter(index), value })
    },
  }
}

function rowNumber(given: string | undefined, before: number): number {
  if (given === undefined) return before + 1
  if (!/^[1-9]\d{0,6}$/.test(given) || Number(given) <= before) throw notXlsx('damaged')
  return Number(given)
}

/** Writers may leave the address of a cell out; then it stands right of the one before. */
function placeOf(address: string | undefined, before: number): number {
  if (!address) return before + 1
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0]
  if (!letters) throw notXlsx('damaged')
  return columnIndex(letters)
}

function valueOf(raw: string, { t = 'n', s }: Attributes, meanings: CellMeanings): CellValue {
  if (t === 's') return meanings.sharedStrings[Number(raw)] ?? ''
  if (t === 'inlineStr') return raw
  if (t === 'str') return unescapeText(raw)
  if (t === 'e' || raw === '') return raw
  if (t === 'b') return raw === '1' || raw === 'true'
  if (t === 'd') return momentOfIsoText(raw)
  const number = Number(raw)
  if (!Number.isFinite(number)) return raw
  return momentOfSerial(number, meanings.styles[Number(s ?? 0)] ?? 'number', meanings.countsFrom1904)
}
