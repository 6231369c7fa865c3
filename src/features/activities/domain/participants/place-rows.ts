import type { Grouped } from '../../../../shared/groups.ts'
import type { ParticipantRow } from '../workbook/activity-workbook.ts'
import { keyOfPerson } from '../workbook/compare-workbooks.ts'
import type { Applicant } from './applicant.ts'
import { detailsAfter, noDetails, type ParticipantDetails } from './details.ts'
import { matchRows, type Doubt } from './match-rows.ts'
import { takingPart } from '../life-cycle.ts'

/** Somebody whom an item of the programme can be for: by number, group or bus. */
export interface Person extends Grouped {
  readonly application: string | null
  readonly name: string | null
}

/** The same of somebody with a seat, who may fly on their own and misses something. */
export interface SeatedPerson extends Person {
  readonly flightOut: string | null
  readonly flightBack: string | null
}

/** What a list of participants would bring about. */
export interface Placed {
  /** What is known from here on of whom something else was known. */
  changed: { applicationId: number; details: ParticipantDetails; hasSeat: boolean }[]
  /** Rows of whom nobody has applied yet, those of earlier lists too. */
  waiting: ParticipantRow[]
  doubts: Doubt[]
  /** As the list would have stood before, and as it stands in the file: to be compared. */
  before: ParticipantRow[]
  next: ParticipantRow[]
  /** Everybody as they will be known: those with a seat, and everybody else. */
  travelling: SeatedPerson[]
  others: Person[]
}

/**
 * Finds whose rows they are and what changes for each; `kept` are rows of earlier lists that had found nobody. Whoever is
 * not in the list stays as they were.
 */
export function placeRows(
  rows: readonly ParticipantRow[],
  applicants: readonly Applicant[],
  kept: readonly ParticipantRow[],
): Placed {
  const { found, waiting, doubts } = matchRows(rows, applicants)
  const after = new Map(
    found.map(({ row, applicant: { applicationId, details = noDetails } }) => [
      applicationId,
      detailsAfter(row, details),
    ]),
  )
  const detailsOf = ({ applicationId, details = noDetails }: Applicant) => after.get(applicationId) ?? details
  const stillWaiting = matchRows(kept, applicants).waiting
  const people = applicants.map((one) => ({ one, person: asPerson(one, detailsOf(one)) }))
  const allWaiting = mergeWaiting(stillWaiting, waiting)
  return {
    changed: applicants
      .filter((one) => after.has(one.applicationId) && isOther(one.details ?? noDetails, detailsOf(one)))
      .map((one) => ({
        applicationId: one.applicationId,
        details: detailsOf(one),
        hasSeat: takingPart.includes(one.state),
      })),
    waiting: allWaiting,
    doubts,
    before: [...applicants.map((one) => asRow(one, one.details ?? noDetails)), ...stillWaiting],
    next: [...found.map(({ applicant }) => asRow(applicant, detailsOf(applicant))), ...waiting],
    travelling: people.filter(({ one }) => takingPart.includes(one.state)).map(({ person }) => person),
    others: [
      ...people.filter(({ one }) => !takingPart.includes(one.state)).map(({ person }) => person),
      ...allWaiting,
    ],
  }
}

/** A row that waits takes the place of an earlier one of the same person. */
function mergeWaiting(old: readonly ParticipantRow[], next: readonly ParticipantRow[]): ParticipantRow[] {
  const known = new Set(next.map(keyOfPerson))
  return [...next, ...old.filter((person) => !known.has(keyOfPerson(person)))]
}

const asPerson = (
  { number, name }: Applicant,
  { groups, bus, flightOut, flightBack }: ParticipantDetails,
): SeatedPerson => ({
  ...{ application: number, name },
  groups,
  bus,
  flightOut,
  flightBack,
})

/** As a file would have it, known by the number, whatever it was found by. */
const asRow = ({ number, name, firm }: Applicant, details: ParticipantDetails): ParticipantRow => ({
  row: 0,
  application: number,
  name,
  firm,
  phone: null,
  email: null,
  ...details,
  groupCells: [],
  columns: [],
})

const isOther = (one: ParticipantDetails, other: ParticipantDetails): boolean =>
  Object.keys(noDetails).some((name) => {
    const field = name as keyof ParticipantDetails
    return JSON.stringify(one[field]) !== JSON.stringify(other[field])
  })
