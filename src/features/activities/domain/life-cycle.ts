/** Where an application can stand. */
export const applicationStates = [
  'draft',
  'submitted',
  'info_requested',
  'waitlisted',
  'offered',
  'approved',
  'on_hold',
  'completed',
  'no_show',
  'rejected',
  'declined',
  'withdrawn',
  'replaced',
  'cancelled_by_organiser',
] as const

export type ApplicationState = (typeof applicationStates)[number]

/** Who can bring a change about. `organiser`: the activity as a whole is postponed, goes on or is cancelled. */
export type Who = 'applicant' | 'firm' | 'coordinator' | 'clock' | 'organiser'

/** What has to be so for a change; `guards.ts` says when it is not. */
export type Guard =
  'isOpen' | 'isComplete' | 'isAhead' | 'hasSeat' | 'isInTime' | 'isNameChangeable' | 'hasBegun' | 'isOver'

/** What leads where, who may do it, and what has to be so. */
export interface Change {
  from: ApplicationState
  to: ApplicationState
  by: readonly Who[]
  guards: readonly Guard[]
}

const change = (
  from: ApplicationState,
  to: ApplicationState,
  by: readonly Who[],
  ...guards: Guard[]
): Change => ({ from, to, by, guards })

/**
 * The life of an application, whole. Nobody decides on their own; each change tells the person what happened and what comes
 * next (`told.<state>` in the locales) and ends what was planned for the state before: offers, dates, reminders.
 */
export const lifeCycle: readonly Change[] = [
  // Handed in: where approval is automatic it is answered at once.
  change('draft', 'submitted', ['applicant', 'firm'], 'isOpen', 'isComplete'),
  change('draft', 'approved', ['applicant', 'firm'], 'isOpen', 'isComplete', 'hasSeat'),
  change('draft', 'waitlisted', ['applicant', 'firm'], 'isOpen', 'isComplete'),
  // Named questions open again, until a date.
  change('submitted', 'info_requested', ['coordinator'], 'isAhead'),
  change('info_requested', 'submitted', ['applicant', 'firm'], 'isAhead'),
  // Decided. Without a seat an approval becomes a place on the waiting list, with the reason.
  change('submitted', 'approved', ['coordinator'], 'isAhead', 'hasSeat'),
  change('info_requested', 'approved', ['coordinator'], 'isAhead', 'hasSeat'),
  change('waitlisted', 'approved', ['coordinator', 'clock'], 'isAhead', 'hasSeat'),
  change('submitted', 'waitlisted', ['coordinator'], 'isAhead'),
  change('info_requested', 'waitlisted', ['coordinator'], 'isAhead'),
  // The clock does so once it has begun: whoever still waits then is told that it is over for them.
  change('submitted', 'rejected', ['coordinator', 'clock']),
  change('info_requested', 'rejected', ['coordinator', 'clock']),
  change('waitlisted', 'rejected', ['coordinator', 'clock']),
  // A seat is offered for some hours. It is held meanwhile; whoever lets it pass is the last in the line.
  change('waitlisted', 'offered', ['coordinator'], 'isAhead', 'hasSeat'),
  change('offered', 'approved', ['applicant', 'firm'], 'isAhead', 'isInTime'),
  change('offered', 'declined', ['applicant', 'firm']),
  change('offered', 'waitlisted', ['clock', 'coordinator']),
  // Postponed: everybody with a seat says whether they keep it; what they had before is remembered.
  change('approved', 'on_hold', ['organiser']),
  // Silence loses no seat: once it has begun, the clock gives back what was kept.
  change('on_hold', 'approved', ['applicant', 'firm', 'clock'], 'isAhead'),
  // A colleague of the same firm goes instead; the seat stays the firm's.
  change('approved', 'replaced', ['applicant', 'firm', 'coordinator'], 'isAhead', 'isNameChangeable'),
  // Departure and end.
  change('approved', 'no_show', ['coordinator'], 'hasBegun'),
  change('no_show', 'approved', ['coordinator'], 'hasBegun'),
  change('approved', 'completed', ['clock', 'coordinator'], 'isOver'),
  change('no_show', 'completed', ['coordinator'], 'isOver'),
  // Taken back, from every state after the draft, before the start.
  change('submitted', 'withdrawn', ['applicant', 'firm'], 'isAhead'),
  change('info_requested', 'withdrawn', ['applicant', 'firm'], 'isAhead'),
  change('waitlisted', 'withdrawn', ['applicant', 'firm'], 'isAhead'),
  change('offered', 'withdrawn', ['applicant', 'firm'], 'isAhead'),
  change('approved', 'withdrawn', ['applicant', 'firm'], 'isAhead'),
  change('on_hold', 'withdrawn', ['applicant', 'firm'], 'isAhead'),
  // The activity does not take place.
  change('submitted', 'cancelled_by_organiser', ['organiser']),
  change('info_requested', 'cancelled_by_organiser', ['organiser']),
  change('waitlisted', 'cancelled_by_organiser', ['organiser']),
  change('offered', 'cancelled_by_organiser', ['organiser']),
  change('approved', 'cancelled_by_organiser', ['organiser']),
  change('on_hold', 'cancelled_by_organiser', ['organiser']),
]

/** The change from one state to another, if there is one; with `by` only one that they may bring about. */
export const changeOf = (from: ApplicationState, to: ApplicationState, by?: Who): Change | undefined =>
  lifeCycle.find((one) => one.from === from && one.to === to && (by === undefined || one.by.includes(by)))

/** Whether coordinators can still say yes or no to it. */
export const mayBeDecided = (state: ApplicationState): boolean =>
  changeOf(state, 'approved', 'coordinator') !== undefined && state !== 'no_show'

/** Where a state can lead. */
export const transitions = Object.fromEntries(
  applicationStates.map((state) => [
    state,
    lifeCycle.filter(({ from }) => from === state).map(({ to }) => to),
  ]),
) as unknown as Readonly<Record<ApplicationState, readonly ApplicationState[]>>

/** Seats are held by these. */
export const seated: readonly ApplicationState[] = ['approved', 'offered', 'on_hold']

/** The programme is for these: reminders, roll-calls, forms for those who travel. */
export const takingPart: readonly ApplicationState[] = ['approved', 'completed']

/** After these the same person may apply again. */
export const over: readonly ApplicationState[] = ['rejected', 'declined', 'withdrawn', 'replaced']

/** Nothing of these can become otherwise by the person's hand; of one person and activity there is one that is none of these. */
export const ended: readonly ApplicationState[] = [...over, 'no_show', 'completed', 'cancelled_by_organiser']

/** Who has to know when an activity moves: whoever has a seat, waits for one, or for an answer. */
export const concerned: readonly ApplicationState[] = [
  'submitted',
  'info_requested',
  'waitlisted',
  'offered',
  'approved',
  'on_hold',
]

/** What people who run an activity call by one word: on lists, for questionnaires and for broadcasts. */
export const standingStates = {
  submitted: ['submitted', 'info_requested'],
  approved: ['approved', 'on_hold', 'completed'],
  waitlisted: ['waitlisted', 'offered'],
} as const satisfies Record<string, readonly ApplicationState[]>

/** Whoever applies and has not been refused or left. */
export const applying: readonly ApplicationState[] = Object.values(standingStates).flat()

/** A list of states, or of other names of ours, for a statement: `'approved', 'completed'`. */
export const inSql = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')
