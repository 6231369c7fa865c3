import type { FinishedForm } from './finished-form.ts'
import { logistics } from './logistics/index.ts'
import { needsAnalysis } from './needs-analysis/index.ts'
import { results } from './results/index.ts'
import { satisfaction } from './satisfaction.ts'

export type { FinishedForm, SchengenDays, SheetNeeds } from './finished-form.ts'

/** The questionnaires that come with Heyet, in the order in which a coordinator needs them. */
export const finishedForms: readonly FinishedForm[] = [needsAnalysis, logistics, satisfaction, results]
