import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Feature } from '../../../bot/feature.ts'
import { mayDo } from '../../people/index.ts'
import { correspondenceErrors } from '../domain/errors.ts'
import type { Room } from '../needs.ts'
import type { Answering } from './answering.ts'
import * as buttons from './buttons.ts'

export interface WritingNeeds extends Room {
  answering: Pick<Answering, 'begin'>
}

/** A coordinator writes to somebody first, from their card; what comes back is a letter like any other. */
export function writingTo(needs: WritingNeeds) {
  const { activities, people, threads, letters, clock, answering } = needs
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.writeTo.pattern, async (tapped) => {
    const { applicationId } = buttons.writeTo.unpack(tapped.callbackQuery.data)
    const application = await activities.applications.read(applicationId)
    const activity = application && (await activities.store.read(application.activityId))
    if (!activity || application.state === 'draft') throw correspondenceErrors.gone()
    const { personId } = tapped.viewer
    const grants = personId === null ? [] : await people.roles.of(personId)
    if (!mayDo(grants, 'answerLetters', activity.code) || application.personId === personId)
      throw correspondenceErrors.notYours()
    await answering.begin(tapped, await threads.open(application.personId, activity.id, clock.now()))
  })

  const personCard: NonNullable<Feature['personCard']> = async (words, whose) => {
    const { activityId, applicationId, personId } = whose
    const thread = await threads.ofPerson(personId, activityId)
    const waiting = thread ? (await letters.unsettledOf(thread.id)).length : 0
    return {
      lines: waiting > 0 ? [words('person:letters.waiting', { count: waiting })] : [],
      buttons: [
        [
          {
            text: words.plain('person:letters.write'),
            callback_data: buttons.writeTo.pack({ applicationId }),
          },
        ],
        ...(thread
          ? [
              [
                {
                  text: words.plain('person:letters.open'),
                  callback_data: buttons.openThread.pack({ threadId: thread.id, offset: 0 }),
                },
              ],
            ]
          : []),
      ],
    }
  }

  return { chat, personCard }
}
