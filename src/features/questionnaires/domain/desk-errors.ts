import { DomainError } from '../../../shared/domain-error.ts'

const refusal =
  (name: string, { isDone = false } = {}) =>
  (details: Record<string, string | number> = {}) =>
    new DomainError(`formdesk:errors.${name}`, details, { isDone })

/** What can be said against a coordinator's tap. Sentences: `locales/<language>/formdesk.json`. */
export const formDeskErrors = {
  /** It belongs to an activity, or to the whole house, that this coordinator does not run. */
  notYours: refusal('notYours'),
  /** Somebody limited to activities publishes for one of them. */
  houseOnly: refusal('houseOnly'),
  chooseActivity: refusal('chooseActivity'),
  /** Nobody may know who has said what in it. */
  anonymousOnSite: refusal('anonymousOnSite'),
  /** They could not answer it, or take part in nothing this coordinator runs. */
  nobodyYouReach: refusal('nobodyYouReach'),
  answeredAlready: (reference: string) => refusal('answeredAlready')({ reference }),
  /** Only what firms answer, and not anonymously, has rounds. */
  noRounds: refusal('noRounds'),
  roundBegun: refusal('roundBegun'),
  nobodyLeft: refusal('nobodyLeft'),
  /** Taps that came twice. */
  attachedAlready: refusal('attachedAlready', { isDone: true }),
  detachedAlready: refusal('detachedAlready', { isDone: true }),
  /** What a workbook says is changed in the workbook. */
  namedInWorkbook: refusal('namedInWorkbook'),
  /** A tap that came twice, or soon after the asking. */
  justReminded: refusal('justReminded'),
}
