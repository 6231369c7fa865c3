import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { Accounts, PersonsAccount } from '../../../../bot/data/accounts.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import { isQuiet, outsideQuietHours } from '../../../../shared/quiet-hours.ts'
import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ClosingStore, DueReminder } from '../../data/closing/closing-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Ease } from '../../needs.ts'
import { closingReminder } from './closing-view.ts'

export interface RemindingInvitedNeeds {
  activities: Pick<ActivityStore, 'byIds'>
  closings: Pick<ClosingStore, 'nextDue' | 'expand' | 'claim' | 'settle' | 'postpone' | 'isTold'>
  accounts: Pick<Accounts, 'ofPersons'>
  people: Pick<People, 'zoneOf'>
  messenger: Pick<Messenger, 'deliver'>
  texts: Texts
  easeOf(personIds: readonly number[], at: Temporal.Instant): Promise<Ease>
  homeTimeZone: string
}

/** What is known of all who are told at the same time. */
interface Company {
  now: Temporal.Instant
  known: ReadonlyMap<number, Activity>
  ease: Ease
  phones: ReadonlyMap<number, readonly PersonsAccount[]>
}

/** Tells those who are invited and have not applied that applications close. */
export function remindingInvited(needs: RemindingInvitedNeeds): Watch {
  const { activities, closings, accounts, people, messenger, texts, homeTimeZone } = needs

  async function remind(due: DueReminder, company: Company): Promise<void> {
    const { now, known, ease, phones } = company
    const activity = known.get(due.activityId)
    const reachable = (phones.get(due.personId) ?? []).filter(({ isReachable }) => isReachable)
    const isConcerned = due.isConcerned && !ease.wantNoNews.has(due.personId) && reachable.length > 0
    if (!activity || !isConcerned) return void (await closings.settle(due))
    const zone = ease.zones.get(due.personId) ?? (await people.zoneOf(due.personId))
    const awake = outsideQuietHours(now, zone)
    const canWait = Temporal.Instant.compare(awake, due.uselessAt) < 0
    if (canWait && Temporal.Instant.compare(awake, now) > 0) return void (await closings.postpone(due, awake))
    const silence = isQuiet(now, zone) || ease.muted.has(due.personId) ? { isSilent: true } : {}
    for (const { userId, language } of reachable) {
      const scene = { activity, now, homeTimeZone, reader: zone, draftId: due.draftId }
      await messenger.deliver(userId, {
        ...closingReminder(texts.wordsTo({ userId, language }), scene),
        ...silence,
      })
    }
    await closings.isTold(due)
  }

  return {
    name: 'activities.closing',
    nextDue: () => closings.nextDue(),
    async work(now) {
      if (await closings.expand(now)) return true
      const due = await closings.claim(now)
      const personIds = [...new Set(due.map(({ personId }) => personId))]
      const company: Company = {
        now,
        known: await activities.byIds([...new Set(due.map(({ activityId }) => activityId))]),
        ease: await needs.easeOf(personIds, now),
        phones: await accounts.ofPersons(personIds),
      }
      for (const one of due) await remind(one, company)
      return due.length > 0
    },
  }
}
