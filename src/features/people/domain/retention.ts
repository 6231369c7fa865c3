/**
 * What people tell for a journey goes by itself: so many days after its last day, counted where the journey leads. The
 * notice promises thirty days at most; what is told for a table or for an emergency is of no use after a week.
 */
export const retention = {
  /** What somebody eats or does not. Their answers go. */
  meals: 7,
  /** That somebody wants to be called about help they need. Their answers go. */
  assistance: 7,
  /** Whom to call in an emergency. Their answers go. */
  emergencyContact: 7,
  /** Everything else told in a form for the journey: passport, visa, insurance, flight, room. Answers, files and drafts go. */
  travelForm: 30,
  /** Hotel, room and room mate in the list of participants. The cells are emptied. */
  lodging: 30,
  /** Own flights in the list of participants. The cells are emptied. */
  flights: 30,
  /** Files sent as a document, and why one was sent back. That it was there, and accepted, stays. */
  documents: 30,
  /** Rows of a list of participants that have found nobody. They go, and with them nobody is told: nobody is known. */
  unknownRows: 30,
} as const satisfies Readonly<Record<string, number>>

export type RetainedField = keyof typeof retention

/** Something of somebody has gone, which they had told for this activity. */
export interface Gone {
  personId: number
  activityId: number
}

/** Removes a field of everybody in these activities, for good; resolves with whose it was. */
type ForgetField = (activityIds: readonly number[]) => Promise<readonly Gone[]>

/** What a room keeps of the fields, and how it goes. */
export type Forgets = Partial<Readonly<Record<RetainedField, ForgetField>>>

/** The fields that go after so many days, in the order of the table. */
export const fieldsAfter = (days: number): RetainedField[] =>
  (Object.keys(retention) as RetainedField[]).filter((field) => retention[field] === days)

/** After how many days something goes, each once. */
export const retentionDays: readonly number[] = [...new Set<number>(Object.values(retention))]
