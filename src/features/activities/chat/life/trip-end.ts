import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { mayDo } from '../../../people/index.ts'
import { closeTrip, type CloseTripNeeds } from '../../actions/life/close-trip.ts'
import type { Decided } from '../../actions/decide-application.ts'
import { activityErrors } from '../../domain/errors.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { following, type FollowingNeeds } from './following.ts'

export interface TripEndNeeds extends CloseTripNeeds, FollowingNeeds {
  copies: CardCopies
  coordinators: Pick<Coordinators, 'hearOfPeople'>
}

/** At departure and after the end: who did not come, who took part. */
export function tripEnd(needs: TripEndNeeds) {
  const { activities, applications, people, copies, coordinators, tellOutcome } = needs
  const trip = closeTrip(needs)
  const follow = following(needs)
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.noShow.pattern, async (chat) => {
    const { applicationId } = buttons.noShow.unpack(chat.callbackQuery.data)
    await show(chat, await trip.noShow(applicationId, chat.viewer.personId ?? 0), 'life:noShow.marked')
  })
  composer.callbackQuery(buttons.cameAfterAll.pattern, async (chat) => {
    const { applicationId } = buttons.cameAfterAll.unpack(chat.callbackQuery.data)
    const decided = await trip.cameAfterAll(applicationId, chat.viewer.personId ?? 0)
    await show(chat, decided, 'life:noShow.unmarked')
  })
  composer.callbackQuery(buttons.tookPart.pattern, async (chat) => {
    const { applicationId } = buttons.tookPart.unpack(chat.callbackQuery.data)
    const decided = await trip.tookPart(applicationId, chat.viewer.personId ?? 0)
    await follow(decided)
    await copies.showChanged(chat, decided.application, decided.activity)
    chat.toast(chat.words.plain('life:ended.done', { count: 1 }))
  })
  composer.callbackQuery(buttons.allTookPart.pattern, async (chat) => {
    const { activityId } = buttons.allTookPart.unpack(chat.callbackQuery.data)
    const by = chat.viewer.personId ?? 0
    const activity = await activities.readLocked(activityId)
    if (!activity) throw activityErrors.unknown()
    if (!mayDo(await people.roles.of(by), 'decideApplications', activity.code))
      throw activityErrors.notYours()
    const left = await applications.page(activityId, ['approved'], 0, everybody)
    const others = left.filter(({ personId }) => personId !== by)
    for (const { id } of others) await follow(await trip.tookPart(id, by))
    chat.turn({ text: chat.words('life:ended.done', { count: others.length }) })
  })

  /** Nothing is said to the person now. */
  async function show(
    chat: Chat,
    { application, activity }: Decided,
    said: 'life:noShow.marked' | 'life:noShow.unmarked',
  ): Promise<void> {
    await copies.showChanged(chat, application, activity)
    const name = (await applications.namesOf([application.id])).get(application.id)?.name ?? ''
    chat.toast(chat.words.plain(said, { name }))
  }

  return {
    composer,

    /** The day after a departure without them, unless they have come after all. */
    async writeToMissing(applicationId: number): Promise<void> {
      const application = await applications.read(applicationId)
      const activity = application && (await activities.read(application.activityId))
      if (activity && application.state === 'no_show') await tellOutcome({ application, activity })
    },

    /** Who is known to have been there took part; the others are put to the coordinators. */
    async hasEnded(activityId: number): Promise<void> {
      const ended = await trip.end(activityId)
      if (!ended) return
      for (const decided of ended.completed) await follow(decided)
      if (ended.unknown.length > 0)
        await coordinators.hearOfPeople(ended.activity, 'life:ended.ask', ended.unknown)
    },
  }
}

/** More than ever have a seat. */
const everybody = 5000
