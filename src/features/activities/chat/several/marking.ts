import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageAt, pageSize } from '../../../../bot/page-keys.ts'
import type { DeskPage } from '../../data/desk/desk-page.ts'
import type { Activity } from '../../domain/activity.ts'
import { referenceOf } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { readRejection } from '../../domain/rejection.ts'
import { countIn } from '../../domain/seats.ts'
import { confirmedBeyond, isStagedOutcome } from '../../domain/staging.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import { tabStates, type DeskTab } from '../desk/desk-tabs.ts'
import { confirmQuestion, isHow, markingTabs, markingView, severalQuestion } from './marking-views.ts'
import { settling, type SettlingNeeds } from './settling.ts'
import { reasonKeysFor } from './staging-views.ts'

export interface MarkingNeeds extends SettlingNeeds {
  copies: CardCopies
  deskPage: DeskPage
  /** Only who decides about the activity. */
  theirs(activityId: number, byPersonId: number): Promise<Activity>
}

/** Several applications at once: ticked on the list, page by page, then decided, or kept to be announced, for all of them. */
export function markingChat(needs: MarkingNeeds): Composer<Chat> {
  const { applications, staging, copies, deskPage } = needs
  const settle = settling(needs)
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.markSeveral.pattern, async (chat) => {
    const { activityId, state, offset } = buttons.markSeveral.unpack(chat.callbackQuery.data)
    const activity = await needs.theirs(activityId, by(chat))
    await copies.leave(chat)
    chat.turn(await list(chat, activity, state, offset))
  })
  composer.callbackQuery(buttons.tickSeveral.pattern, async (chat) => {
    const { activityId, state, offset, applicationId } = buttons.tickSeveral.unpack(chat.callbackQuery.data)
    const activity = await needs.theirs(activityId, by(chat))
    const page = (await pageOf(activity, tabOf(state), Math.max(offset, 0))).map(({ id }) => id)
    const marked = await staging.markedBy(by(chat), activityId)
    if (applicationId === -1) await staging.unmark(by(chat))
    else if (applicationId === 0) await staging.mark(by(chat), page)
    else if (marked.includes(applicationId)) await staging.unmark(by(chat), [applicationId])
    else if (page.includes(applicationId)) await staging.mark(by(chat), [applicationId])
    chat.turn(await list(chat, activity, state, offset))
  })
  composer.callbackQuery(buttons.askSeveral.pattern, async (chat) => {
    const { activityId } = buttons.askSeveral.unpack(chat.callbackQuery.data)
    const { activity, ids } = await marked(chat, activityId)
    chat.turn(severalQuestion(chat.words, activity, await namesIn(ids)))
  })
  composer.callbackQuery(buttons.askSeveralReason.pattern, async (chat) => {
    const { activityId, how } = buttons.askSeveralReason.unpack(chat.callbackQuery.data)
    const { ids } = await marked(chat, activityId)
    chat.turn({
      text: chat.words('several:why', { count: ids.length }),
      keyboard: reasonKeysFor(chat.words, {
        reason: (reason) => buttons.doSeveral.pack({ activityId, how, outcome: 'rejected', reason }),
        own: buttons.writeSeveralReason.pack({ activityId }),
        back: buttons.askSeveral.pack({ activityId }),
      }),
    })
  })
  composer.callbackQuery(buttons.doSeveral.pattern, async (chat) => {
    const { activityId, how, outcome, reason } = buttons.doSeveral.unpack(chat.callbackQuery.data)
    if (!isHow(how) || !isStagedOutcome(outcome)) throw staleButton()
    const { activity, ids } = await marked(chat, activityId)
    if (ids.length > confirmedBeyond)
      return chat.turn(
        confirmQuestion(chat.words, activity, { names: await namesIn(ids), how, outcome, reason }),
      )
    await settle(chat, activity, ids, how, { outcome, rejection: readRejection(reason) })
  })
  composer.callbackQuery(buttons.confirmSeveral.pattern, async (chat) => {
    const { activityId, how, outcome, reason } = buttons.confirmSeveral.unpack(chat.callbackQuery.data)
    if (!isHow(how) || !isStagedOutcome(outcome)) throw staleButton()
    const { activity, ids } = await marked(chat, activityId)
    await settle(chat, activity, ids, how, { outcome, rejection: readRejection(reason) })
  })
  return composer

  async function marked(chat: Chat, activityId: number): Promise<{ activity: Activity; ids: number[] }> {
    const activity = await needs.theirs(activityId, by(chat))
    const ids = await staging.markedBy(by(chat), activityId)
    if (ids.length === 0) throw activityErrors.nobodyMarked()
    return { activity, ids }
  }

  async function namesIn(ids: readonly number[]): Promise<string[]> {
    const named = await applications.namesOf([...ids])
    return ids.map((id) => named.get(id)?.name ?? '')
  }

  async function pageOf(activity: Activity, tab: DeskTab, offset: number) {
    return deskPage(activity.id, tabStates[tab], { offset, limit: pageSize })
  }

  async function list(chat: Chat, activity: Activity, state: string, from: number): Promise<Message> {
    const tab = tabOf(state)
    const counts = (await applications.countByState([activity.id])).get(activity.id) ?? {}
    const total = countIn(counts, tabStates[tab])
    const offset = pageAt(from, total)
    const page = await pageOf(activity, tab, offset)
    const marks = await staging.markedBy(by(chat), activity.id)
    return markingView(chat.words, {
      ...{ activity, tab, offset, total, count: marks.length },
      rows: page.map(({ id, number, name, firm, staged }) => ({
        id,
        number: referenceOf(activity.code, number).slice(-4),
        name: [name, firm].filter(Boolean).join(', '),
        isMarked: marks.includes(id),
        ...(staged ? { staged } : {}),
      })),
    })
  }
}

const tabOf = (state: string) => markingTabs.find((name) => name === state) ?? 'submitted'
