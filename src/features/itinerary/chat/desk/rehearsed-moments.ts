import type { Words } from '../../../../platform/texts/words.ts'
import type { Activities, Activity } from '../../../activities/index.ts'
import type { LookedAt } from '../../actions/look-at-due.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import { isCounted } from '../../domain/counted.ts'
import { noWishes, type Fire } from '../../domain/fire.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { planReminders } from '../../domain/plan.ts'
import { asksAt } from '../../domain/roll-call.ts'
import { whereaboutsAt, type Place } from '../../domain/whereabouts.ts'
import { askMessage } from '../boarding/roll-call-letters.ts'
import { reminderMessage } from '../reminders/reminder-message.ts'

export interface RehearsedMomentsNeeds {
  activities: Pick<Activities, 'store'>
  items: Pick<ItemStore, 'ofActivity'>
  rules: Pick<RuleStore, 'read'>
  homeTimeZone: string
}

/** A message as it would go out: when, by whose clock, and what it would say. */
export interface RehearsedMoment {
  at: Temporal.Instant
  place: Place
  text(words: Words): string
}

const beginningOfTime = Temporal.Instant.fromEpochMilliseconds(0)

/** All that somebody would get of an activity who is in every group: reminders, those of a moment together, and roll-calls. */
export function rehearsedMoments({ activities, items, rules, homeTimeZone }: RehearsedMomentsNeeds) {
  return async (activityId: number): Promise<RehearsedMoment[]> => {
    const activity = await activities.store.read(activityId)
    if (!activity) return []
    const programme = await items.ofActivity(activityId)
    const ruled = await rules.read(activityId)
    const fires = planReminders(
      {
        ...{ items: programme, homeZone: homeTimeZone, isTravelling: true, activity, wishes: noWishes },
        rules: ruled,
      },
      beginningOfTime,
    )
    const together = Map.groupBy(fires, ({ dueAt }) => dueAt.epochMilliseconds)
    return [
      ...[...together.values()].map((same) => reminded(activity, programme, same)),
      ...programme
        .filter((item) => isCounted(item, programme))
        .flatMap((item) => {
          const at = asksAt(item, ruled)
          return at ? [called(activity, programme, item, at)] : []
        }),
    ].sort((one, other) => Temporal.Instant.compare(one.at, other.at))
  }

  function reminded(
    activity: Activity,
    programme: readonly ProgrammeItem[],
    same: readonly Fire[],
  ): RehearsedMoment {
    const at = same[0]?.dueAt ?? beginningOfTime
    const place = whereaboutsAt(programme, homeTimeZone, at)
    const reminders = same.map((fire): LookedAt => {
      const item = programme.find(({ id }) => id === fire.itemId)
      const known = { activity, item, items: programme, zone: place.zone, traveller: undefined }
      const row = { id: 0, activityId: activity.id, personId: 0, applicationId: 0 }
      return { ...known, fire: { ...fire, ...row }, verdict: { kind: 'say' }, rings: false, dutyPhones: [] }
    })
    return {
      ...{ at, place },
      text: (words) => reminderMessage(words, { reminders, isLate: false, now: at }, 0).text,
    }
  }

  function called(
    activity: Activity,
    programme: readonly ProgrammeItem[],
    item: ProgrammeItem,
    at: Temporal.Instant,
  ): RehearsedMoment {
    return {
      ...{ at, place: whereaboutsAt(programme, homeTimeZone, at) },
      text: (words) => askMessage(words, { activity, item, now: at }, { isAgain: false }).text,
    }
  }
}
