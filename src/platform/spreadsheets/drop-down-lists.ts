import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { columnLetter, type SheetToWrite } from '../../shared/spreadsheet.ts'
import { limits } from './limits.ts'

const sheetPart = 'xl/worksheets/sheet{id}.xml'

/** A list that is written into the file itself may have 255 characters; longer ones are left out. */
const longestList = 255

/** Teaches the library drop-down lists, which it does not know; they offer values and forbid none. */
export function dropDownLists(sheets: readonly SheetToWrite[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        [sheetPart]: {
          transform(xml, _, { sheetIndex }) {
            const lists = listsOf(sheets[sheetIndex])
            return lists.length === 0 ? xml : withLists(xml, lists)
          },
        },
      },
    },
  }
}

function listsOf(sheet: SheetToWrite | undefined): string[] {
  if (!sheet) return []
  const first = (sheet.heading?.length ?? 0) + 2
  const ofColumns = sheet.columns.map(({ choices = [] }, index) => {
    const column = columnLetter(index)
    return listMarkup(`${column}${first}:${column}${limits.rowsPerSheet}`, choices)
  })
  const ofCells = sheet.rows.flatMap(({ choices = {} }, index) =>
    Object.entries(choices).map(([place, own]) =>
      listMarkup(`${columnLetter(Number(place))}${first + index}`, own),
    ),
  )
  return [...ofColumns, ...ofCells].filter((list) => list !== '')
}

function listMarkup(range: string, choices: readonly string[]): string {
  const list = choices.join(',')
  if (list === '' || list.length > longestList) return ''
  const attributes = { type: 'list', allowBlank: 1, showErrorMessage: 0, sqref: range }
  const opening = getSelfClosingTagMarkup('dataValidation', attributes).replace(/\s*\/>$/, '>')
  const formula = sanitizeTextContent(`"${list.replaceAll('"', '""')}"`)
  return `${opening}<formula1>${formula}</formula1></dataValidation>`
}

const withLists = (xml: string, lists: readonly string[]) =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`,
    getOrderOfSiblings(sheetPart, 'worksheet') ?? [],
    'worksheet',
  )
