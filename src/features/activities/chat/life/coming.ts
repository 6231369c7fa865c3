import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { People } from '../../../people/index.ts'
import { sayComing, type SayComingNeeds } from '../../actions/life/say-coming.ts'
import { cityOf, titleOf } from '../../domain/activity.ts'
import { nameIn } from '../../domain/application.ts'
import { comingUntil } from '../../domain/coming.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { whenText } from '../trips/when-text.ts'
import { aboutApplication } from '../unheard.ts'
import { comingKeys, mayConfirm } from './coming-views.ts'

export interface ComingNeeds extends SayComingNeeds {
  people: People
  copies: Pick<CardCopies, 'refresh'>
  coordinators: Pick<Coordinators, 'hearOfPeople'>
}

/** Approved is not coming: whoever has a seat is asked, reminded twice, and then a coordinator calls. */
export function coming(needs: ComingNeeds) {
  const { activities, applications, people, copies, coordinators, clock } = needs
  const say = sayComing(needs)
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.sayComing.pattern, async (chat) => {
    const { applicationId } = buttons.sayComing.unpack(chat.callbackQuery.data)
    const { application, activity, isNew } = await say(applicationId, chat.viewer.personId ?? 0)
    const { words } = chat
    if (isNew) await copies.refresh(application, activity)
    if (application.personId !== chat.viewer.personId && application.filledBy !== chat.viewer.personId)
      return chat.turn({
        text: words('person:spoken.coming', { name: nameIn(application.answers) }),
        keyboard: [
          [
            {
              text: words.plain('person:keys.back'),
              callback_data: buttons.openPerson.pack({ applicationId }),
            },
          ],
        ],
      })
    chat.turn({
      text: `<b>${words('activities:trips.name', { title: titleOf(activity, words.language) })}</b>\n\n${words('life:coming.thanks')}`,
      keyboard: [
        [{ text: words.plain('activities:home.button'), callback_data: buttons.listTrips.pack({}) }],
      ],
    })
  })

  return {
    composer,

    /** Asks somebody who has not said yet. */
    async ask(applicationId: number): Promise<void> {
      const application = await applications.read(applicationId)
      const activity = application && (await activities.read(application.activityId))
      if (!activity || !mayConfirm(activity, application, clock.now())) return
      const until = comingUntil(activity, application.updatedAt)
      if (!until) return
      await people.tell(
        application.personId,
        (words) => ({
          text: words('life:coming.remind', {
            title: titleOf(activity, words.language),
            dates: whenText(words, activity),
            city: cityOf(activity, words.language),
            day: formatDate(until, words.language),
          }),
          keyboard: comingKeys(words, applicationId),
        }),
        {
          about: aboutApplication(applicationId),
          reminds: `coming.${applicationId}`,
          // Once it has begun nobody is asked any more.
          usefulUntil: activity.startsOn.toZonedDateTime(activity.timeZone).toInstant(),
        },
      )
    },

    /** Who has said nothing in spite of that; nobody loses a seat by it. */
    async isSilent(activityId: number): Promise<void> {
      const activity = await activities.read(activityId)
      if (!activity) return
      const seated = await applications.page(activityId, ['approved'], 0, everybody)
      const silent = seated.filter((application) => mayConfirm(activity, application, clock.now()))
      if (silent.length > 0) await coordinators.hearOfPeople(activity, 'life:coming.silent', silent)
    },
  }
}

/** More than ever have a seat. */
const everybody = 5000
