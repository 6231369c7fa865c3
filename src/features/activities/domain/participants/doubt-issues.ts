import { issueBook, type Issue } from '../../../../shared/tables/issue.ts'
import type { Applicant } from './applicant.ts'
import type { Doubt } from './match-rows.ts'

/** The rows that are left to a human, as doubts of their places in the file. */
export function doubtIssues(doubts: readonly Doubt[]): readonly Issue[] {
  const book = issueBook()
  const report = book.reportIn('participants')
  for (const { code, row, applicants, otherRow } of doubts)
    report(code, { row: row.row }, row.name ?? row.application ?? row.phone ?? row.email ?? '', {
      number: row.application ?? '',
      people: applicants.slice(0, mostNamed).map(inWords).join('; '),
      otherRow: String(otherRow ?? ''),
    })
  return book.warnings()
}

/** More are not told apart by reading on. */
const mostNamed = 4

/** "7 Ayşe Yılmaz (Çelik Dış Ticaret A.Ş.)" */
const inWords = ({ number, name, firm }: Applicant): string =>
  `${number} ${name}${firm === null ? '' : ` (${firm})`}`
