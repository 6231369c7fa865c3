import type { ApplicationState } from './life-cycle.ts'

/** The steps about the person. */
export const personSteps = [
  'name',
  'passport',
  'position',
  'phone',
  'email',
  'languages',
  'interpreter',
  'wishes',
] as const

/** The steps of applying, in the order in which they are asked. */
export const stepNames = [
  'notice',
  'firm',
  'firmName',
  'firmCountry',
  'firmKnown',
  'firmCity',
  'firmCluster',
  'firmTax',
  ...personSteps,
] as const

export type StepName = (typeof stepNames)[number]

export const isStepName = (text: string): text is StepName => stepNames.some((name) => name === text)

/** A firm that is being told about; it becomes one with its last answer. `null`: skipped. */
export interface FirmInTheMaking {
  name: string
  /** The name is the full legal one; before that it is what was typed to look for it. */
  isNamed?: true
  country?: string
  city?: string
  cluster?: string
  taxNumber?: string | null | undefined
  /** A known firm that it may be; asked about before anything else. */
  perhaps?: { firmId: number; because: 'tax' | 'name' }
  /** Firms of the same name that it is not. */
  differsFrom?: number[]
}

/** What somebody has answered so far. A field that is not there has not been answered. */
export interface Answers {
  /** The steps that have been asked and answered, in that order; what was known before is not among them. */
  asked?: StepName[]
  notice?: true
  /** How everything stood when a line of the summary was opened to be changed: the way back leads there. */
  before?: { step: StepName; answers: Answers; firmId: number | null } | undefined
  /** What they typed to find their firm. */
  firmQuery?: string
  newFirm?: FirmInTheMaking
  givenNames?: string
  surname?: string
  /** As the machine-readable line of the passport spells it. */
  passport?: { givenNames: string; surname: string }
  /** How a passport spells what was typed with other letters, while that is being asked. */
  passportReading?: { givenNames: string; surname: string } | undefined
  position?: string
  phone?: string
  /** Numbers that a typed one may mean, while that is being asked; E.164. */
  phoneReadings?: string[] | undefined
  isPhoneVerified?: boolean
  /** An address that was perhaps meant, and the one that was typed, while that is being asked. */
  emailReadings?: { perhaps: string; typed: string } | undefined
  email?: string
  /** ISO 639 codes ticked so far. */
  languages?: string[]
  isLanguagesDone?: boolean
  interpreter?: boolean
  /** `null`: nothing to wish. */
  wishes?: string | null
}

/** One person × one activity. */
export interface Application {
  id: number
  activityId: number
  personId: number
  firmId: number | null
  number: number | null
  state: ApplicationState
  answers: Answers
  changing: StepName | null
  isPaused: boolean
  revision: number
  filledBy: number | null
  submittedAt: Temporal.Instant | null
  /** Until when an offered seat can be taken. */
  offerExpiresAt: Temporal.Instant | null
  /** What they had before the activity was postponed. */
  heldFrom: ApplicationState | null
  /** When they have said that they are coming. */
  comingAt: Temporal.Instant | null
  /** Whoever waits with a higher number gets a seat before those with a lower one, however long those have waited. */
  waitingPriority: number
  /** What was decided has not been said yet: nobody could be reached. */
  isUntold: boolean
  updatedAt: Temporal.Instant
}

/** "Marta Ruiz", as far as it has been told. */
export const nameIn = ({ givenNames, surname }: Answers): string =>
  [givenNames, surname].filter(Boolean).join(' ')

/** The number people quote: `BCN26-0007`. */
export const referenceOf = (activityCode: string, number: number | null): string =>
  number === null ? activityCode : `${activityCode}-${String(number).padStart(4, '0')}`
