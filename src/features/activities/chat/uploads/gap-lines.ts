import type { Words } from '../../../../platform/texts/words.ts'
import type { ActivityWorkbook } from '../../domain/workbook/activity-workbook.ts'
import { textGaps, type TextGap } from '../../domain/text-gaps.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import { fitting } from '../../../uploads/index.ts'
import { fieldName, sheetName } from './field-words.ts'

/** Which languages each text has and which are missing; one sentence when nothing is. */
export function gapLines(words: Words, workbook: ActivityWorkbook): string {
  // A list of people has no texts of its own.
  if (workbook.sheets.every((sheet) => sheet === 'participants' || sheet === 'team')) return ''
  const gaps = textGaps(workbook)
  if (gaps.length === 0) return words('uploads:preview.allLanguages')
  const { shown, rest } = fitting(
    gaps.map((gap) => gapLine(words, gap)),
    { lines: 8, characters: 600 },
  )
  return [
    words('uploads:preview.languages'),
    ...shown,
    ...(rest > 0 ? [words('uploads:preview.moreTexts', { count: rest })] : []),
  ].join('\n')
}

const gapLine = (words: Words, { sheet, key, present, missing, rows }: TextGap): string =>
  words('uploads:preview.languageLine', {
    field:
      sheet === 'activity'
        ? fieldName(words, key)
        : words.plain('uploads:preview.gapField', {
            sheet: sheetName(words, sheet),
            field: fieldName(words, key),
          }),
    present: present.map((one) => spokenLanguageName(one, words.language)).join(', ') || '–',
    missing: missing
      .map(({ language, rows: without }) =>
        without === rows
          ? spokenLanguageName(language, words.language)
          : `${spokenLanguageName(language, words.language)} (${without}/${rows})`,
      )
      .join(', '),
  })
