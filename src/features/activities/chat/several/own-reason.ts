import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { ownWordsNote } from '../../../people/index.ts'
import { readTypedReason, type Rejection } from '../../domain/rejection.ts'
import type { Activity } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'
import { settling, toKept, type SettlingNeeds } from './settling.ts'
import type { StagingNeeds } from './staging.ts'

export interface OwnReasonNeeds extends Omit<SettlingNeeds, 'copies'>, StagingNeeds {
  /** Only who decides about the activity. */
  theirs(activityId: number, byPersonId: number): Promise<Activity>
}

const [forOne, forSeveral] = ['stage-why', 'several-why']

/**
 * Why, in a coordinator's own words. Such a rejection is kept in any case, of one as of several: it stands there to be read
 * once more, and can be taken back, until it is announced.
 */
export function ownReasonChat(needs: OwnReasonNeeds): Composer<Chat> {
  const { applications, activities, people, staged, staging, copies } = needs
  const settle = settling(needs)
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.writeStageReason.pattern, async (chat) => {
    const { applicationId } = buttons.writeStageReason.unpack(chat.callbackQuery.data)
    await staged.theirs(applicationId, by(chat))
    await people.questions.ask(chat, forOne, String(applicationId))
  })
  composer.callbackQuery(buttons.writeSeveralReason.pattern, async (chat) => {
    const { activityId } = buttons.writeSeveralReason.unpack(chat.callbackQuery.data)
    await needs.theirs(activityId, by(chat))
    await people.questions.ask(chat, forSeveral, String(activityId))
  })
  people.questions.add({
    name: forOne,
    prompt: async ({ words }, about) => ({
      text: words('several:own.one', { name: await nameOf(Number(about)) }),
    }),
    answer: (chat, text, about) =>
      asReason(chat, { question: forOne, about, text }, async (rejection) => {
        const applicationId = Number(about)
        await staged.stage(applicationId, by(chat), { outcome: 'rejected', rejection })
        const application = await applications.read(applicationId)
        const activity = application && (await activities.read(application.activityId))
        if (!activity) return
        await copies.refresh(application, activity)
        const name = await nameOf(applicationId)
        const reads = await people.languageOf(application.personId)
        chat.tell({
          text: [
            chat.words('several:later.kept', { name }),
            ...ownWordsNote(chat.words, { name, reads }),
          ].join('\n\n'),
          keyboard: [[toKept(chat.words, activity.id)]],
        })
      }),
  })
  people.questions.add({
    name: forSeveral,
    async prompt(chat, about) {
      const count = (await staging.markedBy(by(chat), Number(about))).length
      return { text: chat.words('several:own.several', { count }) }
    },
    answer: (chat, text, about) =>
      asReason(chat, { question: forSeveral, about, text }, async (rejection) => {
        const activity = await needs.theirs(Number(about), by(chat))
        const ids = await staging.markedBy(by(chat), activity.id)
        await settle(chat, activity, ids, 'later', { outcome: 'rejected', rejection })
      }),
  })
  return composer

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }

  /** What cannot be a reason is said, and asked again. */
  async function asReason(
    chat: Chat,
    { question, about, text }: { question: string; about: string; text: string },
    act: (rejection: Rejection) => Promise<void>,
  ): Promise<void> {
    let typed: string
    try {
      typed = readTypedReason(text)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      chat.tell({ text: `⚠️ ${chat.words(error)}` })
      return people.questions.ask(chat, question, about)
    }
    await act({ kind: 'typed', text: typed })
  }
}
