import { DomainError } from '../../../shared/domain-error.ts'

const refusal =
  (name: string) =>
  (details: Record<string, string | number> = {}) =>
    new DomainError(`calendar:errors.${name}`, details)

/** What calendars cannot be given. */
export const calendarErrors = {
  /** Somebody who is approved for nothing, or for something that has no programme yet. */
  noProgramme: refusal('noProgramme'),
  noPublicAddress: refusal('noPublicAddress'),
}
