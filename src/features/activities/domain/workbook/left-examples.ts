import type { LocalizedText } from '../../../../shared/localized-text.ts'
import type { Issue } from '../../../../shared/tables/issue.ts'
import type { RecordToWrite } from '../../../../shared/tables/write-table.ts'
import type { ActivityWorkbook } from './activity-workbook.ts'
import { templateExamples } from './template-examples.ts'

/**
 * Rows of the template that nobody has replaced: people who do not exist must not be published, nor called. Days are not
 * looked at, because each template has others; questions and documents may well be kept as they are.
 */
export function leftExamples({ activity, itinerary, participants, team }: ActivityWorkbook): Issue[] {
  const examples = templateExamples(Temporal.PlainDate.from('2000-01-01'))
  const isExample =
    activity !== null &&
    sameText(activity.title, examples.activity['title']) &&
    sameText(activity.description, examples.activity['description'])
  const items = itinerary.filter(({ id, title }) =>
    examples.itinerary.some((one) => one['id'] === id && sameText(title, one['title'])),
  )
  const left = {
    // One of them may well be hers; all of them together are the template's.
    itinerary: items.length === examples.itinerary.length ? items : [],
    participants: participants.filter(({ name, firm }) =>
      examples.participants.some((one) => one['name'] === name && one['firm'] === firm),
    ),
    team: team.filter(({ name, phone }) =>
      examples.team.some((one) => one['name'] === name && one['phone'] === phone),
    ),
  }
  return [
    ...(isExample ? [issueOf('activity', ['title', 'description'])] : []),
    ...Object.entries(left).flatMap(([sheet, rows]) =>
      rows.length > 0
        ? [
            issueOf(
              sheet,
              rows.map(({ row }) => String(row)),
            ),
          ]
        : [],
    ),
  ]
}

const issueOf = (sheet: string, rows: readonly string[]): Issue => ({
  code: 'E_EXAMPLES_LEFT',
  sheet,
  found: rows.join(', '),
  details: {},
})

/** Whether a text is the example's in every language it is in. */
function sameText(text: LocalizedText, example: RecordToWrite[string] | undefined): boolean {
  const entries = Object.entries(text)
  return (
    entries.length > 0 &&
    entries.every(([language, said]) => (example as LocalizedText)[language as 'tr'] === said)
  )
}
