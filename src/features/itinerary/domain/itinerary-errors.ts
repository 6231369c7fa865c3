import { DomainError } from '../../../shared/domain-error.ts'

/** What the participants' side of a programme refuses. */
export const itineraryErrors = {
  notOnTrip: () => new DomainError('itinerary:errors.notOnTrip'),
  itemGone: () => new DomainError('itinerary:errors.itemGone'),
  noPin: () => new DomainError('itinerary:errors.noPin'),
}
