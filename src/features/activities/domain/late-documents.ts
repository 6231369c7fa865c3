import type { DocumentRule } from './workbook/activity-workbook.ts'

/** The documents everybody has to have whose last day is over: for whoever is approved now they come too late. */
export const lateDocuments = (
  documents: readonly Pick<DocumentRule, 'title' | 'isMandatory' | 'dueOn'>[],
  today: Temporal.PlainDate,
) =>
  documents.flatMap(({ title, isMandatory, dueOn }) => {
    const due = isMandatory && dueOn ? Temporal.PlainDate.from(dueOn) : undefined
    return due && Temporal.PlainDate.compare(due, today) < 0 ? [{ title, due }] : []
  })
