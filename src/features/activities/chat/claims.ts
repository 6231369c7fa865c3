import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { activityErrors } from '../domain/errors.ts'
import * as buttons from './buttons.ts'

export interface ClaimNeeds {
  applications: ApplicationStore
  people: People
  noticeVersion: string
}

/** Somebody for whom a colleague has applied says that they have read the notice themselves. */
export function claimChat({ applications, people, noticeVersion }: ClaimNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  composer.callbackQuery(buttons.claimRead.pattern, async (chat) => {
    const { applicationId } = buttons.claimRead.unpack(chat.callbackQuery.data)
    const application = await applications.read(applicationId)
    const { personId, language } = chat.viewer
    if (!application || personId === null || application.personId !== personId)
      throw activityErrors.notYours()
    await people.persons.markNoticeRead(personId, 'application', noticeVersion, language)
    chat.turn({ text: chat.words('activities:claimed.done') })
  })
  return composer
}
