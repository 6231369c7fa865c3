import type { CellValue } from '../../../../../shared/spreadsheet.ts'
import type { FormLanguage } from '../../form.ts'
import { labelIn } from '../label-text.ts'
import type { ResultColumn } from '../result-set.ts'

/** More than this no cell holds. */
const mostCharacters = 32_767

/** Before it, spreadsheets count days otherwise or not at all. */
const firstDay = '1900-03-01'

/** A value as spreadsheets calculate with it: numbers, days and times as such, everything else as it is kept. */
export function valueCell({ type }: Pick<ResultColumn, 'type'>, value: string): CellValue {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'range':
    case 'calculation':
      return isNumber(value) ? Number(value) : textCell(value)
    case 'date':
      return isDay(value) ? { date: value } : textCell(value)
    case 'time':
      return isTime(value) ? { time: value } : textCell(value)
    case 'dateTime':
      return momentCell(value)
    default:
      return textCell(value)
  }
}

/** The same for people: choices by their labels, in the order in which they were ranked where they were. */
export function labelCell(column: ResultColumn, value: string, language: FormLanguage): CellValue {
  const labelOf = (name: string): string => {
    const choice = column.choices.find((one) => one.name === name)
    return (choice && labelIn(choice.label, choice.form, language)) || name
  }
  switch (column.type) {
    case 'select_one':
      return textCell(labelOf(value))
    case 'select_multiple':
      return textCell(namesIn(value).map(labelOf).join('; '))
    case 'rank':
      return textCell(
        namesIn(value)
          .map((name, at) => `${at + 1}. ${labelOf(name)}`)
          .join('; '),
      )
    default:
      return valueCell(column, value)
  }
}

export const namesIn = (value: string): string[] => value.split(' ').filter(Boolean)

/** A clock's moment without its zone, to the second; empty where it is none. */
export function momentCell(value: string): CellValue {
  const [date = '', rest = ''] = value.split('T')
  const time = rest.slice(0, 8)
  return isDay(date) && isTime(time) ? { date, time } : textCell(value)
}

/** Half an emoji at the cut would be no text any more. */
export const textCell = (text: string): string =>
  text.length <= mostCharacters ? text : text.slice(0, mostCharacters).toWellFormed()

/** As numbers are kept: what begins with a zero or has more digits than a cell keeps is a code or a phone number. */
const isNumber = (value: string): boolean =>
  /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 15

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= firstDay

const isTime = (value: string): boolean => /^\d{2}:\d{2}:\d{2}$/.test(value)
