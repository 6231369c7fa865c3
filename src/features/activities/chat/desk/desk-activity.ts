import { Composer } from 'grammy'
import { toBuffer } from 'qrcode'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageAt, pageSize } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { grantsOfCoordinator, mayDo, type People } from '../../../people/index.ts'
import type { ActivitiesNeeds } from '../../needs.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { ParticipantStore } from '../../data/participants/participant-store.ts'
import type { DeskPage } from '../../data/desk/desk-page.ts'
import type { HandList } from '../../data/person/hand-list.ts'
import type { StagingStore } from '../../data/life/staging-store.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import * as buttons from '../buttons.ts'
import { formNotes, type FindForms } from '../applying/form-notes.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import { closeQuestion, deskListView } from './desk-activity-views.ts'
import { deskTabs, tabStates, type DeskTab } from './desk-tabs.ts'
import { participantsListChat } from './desk-participants.ts'
import { waitingRowsChat } from './desk-waiting.ts'
import { decisionsIn } from '../../domain/staging.ts'
import { countIn } from '../../domain/seats.ts'

export interface DeskActivityNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  participants: ParticipantStore
  copies: CardCopies
  hands: Pick<HandList, 'countsOf'>
  staging: Pick<StagingStore, 'countOf'>
  deskPage: DeskPage
  clock: Clock
  botUsername: string
  findForms: FindForms
  laterActivityKeys: ActivitiesNeeds['laterActivityKeys']
}

/** One activity on the desk: its applications, its poster, and whether it takes applications. */
export function deskActivityChat(needs: DeskActivityNeeds): Composer<Chat> {
  const {
    activities,
    applications,
    people,
    copies,
    clock,
    botUsername,
    findForms,
    laterActivityKeys,
    staging,
  } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.deskActivity.pattern, async (chat) => {
    const { activityId } = buttons.deskActivity.unpack(chat.callbackQuery.data)
    chat.turn(await listMessage(chat, await theirs(chat, activityId), 'submitted', 0))
  })
  composer.callbackQuery(buttons.listApplications.pattern, async (chat) => {
    const { activityId, state, offset } = buttons.listApplications.unpack(chat.callbackQuery.data)
    await copies.leave(chat)
    const tab = deskTabs.find((name) => name === state) ?? 'submitted'
    chat.turn(await listMessage(chat, await theirs(chat, activityId), tab, Math.max(offset, 0)))
  })
  // Closing is asked once; so it is by the buttons of old messages, which closed at the first tap.
  composer.callbackQuery(buttons.setState.pattern, async (chat) => {
    const { activityId, state } = buttons.setState.unpack(chat.callbackQuery.data)
    const activity = await theirs(chat, activityId)
    if (state === 'closed') chat.turn(closeQuestion(chat.words, activity))
    else await setState(chat, activity, 'published')
  })
  composer.callbackQuery(buttons.closeApplications.pattern, async (chat) => {
    const { activityId } = buttons.closeApplications.unpack(chat.callbackQuery.data)
    await setState(chat, await theirs(chat, activityId), 'closed')
  })
  composer.callbackQuery(buttons.poster.pattern, async (chat) => {
    const activity = await theirs(chat, buttons.poster.unpack(chat.callbackQuery.data).activityId)
    const link = `https://t.me/${botUsername}?start=t_${activity.code}`
    await chat.tellDocument({
      as: 'photo',
      name: `${activity.code}.png`,
      content: new Uint8Array(await toBuffer(link, { width: 720, margin: 3 })),
      caption: chat.words('activities:desk.posterCaption', {
        title: titleOf(activity, chat.words.language),
        link,
      }),
    })
  })
  composer.use(participantsListChat(needs), waitingRowsChat(needs))
  return composer

  /** The activity, if this person runs it. */
  async function theirs(chat: Chat, activityId: number): Promise<Activity> {
    const grants = await grantsOfCoordinator(people, chat.viewer.personId, 'openDesk')
    const activity = await activities.read(activityId)
    if (!activity) throw activityErrors.unknown()
    if (!mayDo(grants, 'openDesk', activity.code)) throw activityErrors.notYours()
    return activity
  }

  async function setState(chat: Chat, activity: Activity, state: 'closed' | 'published'): Promise<void> {
    if (activity.state === 'cancelled') throw activityErrors.notOpen('cancelled')
    await activities.update(activity.id, { state })
    chat.toast(chat.words.plain(`activities:desk.stateSet.${state}`))
    chat.turn(await listMessage(chat, { ...activity, state }, 'submitted', 0))
  }

  async function listMessage(chat: Chat, activity: Activity, tab: DeskTab, from: number): Promise<Message> {
    const counts = (await applications.countByState([activity.id])).get(activity.id) ?? {}
    const total = countIn(counts, tabStates[tab])
    // Somebody on the last page may have decided about everybody on it.
    const offset = pageAt(from, total)
    const rows = await needs.deskPage(activity.id, tabStates[tab], { offset, limit: pageSize })
    const forms = await formNotes(findForms, activity.details)
    const keys = laterActivityKeys(chat.words, activity.id)
    const waitingRows = (await needs.participants.waiting(activity.id)).length
    const byHand = await needs.hands.countsOf(activity.id)
    const kept = decisionsIn(await staging.countOf(activity.id))
    const list = { kept, activity, tab, offset, total, counts, rows, forms, waitingRows, byHand }
    return deskListView(chat.words, { ...list, laterKeys: keys, now: clock.now() })
  }
}
