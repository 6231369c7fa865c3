import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Accounts } from '../../../../bot/data/accounts.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Activities } from '../../../activities/index.ts'
import type { LookedAt } from '../../actions/look-at-due.ts'
import type { ItemStore } from '../../data/item-store.ts'
import type { RehearsalStore } from '../../data/rehearsal-store.ts'
import type { RuleStore } from '../../data/rule-store.ts'
import { noWishes, type Fire } from '../../domain/fire.ts'
import { planReminders } from '../../domain/plan.ts'
import { whereaboutsAt } from '../../domain/whereabouts.ts'
import * as buttons from '../desk/buttons.ts'
import { reminderMessage } from './reminder-message.ts'

export interface RehearsingNeeds {
  rehearsals: RehearsalStore
  activities: Pick<Activities, 'store'>
  items: Pick<ItemStore, 'ofActivity'>
  rules: Pick<RuleStore, 'read'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  homeTimeZone: string
}

/** From one message to the next: four days in five minutes. */
const secondsBetween = 10
const beginningOfTime = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * Plays the reminders of an activity into a coordinator's own chat, each marked as a test with the moment it stands for:
 * all items of all groups, as somebody would get them who is in every one. Nobody else gets anything.
 */
export function rehearsing(needs: RehearsingNeeds): Watch {
  const { rehearsals, activities, items, rules, accounts, messenger, texts, homeTimeZone } = needs
  return {
    name: 'itinerary.rehearsals',
    nextDue: () => rehearsals.nextDue(),
    async work(now) {
      const rehearsal = await rehearsals.claim(now)
      if (!rehearsal) return false
      const { personId, activityId, language, played } = rehearsal
      const [phone] = (await accounts.ofPerson(personId)).filter(({ isReachable }) => isReachable)
      const moments = await momentsOf(activityId)
      const moment = moments[played]
      const words = texts.words(language)
      if (!phone || !moment) {
        await rehearsals.end(personId)
        if (phone)
          await messenger.deliver(
            phone.userId,
            { text: texts.words(phone.language)('reminders:rehearsal.ended', { count: played }) },
            { priority: priorities.normal },
          )
        return true
      }
      const [first] = moment
      const at = first?.fire.dueAt ?? now
      const message = reminderMessage(words, { reminders: moment, isLate: false, now: at }, 0)
      const local = at.toZonedDateTimeISO(first?.zone ?? homeTimeZone)
      const when = `${formatShortDay(local.toPlainDate(), language)} ${formatClock(local)}`
      await messenger.deliver(
        phone.userId,
        {
          text: `${words('reminders:rehearsal.test', { when, at: played + 1, of: moments.length })}\n\n${message.text}`,
          keyboard: [
            [
              {
                text: words.plain('reminders:rehearsal.stop'),
                callback_data: buttons.stopRehearsal.pack({}),
              },
            ],
          ],
          isSilent: true,
        },
        { priority: priorities.normal },
      )
      await rehearsals.goOn(personId, played + 1, now.add({ seconds: secondsBetween }))
      return true
    },
  }

  /** The reminders of one who is in all groups, those of a moment together. */
  async function momentsOf(activityId: number): Promise<LookedAt[][]> {
    const activity = await activities.store.read(activityId)
    const programme = await items.ofActivity(activityId)
    if (!activity) return []
    const fires = planReminders(
      {
        ...{ items: programme, homeZone: homeTimeZone, isTravelling: true, activity, wishes: noWishes },
        rules: await rules.read(activityId),
      },
      beginningOfTime,
    ).sort((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt))
    const moments = Map.groupBy(fires, ({ dueAt }) => dueAt.epochMilliseconds)
    return [...moments.values()].map((same) =>
      same.map((fire: Fire): LookedAt => {
        const item = programme.find(({ id }) => id === fire.itemId)
        const { zone } = whereaboutsAt(programme, homeTimeZone, fire.dueAt)
        const known = { activity, item, items: programme, zone, traveller: undefined }
        const row = { id: 0, activityId, personId: 0, applicationId: 0 }
        return { ...known, fire: { ...fire, ...row }, verdict: { kind: 'say' }, rings: false, dutyPhones: [] }
      }),
    )
  }
}
