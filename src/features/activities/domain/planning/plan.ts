import { languages, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import type { Activity } from '../activity.ts'
import type { ActivityKind, Approval } from '../workbook/meanings.ts'

/** What can be planned in the chat; delegations come from their workbook. */
export const planKinds = ['workshop', 'training', 'consultancy'] as const

export type PlanKind = (typeof planKinds)[number]

export const isPlanKind = (kind: string): kind is PlanKind => planKinds.some((name) => name === kind)

/** A workshop as it has been answered so far. A field that is not there has not been answered. */
export interface Plan {
  kind?: PlanKind
  /** The languages in which it is announced, in the order in which they are asked. */
  languages?: Language[]
  isLanguagesDone?: boolean
  title?: LocalizedText
  /** `null`: skipped. */
  description?: Partial<Record<Language, string | null>>
  place?: LocalizedText
  /** "2026-12-10" */
  startsOn?: string
  endsOn?: string
  /** "09:30-17:00", or "09:30" alone; null: skipped. */
  hours?: string | null
  /** Seats; null: as many as come. */
  capacity?: number | null
  /** A moment as "2026-12-09T15:00:00Z"; null only for an activity that never had one. */
  closesAt?: string | null
  approval?: Approval
}

/** What a draft holds: answers, and what a typed date can mean while that is being asked. */
export interface PlanAnswers extends Plan {
  readings?: string[]
}

/** A workshop that is being planned, or an edit of one. */
export interface PlanDraft {
  id: number
  personId: number
  /** What is being edited; null while it is new. */
  activityId: number | null
  answers: PlanAnswers
  changing: string | null
  isPaused: boolean
  revision: number
  updatedAt: Temporal.Instant
}

/** An activity as a plan, all of it answered. */
export function planOf(activity: Activity): Plan {
  const spoken = languages.filter((language) => activity.title[language])
  return {
    ...(isPlanKind(activity.kind) ? { kind: activity.kind } : {}),
    languages: spoken,
    isLanguagesDone: true,
    title: activity.title,
    description: Object.fromEntries(
      spoken.map((language) => [language, activity.description[language] ?? null]),
    ),
    place: activity.city,
    startsOn: activity.startsOn.toString(),
    endsOn: activity.endsOn.toString(),
    hours: activity.hours,
    capacity: activity.capacity,
    closesAt: activity.applicationsCloseAt?.toString() ?? null,
    approval: activity.approval,
  }
}

/** What is there, with what has been answered on top: an edit touches nothing that it does not speak of. */
export const withAnswers = <Answered extends Plan>(plan: Plan, answers: Answered): Plan & Answered => ({
  ...plan,
  ...answers,
  ...(plan.title || answers.title ? { title: { ...plan.title, ...answers.title } } : {}),
  ...(plan.description || answers.description
    ? { description: { ...plan.description, ...answers.description } }
    : {}),
})

/** Languages in which it is announced and not described, while it is in another one: their readers see that one. */
export function languagesWithoutDescription({ languages: spoken = [], description = {} }: Plan): Language[] {
  const silent = spoken.filter((language) => !description[language])
  return silent.length < spoken.length ? silent : []
}

/** The columns of an activity that a complete plan decides. */
export interface PlannedActivity extends Pick<
  Activity,
  'title' | 'description' | 'city' | 'startsOn' | 'endsOn' | 'hours' | 'capacity' | 'applicationsCloseAt'
> {
  kind: ActivityKind
  approval: Approval
}

/** Makes an activity of a plan; `undefined` while something is missing. Texts of unticked languages stay out. */
export function plannedActivity(plan: Plan): PlannedActivity | undefined {
  const { kind, languages: spoken = [], title, place, startsOn, endsOn, capacity, closesAt, approval } = plan
  if (!kind || !title || !place || !startsOn || !endsOn || capacity === undefined) return undefined
  if (closesAt === undefined || !approval) return undefined
  return {
    kind,
    title: only(spoken, title),
    description: only(spoken, plan.description ?? {}),
    city: place,
    startsOn: Temporal.PlainDate.from(startsOn),
    endsOn: Temporal.PlainDate.from(endsOn),
    hours: plan.hours ?? null,
    capacity,
    applicationsCloseAt: closesAt === null ? null : Temporal.Instant.from(closesAt),
    approval,
  }
}

const only = (spoken: readonly Language[], texts: Partial<Record<Language, string | null>>): LocalizedText =>
  Object.fromEntries(spoken.flatMap((language) => (texts[language] ? [[language, texts[language]]] : [])))
