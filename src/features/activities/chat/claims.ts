import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { displayName, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { titleOf } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import * as buttons from './buttons.ts'

export interface ClaimNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  noticeVersion: string
}

/** Somebody for whom a colleague has applied reads the notice themselves, before anything else, and says so. */
export function claiming({ activities, applications, people, noticeVersion }: ClaimNeeds) {
  const composer = new Composer<Chat>()
  composer.callbackQuery(buttons.claimRead.pattern, async (chat) => {
    const { applicationId } = buttons.claimRead.unpack(chat.callbackQuery.data)
    const application = await applications.read(applicationId)
    const { personId, language } = chat.viewer
    if (!application || personId === null || application.personId !== personId)
      throw activityErrors.notYours()
    await people.persons.markNoticeRead(personId, 'application', noticeVersion, language)
    const firm = application.firmId === null ? undefined : await people.firms.read(application.firmId)
    chat.turn({ text: chat.words('activities:claimed.done', { firm: firm?.name ?? '' }) })
  })

  async function askToRead(opened: Chat, application: Application): Promise<void> {
    const activity = await activities.read(application.activityId)
    const by = application.filledBy === null ? undefined : await people.persons.read(application.filledBy)
    if (!activity) return
    opened.tell({
      text: opened.words('activities:claimed.ask', {
        by: by ? displayName(by) : '',
        title: titleOf(activity, opened.words.language),
        notice: opened.words.piece('notice:text'),
      }),
      keyboard: [
        [
          {
            text: opened.words.plain('notice:read'),
            callback_data: buttons.claimRead.pack({ applicationId: application.id }),
          },
        ],
      ],
    })
  }

  return { chat: composer, askToRead }
}
