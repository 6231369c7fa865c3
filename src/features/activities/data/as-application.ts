import type { Application, StepName } from '../domain/application.ts'
import type { applications } from './tables.ts'
import type { ApplicationState } from '../domain/life-cycle.ts'

/** A row as the domain speaks of it. */
export const asApplication = (row: typeof applications.$inferSelect): Application => ({
  ...row,
  state: row.state as ApplicationState,
  answers: row.answers,
  heldFrom: row.heldFrom as ApplicationState | null,
  changing: row.changing as StepName | null,
})
