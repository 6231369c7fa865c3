import { formatDate } from '../../../../platform/texts/dates.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isLanguage } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import type { SheetName } from '../../domain/workbook/columns.ts'

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

/** A value as the file shows it, with days and yes or no in her words. */
export function valueInWords(words: Words, value: string): string {
  if (value === 'yes' || value === 'no') return words.plain(`bot:${value}`)
  if (value === 'none') return words.plain('uploads:changes.none')
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/.exec(value) ?? []
  if (!date) return value
  const day = formatDate(Temporal.PlainDate.from(date), words.language)
  return time ? words.plain('uploads:changes.dayAndTime', { day, time }) : day
}
