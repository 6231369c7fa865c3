import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { inviteColleague, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { closedBecause, descriptionOf, titleOf, type Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import * as buttons from './buttons.ts'
import { fitting } from './fitting.ts'
import { facts, openLine, ownButtons, ownLine, withdrawQuestion, type FactScene } from './trips-views.ts'

export interface TripsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
  homeTimeZone: string
  /** Begins or goes on with an application. */
  begin(chat: Chat, activityId: number): Promise<void>
  beginForColleague(chat: Chat, activityId: number): Promise<void>
  takeBack(chat: Chat, applicationId: number): Promise<void>
}

export type Trips = ReturnType<typeof trips>

/** `/trips`: what is open, where one's applications stand, applying and withdrawing. */
export function trips(needs: TripsNeeds) {
  const { activities, applications, people, clock, homeTimeZone } = needs
  const composer = new Composer<Chat>()

  composer.command('trips', async (chat) => chat.tell(await listMessage(chat)))
  composer.callbackQuery(buttons.listTrips.pattern, async (chat) => chat.turn(await listMessage(chat)))
  composer.callbackQuery(buttons.openActivity.pattern, async (chat) => {
    const { activityId } = buttons.openActivity.unpack(chat.callbackQuery.data)
    const activity = await activities.read(activityId)
    if (!activity) throw activityErrors.unknown()
    chat.turn(await cardMessage(chat, activity))
  })
  composer.callbackQuery(buttons.apply.pattern, (chat) =>
    needs.begin(chat, buttons.apply.unpack(chat.callbackQuery.data).activityId),
  )
  composer.callbackQuery(buttons.applyForColleague.pattern, (chat) =>
    needs.beginForColleague(chat, buttons.applyForColleague.unpack(chat.callbackQuery.data).activityId),
  )
  composer.callbackQuery(buttons.askWithdraw.pattern, async (chat) => {
    const { applicationId } = buttons.askWithdraw.unpack(chat.callbackQuery.data)
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    if (!activity || application.personId !== chat.viewer.personId) throw activityErrors.notYours()
    chat.turn(withdrawQuestion(chat.words, activity, application))
  })
  composer.callbackQuery(buttons.withdraw.pattern, (chat) =>
    needs.takeBack(chat, buttons.withdraw.unpack(chat.callbackQuery.data).applicationId),
  )

  const sceneOf = (approved: number): FactScene => ({ approved, now: clock.now(), homeTimeZone })

  async function listMessage({ words, viewer }: Chat): Promise<Message> {
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const upcoming = await activities.upcoming(today)
    const own = viewer.personId === null ? [] : await applications.ofPerson(viewer.personId)
    const known = await activities.byIds(own.map(({ activityId }) => activityId))
    const counts = await applications.countByState(upcoming.map(({ id }) => id))
    const open = upcoming.filter((activity) => closedBecause(activity, clock.now()) === undefined)
    const ownLines = own.flatMap((application) => {
      const activity = known.get(application.activityId)
      return activity ? [ownLine(words, activity, application)] : []
    })
    const openLines = open.map((activity) =>
      openLine(words, activity, sceneOf(counts.get(activity.id)?.approved ?? 0)),
    )
    const shown = new Map([...open, ...known.values()].map((activity) => [activity.id, activity]))
    return {
      text: [
        words('activities:trips.title'),
        ...(openLines.length > 0 ? fitting(openLines, 2400) : [words('activities:trips.none')]),
        ...(ownLines.length > 0
          ? [`${words('activities:trips.own')}\n${fitting(ownLines, 1200).join('\n')}`]
          : []),
      ].join('\n\n'),
      keyboard: [...shown.values()].map((activity) => [
        {
          text: titleOf(activity, words.language),
          callback_data: buttons.openActivity.pack({ activityId: activity.id }),
        },
      ]),
    }
  }

  async function cardMessage({ words, viewer }: Chat, activity: Activity): Promise<Message> {
    const counts = await applications.countByState([activity.id])
    const own =
      viewer.personId === null ? undefined : await applications.liveOne(activity.id, viewer.personId)
    const memberships = viewer.personId === null ? [] : await people.members.membershipsOf(viewer.personId)
    const firm = memberships.find(({ state }) => state === 'member')?.firm
    const description = descriptionOf(activity, words.language)
    const isOpen = closedBecause(activity, clock.now()) === undefined
    return {
      text: [
        `<b>${words('activities:trips.name', { title: titleOf(activity, words.language) })}</b>\n${words.plain(`activities:kind.${activity.kind}`)}`,
        facts(words, activity, sceneOf(counts.get(activity.id)?.approved ?? 0)).join('\n'),
        ...(description ? [words('activities:trips.name', { title: description })] : []),
        ...(own ? [await standingLine(words, activity, own)] : []),
      ].join('\n\n'),
      keyboard: [
        ...ownButtons(words, activity, own, isOpen),
        ...(isOpen && firm
          ? [
              [
                {
                  text: words.plain('activities:trips.colleague'),
                  callback_data: buttons.applyForColleague.pack({ activityId: activity.id }),
                },
              ],
            ]
          : []),
        ...(firm
          ? [
              [
                {
                  text: words.plain('people:invite.button'),
                  callback_data: inviteColleague.pack({ firmId: firm.id }),
                },
              ],
            ]
          : []),
        [{ text: words.plain('activities:trips.all'), callback_data: buttons.listTrips.pack({}) }],
      ],
    }
  }

  async function standingLine(words: Words, activity: Activity, own: Application): Promise<string> {
    const line = words('activities:trips.standing', { state: words.plain(`activities:state.${own.state}`) })
    if (own.state !== 'waitlisted') return line
    return `${line} ${words('activities:trips.position', { position: String(await applications.waitingPosition(own)) })}`
  }

  return {
    composer,
    listMessage,
    cardMessage,
    showCard: async (chat: Chat, activity: Activity) => chat.tell(await cardMessage(chat, activity)),
  }
}
