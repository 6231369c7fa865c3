import { formatDate } from '../../../../platform/texts/dates.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isLanguage } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import type { SheetName } from '../../domain/workbook/columns.ts'
import * as meanings from '../../domain/workbook/meanings.ts'

/** "Başlık (fransızca)" for `title::fr`: a key of a file as people call it. */
export function fieldName(words: Words, field: string): string {
  const [key = '', language] = field.split('::')
  const name = words.plain(`uploads:fields.${key}` as TextKey)
  if (!isLanguage(language)) return name
  return words.plain('uploads:changes.inLanguage', {
    field: name,
    language: spokenLanguageName(language, words.language),
  })
}

export const sheetName = (words: Words, sheet: SheetName): string => words.plain(`uploads:sheets.${sheet}`)

/** A value of a field as the file shows it, with days, yes or no, and what can only be chosen in her words. */
export function valueInWords(words: Words, value: string, field?: string): string {
  const name = field === undefined ? undefined : chosen[field]?.find((one) => one === value)
  if (name !== undefined) return words.plain(`uploads:values.${field ?? ''}.${name}` as TextKey)
  if (value === 'yes' || value === 'no') return words.plain(`bot:${value}`)
  if (value === 'none') return words.plain('uploads:changes.none')
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/.exec(value) ?? []
  if (!date) return value
  const day = formatDate(Temporal.PlainDate.from(date), words.language)
  return time ? words.plain('uploads:changes.dayAndTime', { day, time }) : day
}

/** The fields that take one of a few fixed values, and these. */
const chosen: Readonly<Record<string, readonly string[]>> = {
  kind: [...Object.keys(meanings.activityKinds), ...Object.keys(meanings.itemKinds)],
  approval: Object.keys(meanings.approvals),
  funding: Object.keys(meanings.fundings),
  status: Object.keys(meanings.itemStatuses),
  role: Object.keys(meanings.seatRoles),
  side: Object.keys(meanings.sides),
  proof: Object.keys(meanings.proofs),
  audience: ['all'],
}
