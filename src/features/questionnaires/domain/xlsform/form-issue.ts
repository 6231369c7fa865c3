import { issueBook, type Issue, type Report } from '../../../../shared/tables/issue.ts'
import { formSentences, type FormCode, type FormSentence } from './sentences.ts'

/** One thing that is wrong with a form (`E_…`) or doubtful (`W_…`), at its place in the file. */
export interface FormIssue extends Issue<FormCode> {
  /** The key of its sentence in `locales/<language>/xlsform.json`; a code may have several. */
  readonly sentence: FormSentence
}

/** Gathers the issues of one sheet of a form. */
export type FormReport = Report<FormSentence>

/** Gathers the issues of a whole form: what is wrong apart from what is only doubtful. */
export function formIssueBook() {
  const book = issueBook<FormSentence>()
  return {
    reportIn: book.reportIn,
    issues: () => book.issues().map(withCode),
    warnings: () => book.warnings().map(withCode),
  }
}

const withCode = (issue: Issue<FormSentence>): FormIssue => ({
  ...issue,
  sentence: issue.code,
  code: formSentences[issue.code],
})

export type FormIssueBook = ReturnType<typeof formIssueBook>
