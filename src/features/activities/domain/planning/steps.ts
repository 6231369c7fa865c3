import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import type { Plan } from './plan.ts'

type PlainStep =
  'kind' | 'languages' | 'place' | 'startsOn' | 'endsOn' | 'hours' | 'capacity' | 'closesAt' | 'approval'

/** The steps of planning; title and description are asked once per language. */
export type PlanStep = PlainStep | `title.${Language}` | `description.${Language}`

/** What decides which step is asked. */
export interface PlanAsked {
  plan: Plan
  /** The step that is asked again. */
  changing: string | null
  timeZone: string
}

/** A step without its language, and its language. */
export function partsOf(step: PlanStep): { part: PlainStep | 'title' | 'description'; language?: Language } {
  const [part, language] = step.split('.') as [PlainStep | 'title' | 'description', string?]
  return { part, ...(isLanguage(language) ? { language } : {}) }
}

const plainSteps: readonly PlainStep[] = [
  'kind',
  'languages',
  'place',
  'startsOn',
  'endsOn',
  'hours',
  'capacity',
  'closesAt',
  'approval',
]

export function isPlanStep(text: string): text is PlanStep {
  const [part, language, ...more] = text.split('.')
  if (language === undefined) return plainSteps.some((step) => step === part)
  return (part === 'title' || part === 'description') && isLanguage(language) && more.length === 0
}

/** The steps in the order in which they are asked. */
export const planSteps = ({ languages = [] }: Plan): PlanStep[] => [
  'kind',
  'languages',
  ...languages.map((language) => `title.${language}` as const),
  ...languages.map((language) => `description.${language}` as const),
  'place',
  'startsOn',
  'endsOn',
  'hours',
  'capacity',
  'closesAt',
  'approval',
]

/** The step to ask now: the one being changed, else the first without an answer that holds; then the summary. */
export function currentPlanStep({ plan, changing, timeZone }: PlanAsked): PlanStep | 'summary' {
  const steps = planSteps(plan)
  return (
    steps.find((step) => step === changing) ?? steps.find((step) => !holds(step, plan, timeZone)) ?? 'summary'
  )
}

/** The step before this one, to go back to; `undefined` at the first. */
export function planStepBefore(step: PlanStep | 'summary', plan: Plan): PlanStep | undefined {
  const steps = planSteps(plan)
  const at = step === 'summary' ? steps.length : steps.indexOf(step)
  return steps[at - 1]
}

/** How far somebody is: "3/8". */
export function planProgress(step: PlanStep, plan: Plan): { at: number; of: number } {
  const steps = planSteps(plan)
  return { at: steps.indexOf(step) + 1, of: steps.length }
}

/** Whether a step can be left without an answer. */
export const isOptionalPlanStep = (step: PlanStep): boolean =>
  step === 'hours' || step.startsWith('description.')

/** What has been answered at a step; `undefined`: nothing. */
function answerAt(step: PlanStep, plan: Plan): unknown {
  const { part, language } = partsOf(step)
  if (part === 'title' || part === 'description') return language && plan[part]?.[language]
  return plan[part]
}

/** Whether a step needs no asking: it is answered, and what was answered later does not speak against it. */
function holds(step: PlanStep, plan: Plan, timeZone: string): boolean {
  const { startsOn, endsOn, closesAt } = plan
  if (step === 'languages') return plan.isLanguagesDone === true && (plan.languages ?? []).length > 0
  if (step === 'endsOn') return endsOn !== undefined && startsOn !== undefined && endsOn >= startsOn
  if (step === 'closesAt' && closesAt && startsOn)
    return Temporal.Instant.compare(Temporal.Instant.from(closesAt), startOf(startsOn, timeZone)) < 0
  return answerAt(step, plan) !== undefined
}

/** The first moment of a day. */
export const startOf = (day: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()

/** The steps at which two plans differ, in the order of the new one. */
export const changedSteps = (before: Plan, after: Plan): PlanStep[] =>
  planSteps(after).filter((step) => written(answerAt(step, before)) !== written(answerAt(step, after)))

const written = (answer: unknown): string =>
  JSON.stringify(Array.isArray(answer) ? answer.toSorted() : (answer ?? null))
