import { Composer } from 'grammy'
import { toBuffer } from 'qrcode'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import {
  displayName,
  isOwner,
  listRoles,
  mayCoordinate,
  mayCoordinateEverything,
  type Grant,
  type People,
} from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Hearing, SettingStore } from '../data/setting-store.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import * as buttons from './buttons.ts'
import { activityLine, deskListView, deskTabs, pageSize, type DeskTab } from './desk-views.ts'
import { fitting } from './fitting.ts'

export interface DeskNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  settings: SettingStore
  people: People
  clock: Clock
  homeTimeZone: string
  botUsername: string
}

/** `/desk`: what needs a coordinator's hand, and the way to everything else. */
export function deskChat(needs: DeskNeeds): Composer<Chat> {
  const { activities, applications, settings, people, clock, homeTimeZone, botUsername } = needs
  const composer = new Composer<Chat>()

  composer.command('desk', async (chat) => chat.tell(await deskMessage(chat)))
  composer.callbackQuery(buttons.desk.pattern, async (chat) => chat.turn(await deskMessage(chat)))
  composer.callbackQuery(buttons.hearing.pattern, async (chat) => {
    const { how } = buttons.hearing.unpack(chat.callbackQuery.data)
    await grantsOf(chat)
    const hears: Hearing = how === 'digest' ? 'digest' : 'at_once'
    await settings.choose(chat.viewer.personId ?? 0, hears)
    chat.toast(chat.words.plain(`activities:desk.hearingChanged.${hears}`), true)
    chat.turn(await deskMessage(chat))
  })
  composer.callbackQuery(buttons.deskActivity.pattern, async (chat) => {
    const { activityId } = buttons.deskActivity.unpack(chat.callbackQuery.data)
    chat.turn(await listMessage(chat, await theirs(chat, activityId), 'submitted', 0))
  })
  composer.callbackQuery(buttons.listApplications.pattern, async (chat) => {
    const { activityId, state, offset } = buttons.listApplications.unpack(chat.callbackQuery.data)
    const tab = deskTabs.find((name) => name === state) ?? 'submitted'
    chat.turn(await listMessage(chat, await theirs(chat, activityId), tab, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.setState.pattern, async (chat) => {
    const { activityId, state } = buttons.setState.unpack(chat.callbackQuery.data)
    const activity = await theirs(chat, activityId)
    if (activity.state === 'cancelled') throw activityErrors.notOpen('cancelled')
    await activities.update(activityId, { state: state === 'closed' ? 'closed' : 'published' })
    chat.turn(await listMessage(chat, await theirs(chat, activityId), 'submitted', 0))
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
  return composer

  async function grantsOf(chat: Chat): Promise<Grant[]> {
    const grants = chat.viewer.personId === null ? [] : await people.roles.of(chat.viewer.personId)
    if (!mayCoordinate(grants)) throw new DomainError('people:errors.coordinatorsOnly')
    return grants
  }

  /** The activity, if this person runs it. */
  async function theirs(chat: Chat, activityId: number): Promise<Activity> {
    const grants = await grantsOf(chat)
    const activity = await activities.read(activityId)
    if (!activity) throw activityErrors.unknown()
    if (!mayCoordinate(grants, activity.code)) throw activityErrors.notYours()
    return activity
  }

  async function deskMessage(chat: Chat): Promise<Message> {
    const { words } = chat
    const grants = await grantsOf(chat)
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const running = (await activities.upcoming(today)).filter(({ code }) => mayCoordinate(grants, code))
    const counts = await applications.countByState(running.map(({ id }) => id))
    const pending = running.reduce((sum, { id }) => sum + (counts.get(id)?.submitted ?? 0), 0)
    const hears = await settings.hearsOf(chat.viewer.personId ?? 0)
    const other: Hearing = hears === 'digest' ? 'at_once' : 'digest'
    const isEverywhere = mayCoordinateEverything(grants)
    const row = (text: string, callback_data: string) => [{ text, callback_data }]
    return {
      text: [
        words('activities:desk.title'),
        pending > 0 ? words('activities:desk.pending', { count: pending }) : words('activities:desk.nothing'),
        ...fitting(
          running.map((activity) => activityLine(words, activity, counts.get(activity.id) ?? {})),
          3000,
        ),
        ...(isEverywhere ? [words('activities:desk.send')] : []),
      ].join('\n\n'),
      keyboard: [
        ...running.map((activity) =>
          row(titleOf(activity, words.language), buttons.deskActivity.pack({ activityId: activity.id })),
        ),
        ...(isEverywhere
          ? [
              row(words.plain('activities:desk.newWorkshop'), buttons.newWorkshop.pack({})),
              row(words.plain('activities:desk.templates'), buttons.templates.pack({})),
            ]
          : []),
        ...(isOwner(grants) ? [row(words.plain('activities:desk.roles'), listRoles.pack({}))] : []),
        row(words.plain(`activities:desk.hearing.${hears}`), buttons.hearing.pack({ how: other })),
      ],
    }
  }

  async function listMessage(
    { words }: Chat,
    activity: Activity,
    tab: DeskTab,
    offset: number,
  ): Promise<Message> {
    const counts = (await applications.countByState([activity.id])).get(activity.id) ?? {}
    const page = await applications.page(activity.id, tab, offset, pageSize)
    const total = counts[tab] ?? 0
    const lines = await Promise.all(
      page.map(async ({ id, number, personId, firmId }) => {
        const person = await people.persons.read(personId)
        const firm = firmId === null ? undefined : await people.firms.read(firmId)
        const name = [person ? displayName(person) : '', firm?.name].filter(Boolean).join(', ')
        return [
          {
            text: `${referenceOf(activity.code, number).slice(-4)} ${name}`,
            callback_data: buttons.openApplication.pack({ applicationId: id }),
          },
        ]
      }),
    )
    return deskListView(words, { activity, tab, offset, total, counts, lines })
  }
}
