import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { languages } from '../../../../shared/localized-text.ts'
import { readDate } from '../../../../shared/typed-date.ts'
import { wholeActivity, type WholeActivityNeeds } from '../../actions/life/whole-activity.ts'
import type { Decided } from '../../actions/decide-application.ts'
import { hasBegun, titleOf, type Activity } from '../../domain/activity.ts'
import { nameIn } from '../../domain/application.ts'
import { standingStates } from '../../domain/life-cycle.ts'
import { countIn, seatsHeld } from '../../domain/seats.ts'
import { isCancelReason, postponedTo } from '../../domain/whole-activity.ts'
import type { Announcements } from '../announcements.ts'
import * as buttons from '../buttons.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { following, type FollowingNeeds } from './following.ts'
import * as views from './whole-views.ts'

export interface WholeNeeds extends WholeActivityNeeds, FollowingNeeds {
  announced: Pick<Announcements, 'hasChanged' | 'tellOfMove'>
  coordinators: Pick<Coordinators, 'hearOfPeople' | 'hearOfActivity'>
}

const question = 'postpone'

/** An activity as a whole: postponed, moved online, cancelled; each with a look at whom it concerns first. */
export function whole(needs: WholeNeeds) {
  const { activities, applications, people, clock, announced, coordinators, tellOutcome } = needs
  const act = wholeActivity(needs)
  const follow = following(needs)
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0
  const countsOf = async (activityId: number) =>
    (await applications.countByState([activityId])).get(activityId) ?? {}

  composer.callbackQuery(buttons.wholeActivity.pattern, async (chat) => {
    const { activityId } = buttons.wholeActivity.unpack(chat.callbackQuery.data)
    const activity = await act.theirs(activityId, by(chat))
    chat.turn(views.wholeView(chat.words, activity, await countsOf(activityId)))
  })
  composer.callbackQuery(buttons.askCancel.pattern, async (chat) => {
    const { activityId } = buttons.askCancel.unpack(chat.callbackQuery.data)
    chat.turn(views.cancelReasonsView(chat.words, await act.theirs(activityId, by(chat))))
  })
  composer.callbackQuery(buttons.previewCancel.pattern, async (chat) => {
    const { activityId, reason } = buttons.previewCancel.unpack(chat.callbackQuery.data)
    if (!isCancelReason(reason)) throw staleButton()
    const activity = await act.theirs(activityId, by(chat))
    chat.turn(views.cancelPreview(chat.words, activity, await countsOf(activityId), reason))
  })
  composer.callbackQuery(buttons.cancelActivity.pattern, async (chat) => {
    const { activityId, reason } = buttons.cancelActivity.unpack(chat.callbackQuery.data)
    if (!isCancelReason(reason)) throw staleButton()
    await tellAll(chat, activityId, await act.cancel(activityId, by(chat), reason))
  })
  composer.callbackQuery(buttons.askOnline.pattern, async (chat) => {
    const { activityId } = buttons.askOnline.unpack(chat.callbackQuery.data)
    const activity = await act.theirs(activityId, by(chat))
    chat.turn(views.onlinePreview(chat.words, activity, await countsOf(activityId)))
  })
  composer.callbackQuery(buttons.moveOnline.pattern, async (chat) => {
    const { activityId } = buttons.moveOnline.unpack(chat.callbackQuery.data)
    const online = languages.map(
      (language) => [language, people.wordsIn(language).plain('life:online.place')] as const,
    )
    const { before, after } = await act.moveOnline(activityId, by(chat), Object.fromEntries(online))
    await announced.hasChanged(before, after)
    chat.turn(views.wholeView(chat.words, after, await countsOf(activityId)))
  })
  composer.callbackQuery(buttons.askPostpone.pattern, async (chat) => {
    const { activityId } = buttons.askPostpone.unpack(chat.callbackQuery.data)
    await act.theirs(activityId, by(chat))
    await people.questions.ask(chat, question, String(activityId))
  })
  people.questions.add({
    name: question,
    async prompt(chat, about) {
      const activity = await activities.read(Number(about))
      const title = activity ? titleOf(activity, chat.words.language) : ''
      return { text: chat.words('life:postpone.ask', { title }) }
    },
    async answer(chat, text, about) {
      const activity = await act.theirs(Number(about), by(chat))
      const day = futureDay(chat, activity, text)
      if (!day) {
        chat.tell({ text: chat.words('life:postpone.unread') })
        return people.questions.ask(chat, question, about)
      }
      const after = postponedTo(activity, day, clock.now())
      chat.tell(views.postponePreview(chat.words, activity, await countsOf(activity.id), after))
    },
  })
  composer.callbackQuery(buttons.postponeActivity.pattern, async (chat) => {
    const { activityId, day } = buttons.postponeActivity.unpack(chat.callbackQuery.data)
    const startsOn = Temporal.PlainDate.from(day)
    const { before, after, held, others } = await act.postpone(activityId, by(chat), startsOn)
    const reached: boolean[] = []
    for (const application of others) reached.push(await announced.tellOfMove(application, before, after))
    await tellAll(chat, activityId, held, reached)
  })
  composer.callbackQuery(buttons.keepSeat.pattern, async (chat) => {
    const { applicationId } = buttons.keepSeat.unpack(chat.callbackQuery.data)
    const decided = await act.keep(applicationId, by(chat))
    const isOwn = decided.application.personId === by(chat)
    chat.turn({
      text: isOwn
        ? chat.words('life:hold.kept')
        : chat.words('life:hold.keptOf', { name: nameIn(decided.application.answers) }),
      keyboard: [
        [{ text: chat.words.plain('activities:home.button'), callback_data: buttons.listTrips.pack({}) }],
      ],
    })
    await follow(decided)
  })

  function futureDay(chat: Chat, activity: Activity, text: string): Temporal.PlainDate | undefined {
    const today = clock.now().toZonedDateTimeISO(activity.timeZone).toPlainDate()
    const read = readDate(text, chat.words.language, today)
    if (read.kind !== 'date' || Temporal.PlainDate.compare(read.date, today) <= 0) return undefined
    return read.date.equals(activity.startsOn) ? undefined : read.date
  }

  /** `others`: whether those who were told something else beside have been reached. */
  async function tellAll(chat: Chat, activityId: number, moved: readonly Decided[], others: boolean[] = []) {
    const reached = [...others]
    for (const decided of moved) reached.push(await follow(decided))
    const told = reached.filter(Boolean).length
    const untold = reached.length - told
    const activity = await activities.read(activityId)
    const title = activity ? titleOf(activity, chat.words.language) : ''
    chat.turn({
      text: [
        chat.words('life:whole.done', { title, told }),
        ...(untold > 0 ? [chat.words('life:whole.untold', { untold })] : []),
      ].join('\n'),
      keyboard: [[{ text: chat.words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }]],
    })
  }

  return {
    composer,

    /** Whoever has not said whether they keep their seat is asked once more. */
    async askAgain(applicationId: number): Promise<void> {
      const application = await applications.read(applicationId)
      const activity = application && (await activities.read(application.activityId))
      if (activity && application.state === 'on_hold' && !hasBegun(activity, clock.now()))
        await tellOutcome({ application, activity })
    },

    async isSilent(activityId: number): Promise<void> {
      const activity = await activities.read(activityId)
      const held = await applications.page(activityId, ['on_hold'], 0, everybody)
      if (activity && held.length > 0) await coordinators.hearOfPeople(activity, 'life:hold.silent', held)
    },

    /** The day has come by which enough people should have a seat. */
    async isTooSmall(activityId: number): Promise<void> {
      const activity = await activities.read(activityId)
      const { minimum } = activity?.details ?? {}
      const seats = seatsHeld(await countsOf(activityId))
      if (!activity || activity.state === 'cancelled' || typeof minimum !== 'number' || seats >= minimum)
        return
      await coordinators.hearOfActivity(activity, (words) => ({
        text: words('life:minimum.short', { title: titleOf(activity, words.language), seats, minimum }),
        keyboard: [
          [
            {
              text: words.plain('life:whole.button'),
              callback_data: buttons.wholeActivity.pack({ activityId }),
            },
          ],
        ],
      }))
    },

    /** The day on which decisions were promised. */
    async isUndecided(activityId: number): Promise<void> {
      const activity = await activities.read(activityId)
      const open = countIn(await countsOf(activityId), standingStates.submitted)
      if (!activity || activity.state === 'cancelled' || open === 0) return
      await coordinators.hearOfActivity(activity, (words) => ({
        text: words('life:minimum.undecided', { title: titleOf(activity, words.language), open }),
        keyboard: [
          [
            {
              text: words.plain('life:ended.list'),
              callback_data: buttons.listApplications.pack({ activityId, state: 'submitted', offset: 0 }),
            },
          ],
        ],
      }))
    },
  }
}

/** More than ever have a seat. */
const everybody = 5000
