import { foldForSearch } from '../../../shared/search-folding.ts'
import { seated, type ApplicationState } from './life-cycle.ts'

/** An application in the name of one of two firms, with what tells whether two people are one. */
export interface FirmsApplication {
  activityId: number
  firmId: number
  number: number | null
  state: ApplicationState
  name: string
  phone: string | null
  email: string | null
}

/** What has to be looked at before, or soon after, two firms become one. */
export type MergeDoubt =
  | { kind: 'overQuota'; activityId: number; seats: number; perFirm: number }
  /** Two applications that are probably one person's. */
  | { kind: 'twice'; activityId: number; name: string; numbers: readonly [number | null, number | null] }

/** Only what the merge brings about: a quota that one firm has exceeded alone is no news. */
export function mergeDoubts(
  held: readonly FirmsApplication[],
  fromId: number,
  quotas: ReadonlyMap<number, number | null>,
): MergeDoubt[] {
  return [...quotas].flatMap(([activityId, perFirm]): MergeDoubt[] => {
    const here = held.filter((application) => application.activityId === activityId)
    const going = here.filter(({ firmId }) => firmId === fromId)
    const staying = here.filter(({ firmId }) => firmId !== fromId)
    const seats = here.filter(hasSeat).length
    const isOver = perFirm !== null && seats > perFirm && going.some(hasSeat) && staying.some(hasSeat)
    return [
      ...(isOver ? [{ kind: 'overQuota' as const, activityId, seats, perFirm }] : []),
      ...going.flatMap((one) =>
        staying
          .filter((other) => isSamePerson(one, other))
          .map(({ name, number }): MergeDoubt => ({
            kind: 'twice',
            activityId,
            name,
            numbers: [number, one.number],
          })),
      ),
    ]
  })
}

const hasSeat = ({ state }: FirmsApplication): boolean => seated.includes(state)

const isSamePerson = (one: FirmsApplication, other: FirmsApplication): boolean =>
  foldForSearch(one.name) === foldForSearch(other.name) ||
  (one.phone !== null && one.phone === other.phone) ||
  (one.email !== null && one.email === other.email)
