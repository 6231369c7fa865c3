import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import { mayTakeBack } from '../../actions/withdraw-application.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { closedBecause, titleOf, type Activity } from '../../domain/activity.ts'
import type { ActivitiesNeeds } from '../../needs.ts'
import { activityErrors } from '../../domain/errors.ts'
import * as buttons from '../buttons.ts'
import type { ApplicationForms } from '../applying/application-forms.ts'
import { fitting } from '../applying/fitting.ts'
import { tripCard } from './trip-card.ts'
import { filledLine, openLine, ownLine, resumeRow, type FactScene } from './trips-views.ts'
import { withdrawQuestion } from '../life/withdrawing-views.ts'
import { seatsHeld } from '../../domain/seats.ts'

export interface TripsNeeds extends Pick<ActivitiesNeeds, 'laterTripKeys'> {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  forms: ApplicationForms
  clock: Clock
  homeTimeZone: string
  /** Begins or goes on with an application. */
  begin(chat: Chat, activityId: number): Promise<void>
  beginForColleague(chat: Chat, activityId: number): Promise<void>
  /** Goes on with a draft, one's own or one for a colleague. */
  resume(chat: Chat, applicationId: number): Promise<void>
  takeBack(chat: Chat, applicationId: number): Promise<void>
}

export type Trips = ReturnType<typeof trips>

/** `/trips`: what is open, where one's applications stand, applying and withdrawing. */
export function trips(needs: TripsNeeds) {
  const { activities, applications, people, clock, homeTimeZone } = needs
  const composer = new Composer<Chat>()
  const card = tripCard(needs)

  composer.command('trips', async (chat) => chat.tell(await listMessage(chat)))
  composer.callbackQuery(buttons.listTrips.pattern, async (chat) => chat.turn(await listMessage(chat)))
  composer.callbackQuery(buttons.pageOfTrips.pattern, async (chat) => {
    const { offset } = buttons.pageOfTrips.unpack(chat.callbackQuery.data)
    chat.turn(await listMessage(chat, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.openActivity.pattern, async (chat) => {
    const { activityId } = buttons.openActivity.unpack(chat.callbackQuery.data)
    const activity = await activities.read(activityId)
    if (!activity) throw activityErrors.unknown()
    chat.turn(await card.message(chat, activity))
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
    const { personId } = chat.viewer
    if (!activity || personId === null || !(await mayTakeBack(applications, application, personId)))
      throw activityErrors.notYours()
    chat.turn(
      withdrawQuestion(chat.words, activity, application, {
        isOwn: application.personId === personId,
        position: application.state === 'waitlisted' ? await applications.waitingPosition(application) : null,
        now: clock.now(),
      }),
    )
  })
  composer.callbackQuery(buttons.withdraw.pattern, (chat) =>
    needs.takeBack(chat, buttons.withdraw.unpack(chat.callbackQuery.data).applicationId),
  )

  composer.callbackQuery(buttons.seeApplication.pattern, async (chat) => {
    const { applicationId } = buttons.seeApplication.unpack(chat.callbackQuery.data)
    chat.turn(await card.answers(chat, applicationId))
  })
  composer.callbackQuery(buttons.seeBelow.pattern, async (chat) => {
    const { applicationId } = buttons.seeBelow.unpack(chat.callbackQuery.data)
    chat.tell(await card.answers(chat, applicationId))
  })
  composer.callbackQuery(buttons.resume.pattern, (chat) =>
    needs.resume(chat, buttons.resume.unpack(chat.callbackQuery.data).applicationId),
  )

  async function listMessage({ words, viewer }: Chat, offset = 0): Promise<Message> {
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const at = { offset, limit: pageSize }
    const { activities: upcoming, total } = await activities.open(clock.now(), today, at)
    const own = viewer.personId === null ? [] : await applications.ofPerson(viewer.personId)
    const filled = viewer.personId === null ? [] : await applications.filledFor(viewer.personId)
    const known = await activities.byIds([...own, ...filled].map(({ activityId }) => activityId))
    const counts = await applications.countByState(upcoming.map(({ id }) => id))
    const open = upcoming.filter((activity) => closedBecause(activity, clock.now()) === undefined)
    const ownLines = own.flatMap((application) => {
      const activity = known.get(application.activityId)
      return activity ? [ownLine(words, activity, application)] : []
    })
    const filledLines = filled.flatMap((application) => {
      const activity = known.get(application.activityId)
      return activity ? [filledLine(words, activity, application)] : []
    })
    const reader = viewer.personId === null ? homeTimeZone : await people.zoneOf(viewer.personId)
    const sceneOf = (approved: number): FactScene => ({ approved, now: clock.now(), homeTimeZone, reader })
    const openLines = open.map((activity) =>
      openLine(words, activity, sceneOf(seatsHeld(counts.get(activity.id)))),
    )
    const drafts = [...own, ...filled].flatMap((draft) => {
      const activity = draft.state === 'draft' ? known.get(draft.activityId) : undefined
      return activity && closedBecause(activity, clock.now()) === undefined ? [{ draft, activity }] : []
    })
    const titleIfSeveral = (activity: Activity) =>
      drafts.length > 1 ? titleOf(activity, words.language) : undefined
    const shown = new Map([...open, ...known.values()].map((activity) => [activity.id, activity]))
    return {
      text: [
        words('activities:trips.title'),
        ...(openLines.length > 0 ? fitting(openLines, 2400) : [words('activities:trips.none')]),
        ...(ownLines.length > 0
          ? [`${words('activities:trips.own')}\n${fitting(ownLines, 1000).join('\n')}`]
          : []),
        ...(filledLines.length > 0
          ? [`${words('activities:trips.filled')}\n${fitting(filledLines, 500).join('\n')}`]
          : []),
      ].join('\n\n'),
      keyboard: [
        ...drafts.map(({ draft, activity }) => resumeRow(words, draft, titleIfSeveral(activity))),
        ...[...shown.values()].map((activity) => [
          {
            text: titleOf(activity, words.language),
            callback_data: buttons.openActivity.pack({ activityId: activity.id }),
          },
        ]),
        ...pageKeys(words, { ...at, total }, (to) => buttons.pageOfTrips.pack({ offset: to })),
      ],
    }
  }

  return {
    composer,
    listMessage,
    cardMessage: card.message,
    showCard: async (chat: Chat, activity: Activity) => chat.tell(await card.message(chat, activity)),
  }
}
