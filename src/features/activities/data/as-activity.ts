import type { Language } from '../../../shared/localized-text.ts'
import type { Activity } from '../domain/activity.ts'
import type { ActivityKind, Approval } from '../domain/workbook/meanings.ts'
import type { activities } from './tables.ts'

/** A row as the domain knows it. */
export const asActivity = (row: typeof activities.$inferSelect): Activity => ({
  ...row,
  kind: row.kind as ActivityKind,
  approval: row.approval as Approval,
  workingLanguage: row.workingLanguage as Language | null,
  state: row.state as Activity['state'],
})
