import { languages, type LocalizedText } from '../../../../shared/localized-text.ts'

/** The filled fields of a row, by their keys in the file, as the file would show them. */
export type FieldValues = Readonly<Record<string, string>>

/** Where the row stands, and what follows from other fields, is no difference of its own. */
const derived = new Set([
  ...['row', 'isNewId', 'startsAt', 'endsAt', 'applicationsCloseAt', 'id'],
  ...['groupCells', 'columns'],
])

/** The names that fields have in the file where they differ from ours in more than their spelling. */
const fileNames: Readonly<Record<string, string>> = {
  startLocal: 'start',
  endLocal: 'end',
  applicationsCloseLocal: 'applications_close_at',
  isMandatory: 'mandatory',
  remindMinutesBefore: 'remind',
  dueOn: 'due',
  groups: 'group',
}

/** Writes a row as texts that can be compared and shown next to each other. */
export function fieldsOf(record: object): FieldValues {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (derived.has(name) || (name === 'groups' && isEmpty(value))) continue
    const key = fileNames[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    if (isLocalized(value))
      for (const [language, text] of Object.entries(value)) fields[`${key}::${language}`] = text
    else {
      const shown = showValue(value)
      if (shown !== '') fields[key] = shown
    }
  }
  return fields
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function isLocalized(value: unknown): value is LocalizedText {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => languages.some((language) => language === key))
}

function showValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d{2}-\d{2})T(?=\d{2}:\d{2}$)/, '$1 ')
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(showValue).join(', ')
  return showRecord(value)
}

/** A point, an audience, a condition. */
function showRecord(value: object): string {
  if (Object.keys(value).length === 0) return ''
  if ('latitude' in value && 'longitude' in value)
    return `${String(value.latitude)}, ${String(value.longitude)}`
  if ('kind' in value && value.kind === 'all') return 'all'
  return (
    Object.entries(value)
      .filter(([name, part]) => name !== 'kind' && !(Array.isArray(part) && part.length === 0))
      // An order of its own: a row that was kept may come back with its parts in another.
      .toSorted(([one], [other]) => (one < other ? 1 : -1))
      .map(([, part]) => showValue(part))
      .join(', ')
  )
}
