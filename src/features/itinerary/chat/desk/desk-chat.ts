import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Activity } from '../../../activities/index.ts'
import type { ForeseeMessages } from '../../actions/desk/foresee-messages.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { ComingKind, ComingMessages, ComingPage } from '../../data/changes/coming-messages.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RehearsalStore } from '../../data/reminders/rehearsal-store.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import type { UnheardMessages } from '../../data/changes/unheard-messages.ts'
import * as buttons from './buttons.ts'
import { remindersView } from './coming-view.ts'
import { peopleOnPage, unheardView, whoGetsView } from './people-view.ts'

export interface RemindersDeskNeeds {
  runs: RunsActivity
  items: Pick<ItemStore, 'ofActivity'>
  coming: ComingMessages
  foresee: ForeseeMessages
  unheard: UnheardMessages
  rules: Pick<RuleStore, 'read'>
  rehearsals: Pick<RehearsalStore, 'of'>
  clock: Clock
}

const hoursAhead = 24
/** What did not arrive is shown for so long. */
const hoursBack = 48

type LookedAhead = ComingPage & {
  items: Awaited<ReturnType<ItemStore['ofActivity']>>
  pausedAt: Awaited<ReturnType<RuleStore['read']>>['pausedAt']
}

export type RemindersDesk = ReturnType<typeof remindersDesk>

/** The coordinators' side: what will go out within a day, by moment and item, and what did not arrive. */
export function remindersDesk(needs: RemindersDeskNeeds) {
  const { runs, items, coming, foresee, unheard, rules, rehearsals, clock } = needs
  const chat = new Composer<Chat>()
  const theirs = (tapped: Chat, activityId: number) => runs(tapped.viewer.personId, activityId)

  chat.callbackQuery(buttons.openReminders.pattern, async (tapped) => {
    const { activityId, offset } = buttons.openReminders.unpack(tapped.callbackQuery.data)
    tapped.turn(await screen(tapped, await theirs(tapped, activityId), offset))
  })
  chat.callbackQuery(buttons.whoGets.pattern, async (tapped) => {
    const { activityId, minute, kind, itemId, offset } = buttons.whoGets.unpack(tapped.callbackQuery.data)
    const activity = await theirs(tapped, activityId)
    const page = { ...(await pageOf(activity, offset)), limit: peopleOnPage }
    const dueAt = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
    const one = { dueAt, kind: kind as ComingKind, itemId: itemId === 0 ? null : itemId }
    const found = await coming.whoGets(page, one)
    tapped.turn(
      whoGetsView(tapped.words, { activity, items: page.items, one, ...found, offset: page.offset }),
    )
  })
  chat.callbackQuery(buttons.whoHasNotHeard.pattern, async (tapped) => {
    const { activityId, offset } = buttons.whoHasNotHeard.unpack(tapped.callbackQuery.data)
    const activity = await theirs(tapped, activityId)
    const page = { offset: Math.max(offset, 0), limit: peopleOnPage }
    const found = await unheard(activityId, since(), page)
    tapped.turn(unheardView(tapped.words, { activity, ...found, offset: page.offset }))
  })

  async function screen({ words, viewer }: Chat, activity: Activity, offset: number): Promise<Message> {
    const page = await pageOf(activity, offset)
    const found = await coming.page(page)
    const missed = await unheard(activity.id, since(), { offset: 0, limit: 1 })
    const rehearsal = viewer.personId === null ? undefined : await rehearsals.of(viewer.personId)
    return remindersView(words, {
      ...{ activity, offset: page.offset, pausedAt: page.pausedAt, items: page.items, ...found },
      unheard: missed.total,
      isRehearsing: rehearsal !== undefined,
    })
  }

  /** A page of what comes, with the programme and the rules that it was looked up by. */
  async function pageOf(activity: Activity, offset: number): Promise<LookedAhead> {
    const from = clock.now()
    const to = from.add({ hours: hoursAhead })
    const programme = await items.ofActivity(activity.id)
    const ruled = await rules.read(activity.id)
    const foreseen = await foresee({ activity, programme, ruled }, from, to)
    return {
      ...{ activityId: activity.id, from, to, foreseen, offset: Math.max(offset, 0), limit: pageSize },
      ...{ items: programme, pausedAt: ruled.pausedAt },
    }
  }

  function since(): Temporal.Instant {
    return clock.now().subtract({ hours: hoursBack })
  }

  return { chat, screen, pageOf }
}
