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
import { referenceOf, type ApplicationState } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { isPlanKind } from '../domain/planning/plan.ts'
import * as buttons from './buttons.ts'
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

const tabs = ['submitted', 'approved', 'waitlisted', 'rejected'] as const
const pageSize = 8

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
    const tab = tabs.find((name) => name === state) ?? 'submitted'
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
          running.map((activity) => activityLine(chat, activity, counts.get(activity.id) ?? {})),
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

  function activityLine(
    { words }: Chat,
    activity: Activity,
    counts: Partial<Record<ApplicationState, number>>,
  ): string {
    return words('activities:desk.activityLine', {
      title: titleOf(activity, words.language),
      code: activity.code,
      submitted: counts.submitted ?? 0,
      approved: counts.approved ?? 0,
      waitlisted: counts.waitlisted ?? 0,
    })
  }

  async function listMessage(
    { words }: Chat,
    activity: Activity,
    tab: (typeof tabs)[number],
    offset: number,
  ): Promise<Message> {
    const counts = (await applications.countByState([activity.id])).get(activity.id) ?? {}
    const page = await applications.page(activity.id, tab, offset, pageSize)
    const total = counts[tab] ?? 0
    const to = (state: string, at: number) =>
      buttons.listApplications.pack({ activityId: activity.id, state, offset: at })
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
    const isClosed = activity.state === 'closed'
    return {
      text: [
        words('activities:desk.list', {
          title: titleOf(activity, words.language),
          state: words.plain(`activities:desk.tab.${tab}`),
          count: total,
        }),
        ...(total === 0 ? [words('activities:desk.empty')] : []),
      ].join('\n\n'),
      keyboard: [
        tabs.map((name) => ({
          text: `${name === tab ? '● ' : ''}${words.plain(`activities:desk.tab.${name}`)} ${counts[name] ?? 0}`,
          callback_data: to(name, 0),
        })),
        ...lines,
        [
          ...(offset > 0
            ? [{ text: words.plain('bot:back'), callback_data: to(tab, Math.max(offset - pageSize, 0)) }]
            : []),
          ...(offset + pageSize < total
            ? [{ text: words.plain('bot:next'), callback_data: to(tab, offset + pageSize) }]
            : []),
        ],
        isPlanKind(activity.kind) && activity.state !== 'cancelled'
          ? [
              {
                text: words.plain('planning:edit'),
                callback_data: buttons.editActivity.pack({ activityId: activity.id }),
              },
            ]
          : [],
        [
          {
            text: words.plain('activities:desk.poster'),
            callback_data: buttons.poster.pack({ activityId: activity.id }),
          },
        ],
        [
          {
            text: words.plain(isClosed ? 'activities:desk.reopen' : 'activities:desk.close'),
            callback_data: buttons.setState.pack({
              activityId: activity.id,
              state: isClosed ? 'published' : 'closed',
            }),
          },
        ],
        [{ text: words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }],
      ].filter((keys) => keys.length > 0),
    }
  }
}
