import type { Application, ApplicationState, StepName } from '../domain/application.ts'
import type { applications } from './tables.ts'

/** A row as the domain speaks of it. */
export const asApplication = (row: typeof applications.$inferSelect): Application => ({
  ...row,
  state: row.state as ApplicationState,
  answers: row.answers,
  changing: row.changing as StepName | null,
})
