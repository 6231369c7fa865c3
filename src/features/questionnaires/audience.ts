import { standingStates, type Activities } from '../activities/index.ts'
import type { People } from '../people/index.ts'
import type { Audience } from './actions/ports.ts'

/** What the neighbours know about somebody. */
export const audienceOf = (people: People, { applications, store }: Activities): Audience => ({
  async firmsOf(personId) {
    const memberships = await people.members.membershipsOf(personId)
    return memberships.filter(({ state }) => state === 'member').map(({ firm }) => firm)
  },
  async standingWith(activityId, personId) {
    const application = await applications.liveOne(activityId, personId)
    if (!application || application.state === 'draft') return 'none'
    if ((await store.read(activityId))?.state === 'cancelled') return 'none'
    if (['no_show', 'cancelled_by_organiser'].includes(application.state)) return 'none'
    return standingStates.approved.some((state) => state === application.state) ? 'approved' : 'applicant'
  },
})
