import type { Words } from '../../../../platform/texts/words.ts'
import { findingsSheet, fitting, listOf, mistakesAnswer, type Answer } from '../../../uploads/index.ts'
import type { FormIssue } from '../../domain/xlsform/form-issue.ts'
import { formFindings } from './form-findings.ts'

/** Every mistake of a form in one answer, and apart from them what is only doubtful. */
export function formMistakes(
  words: Words,
  name: string,
  { issues, warnings }: { issues: readonly FormIssue[]; warnings: readonly FormIssue[] },
): Answer {
  const { message, file } = mistakesAnswer(words, name, formFindings(words, issues))
  const doubts = formFindings(words, warnings)
  const shown = fitting(
    doubts.map(({ place, sentence }) => words('uploads:preview.warning', { place, sentence })),
    { lines: file ? 0 : 4, characters: 3700 - message.text.length },
  )
  const apart = listOf(words, words('uploads:preview.warnings'), shown)
  const text = [message.text, apart].filter((part) => part !== '').join('\n\n')
  if (!file && shown.rest === 0) return { message: { ...message, text } }
  const sheets = file?.sheets ?? [
    findingsSheet(words, words.plain('uploads:table.mistakes'), formFindings(words, issues)),
  ]
  return {
    message: { ...message, text },
    file: {
      name: file?.name ?? words.plain('uploads:mistakes.fileName'),
      sheets:
        doubts.length === 0
          ? sheets
          : [...sheets, findingsSheet(words, words.plain('uploads:table.warnings'), doubts)],
    },
  }
}
