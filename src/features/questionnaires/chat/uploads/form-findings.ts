import type { Words } from '../../../../platform/texts/words.ts'
import { issuePlaceKey, issueVariables } from '../../../../shared/tables/issue.ts'
import type { Finding } from '../../../uploads/index.ts'
import type { FormIssue } from '../../domain/xlsform/form-issue.ts'

/** What is wrong or doubtful in a form, in words: where, what, and how to mend it. */
export const formFindings = (words: Words, issues: readonly FormIssue[]): Finding[] =>
  issues.map((issue) => ({
    ...issue,
    place: words.plain(issuePlaceKey(issue), issueVariables(issue)),
    sentence: words.plain(`xlsform:${issue.sentence}`, issueVariables(issue)),
  }))
