import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Accounts } from '../../../../bot/data/accounts.ts'
import { priorities, type Message, type Messenger } from '../../../../bot/messenger.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isRefused } from '../../../../shared/domain-error.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { Rehearsal, RehearsalStore } from '../../data/reminders/rehearsal-store.ts'
import { cityName } from '../item-times.ts'
import * as buttons from './buttons.ts'
import { rehearsedMoments, type RehearsedMoment, type RehearsedMomentsNeeds } from './rehearsed-moments.ts'

export interface RehearsingNeeds extends RehearsedMomentsNeeds {
  rehearsals: Pick<RehearsalStore, 'nextDue' | 'claim' | 'goOn' | 'end'>
  accounts: Pick<Accounts, 'ofPerson'>
  runs: RunsActivity
  messenger: Messenger
  texts: Texts
}

/** From one message to the next: four days in five minutes. */
const secondsBetween = 10

/**
 * Plays the messages of an activity into a coordinator's own chat, each marked as a test with the moment it stands for.
 * Nobody else gets anything, and none of them can be answered. How far it is stands in its row, so a restart goes on.
 */
export function rehearsing(needs: RehearsingNeeds): Watch {
  const { rehearsals, accounts, runs, messenger, texts } = needs
  const momentsOf = rehearsedMoments(needs)

  return {
    name: 'itinerary.rehearsals',
    nextDue: () => rehearsals.nextDue(),
    async work(now) {
      const rehearsal = await rehearsals.claim(now)
      if (!rehearsal) return false
      const { personId, activityId, played } = rehearsal
      const moments = await momentsOf(activityId)
      const moment = moments[played]
      const isTheirs = !(await isRefused(() => runs(personId, activityId)))
      if (moment && isTheirs && (await show(rehearsal, moment, moments.length))) {
        await rehearsals.goOn(personId, played + 1, now.add({ seconds: secondsBetween }))
        return true
      }
      await rehearsals.end(personId)
      if (!moment) await sayEnd(rehearsal)
      return true
    },
  }

  /** False: there is no chat to play it into. */
  async function show(rehearsal: Rehearsal, moment: RehearsedMoment, of: number): Promise<boolean> {
    const phone = await phoneOf(rehearsal.personId)
    if (!phone) return false
    const words = texts.words(rehearsal.language)
    const message = testMessage(words, moment, { at: rehearsal.played + 1, of })
    await messenger.deliver(phone.userId, message, { priority: priorities.normal })
    return true
  }

  async function sayEnd({ personId, played }: Rehearsal): Promise<void> {
    const phone = await phoneOf(personId)
    if (!phone) return
    const text = texts.words(phone.language)('reminders:rehearsal.ended', { count: played })
    await messenger.deliver(phone.userId, { text }, { priority: priorities.normal })
  }

  async function phoneOf(personId: number) {
    return (await accounts.ofPerson(personId)).find(({ isReachable }) => isReachable)
  }
}

/** What would be said, under the moment at which it would be; the only button stops the rehearsal. */
function testMessage(
  words: Words,
  { at, place, text }: RehearsedMoment,
  count: { at: number; of: number },
): Message {
  const local = at.toZonedDateTimeISO(place.zone)
  const time = `${formatShortDay(local.toPlainDate(), words.language)} ${formatClock(local)}`
  const city = cityName(place.city, place.zone, words.language)
  const when = words.plain('programme:times.inCity', { time, city })
  return {
    text: [words('reminders:rehearsal.test', { when, ...count }), text(words)].join('\n\n'),
    keyboard: [
      [{ text: words.plain('reminders:rehearsal.stop'), callback_data: buttons.stopRehearsal.pack({}) }],
    ],
    isSilent: true,
  }
}
