import type { Clock } from '../../../../platform/clock.ts'
import { mayDo, reachOf, type People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { CoordinatorPhone } from '../../data/coordinator-list.ts'
import type { SettingStore } from '../../data/setting-store.ts'
import type { Application } from '../../domain/application.ts'
import { digestView } from './digest-view.ts'

export interface DigestsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  settings: SettingStore
  people: People
  clock: Clock
}

/** An application that is being committed while the digest is written is in the next one: seconds it may take. */
const commitSeconds = 60

/** The digest of a morning: for each activity how many new ones there are and whose they are, and the way to them. */
export function digests({ activities, applications, settings, people, clock }: DigestsNeeds) {
  return async (): Promise<void> => {
    const until = clock.now().subtract({ seconds: commitSeconds })
    for (const { personId, digestedAt } of await settings.digestReaders()) {
      const grants = await people.roles.of(personId)
      await settings.markDigested(personId, until)
      const fresh = mayDo(grants, 'openDesk')
        ? await applications.fresh(reachOf(grants, 'openDesk'), digestedAt, until)
        : []
      if (fresh.length === 0) continue
      const known = await activities.byIds(fresh.map(({ activityId }) => activityId))
      await people.tell(personId, (words) => digestView(words, fresh, known))
    }
  }
}

/** Whoever has chosen the digest while this was being handed in would find it in none. */
export const isPastDigest = ({ digestedAt }: CoordinatorPhone, { submittedAt }: Application): boolean =>
  digestedAt !== null && submittedAt !== null && Temporal.Instant.compare(submittedAt, digestedAt) <= 0
