import type { Audience } from '../../../../shared/item-facts.ts'
import { cellText } from '../../../../shared/spreadsheet.ts'
import type { Column } from '../../../../shared/tables/columns.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import { splitList } from '../../../../shared/tables/text-cells.ts'

const everybody = new Set([
  'all',
  'everybody',
  'everyone',
  'herkes',
  'tumu',
  'hepsi',
  'todos',
  'tous',
  'tout le monde',
])

/** `all`, or names of groups and numbers of applications, separated by comma, semicolon or a new line. */
export const audience: Column<Audience> = {
  width: 20,
  read(value) {
    const parts = splitList(cellText(value))
    const named = parts.filter((part) => !everybody.has(fold(part)))
    if (named.length === 0) return { value: { kind: 'all' } }
    if (named.length < parts.length) return { code: 'E_AUDIENCE_MIXED', details: { names: named.join(', ') } }
    const numbers = named.map((part) => /^#?0*(\d{1,9})$/.exec(part)?.[1])
    return {
      value: {
        kind: 'some',
        groups: named.filter((_, index) => numbers[index] === undefined),
        applications: numbers.filter((number) => number !== undefined),
      },
    }
  },
}

/** The number of an application, as shown on its receipt: digits, with or without `#` or the activity's code before them. */
export const applicationNumber: Column<string> = {
  width: 13,
  read(value) {
    const number = /^(?:#|[A-Z0-9-]+[-/#])?0*(\d{1,9})$/.exec(cellText(value))?.[1]
    return number === undefined ? { code: 'E_APPLICATION_NUMBER' } : { value: number }
  },
}

const noReminder = new Set(['none', 'yok', 'hicbiri', 'ninguno', 'ninguna', 'aucun', 'aucune'])

/** Minutes before the start, as `60 15`; `none` for no reminder at all. */
export const reminderMinutes: Column<number[]> = {
  width: 12,
  read(value) {
    const words = cellText(value)
      .split(/[\s,;]+/)
      .filter((word) => word !== '')
    if (words.length === 1 && noReminder.has(fold(words[0] ?? ''))) return { value: [] }
    const minutes = words.map((word) => (/^\d{1,5}$/.test(word) ? Number(word) : NaN))
    if (minutes.length > 6 || !minutes.every((number) => number <= 10_080)) return { code: 'E_REMIND' }
    return { value: [...new Set(minutes)].sort((left, right) => right - left) }
  },
}
