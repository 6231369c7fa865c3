import { Composer, type NextFunction } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { ownWordsNote, type People } from '../../../people/index.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { RejectionNotes } from '../../data/rejection-notes.ts'
import type { Activity } from '../../domain/activity.ts'
import { readRejection, readTypedReason, rejectionReasons, type Rejection } from '../../domain/rejection.ts'
import * as buttons from '../buttons.ts'
import type { Decisions } from './decisions.ts'
import { rejectionText } from '../applying/outcome-text.ts'
import { reasonQuestion, rejectionPreview, typedReasonQuestion } from './rejecting-views.ts'

export interface RejectingNeeds {
  applications: ApplicationStore
  notes: RejectionNotes
  people: People
  decisions: Decisions
}

/** Rejecting: a reason to tap, to type or to leave out, then the message as the person will read it, then the decision. */
export function rejecting({ applications, notes, people, decisions }: RejectingNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.askReason.pattern, async (chat) => {
    const { applicationId } = buttons.askReason.unpack(chat.callbackQuery.data)
    const opened = await decisions.rejectable(chat, applicationId)
    if (!opened) return
    await listen(chat, applicationId)
    chat.turn(reasonQuestion(chat.words, { applicationId, name: await nameOf(applicationId) }))
  })
  composer.callbackQuery(buttons.reject.pattern, async (chat) => {
    const { applicationId, reason } = buttons.reject.unpack(chat.callbackQuery.data)
    const opened = await decisions.rejectable(chat, applicationId)
    if (!opened) return
    await notes.close(chat.viewer.personId ?? 0)
    chat.turn(await preview(chat, { applicationId, activity: opened.activity }, await asChosen(chat, reason)))
  })
  composer.callbackQuery(buttons.writeReason.pattern, async (chat) => {
    const { applicationId } = buttons.writeReason.unpack(chat.callbackQuery.data)
    if (!(await decisions.rejectable(chat, applicationId))) return
    await listen(chat, applicationId)
    chat.turn(typedReasonQuestion(chat.words, { applicationId, name: await nameOf(applicationId) }))
  })
  composer.callbackQuery(buttons.confirmReject.pattern, async (chat) => {
    const { applicationId, reason } = buttons.confirmReject.unpack(chat.callbackQuery.data)
    const rejection = await asChosen(chat, reason, applicationId)
    await decisions.settle(chat, applicationId, { outcome: 'rejected', rejection })
    await notes.close(chat.viewer.personId ?? 0)
  })

  // Whoever goes back to the card, or to the desk, is not asked for a reason any more.
  composer.callbackQuery([buttons.openApplication.pattern, buttons.desk.pattern], stopListening)
  composer.command('desk', stopListening)

  return {
    composer,
    openWhere: notes.openWhere,

    /** What a coordinator writes while a reason is asked is that reason; of whoever is none any more it is not. */
    async takesOver(chat: Chat): Promise<boolean> {
      const typed = chat.message?.text
      const open = typed === undefined ? undefined : await openNote(chat)
      if (!open || typed === undefined) return false
      try {
        const opened = await decisions.rejectable(chat, open.applicationId)
        if (opened) await takeReason(chat, { ...open, activity: opened.activity }, typed)
        else await notes.close(open.personId)
        return true
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        await notes.close(open.personId)
        return false
      }
    },

    /** The question for a reason, or the look at the one that was typed. */
    async showsAgain(chat: Chat): Promise<boolean> {
      const open = await openNote(chat)
      const opened = open && (await decisions.stillRejectable(chat, open.applicationId))
      if (!opened) return false
      const { applicationId, text } = open
      chat.tell(
        text === null
          ? typedReasonQuestion(chat.words, { applicationId, name: await nameOf(applicationId) })
          : await preview(chat, { applicationId, activity: opened.activity }, { kind: 'typed', text }),
      )
      return true
    },

    /** `/cancel`: nobody is rejected. */
    async pauses(chat: Chat): Promise<boolean> {
      const open = await openNote(chat)
      if (!open) return false
      await notes.close(open.personId)
      chat.tell({ text: chat.words('activities:card.rejectCancelled') })
      return true
    },
  }

  /** What this person is asked to write a reason for, if anything. */
  async function openNote({ viewer: { personId } }: Chat) {
    const note = personId === null ? undefined : await notes.openOf(personId)
    return note && personId !== null ? { ...note, personId } : undefined
  }

  /** What is written next is the reason, whatever else was being filled in. */
  async function listen(chat: Chat, applicationId: number): Promise<void> {
    await notes.ask(chat.viewer.personId ?? 0, applicationId)
    await chat.conversation.exitAll()
  }

  async function stopListening({ viewer }: Chat, next: NextFunction): Promise<void> {
    if (viewer.personId !== null) await notes.close(viewer.personId)
    await next()
  }

  async function takeReason(
    chat: Chat,
    { applicationId, activity, personId }: { applicationId: number; activity: Activity; personId: number },
    typed: string,
  ): Promise<void> {
    try {
      const text = readTypedReason(typed)
      await notes.write(personId, text)
      chat.tell(await preview(chat, { activity, applicationId }, { kind: 'typed', text }))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const question = typedReasonQuestion(chat.words, { applicationId, name: await nameOf(applicationId) })
      chat.tell({ ...question, text: `⚠️ ${chat.words(error)}\n\n${question.text}` })
    }
  }

  /** A button carries a reason by its name; what was typed stands in the note about this very application. */
  async function asChosen(chat: Chat, reason: string, applicationId?: number): Promise<Rejection> {
    if (reason === 'unsaid' || rejectionReasons.some((name) => name === reason)) return readRejection(reason)
    const note = await notes.openOf(chat.viewer.personId ?? 0)
    if (reason !== 'typed' || !note?.text || note.applicationId !== applicationId) throw staleButton()
    return { kind: 'typed', text: note.text }
  }

  /** In the language in which the person will read it. */
  async function preview(
    chat: Chat,
    { applicationId, activity }: { applicationId: number; activity: Activity },
    rejection: Rejection,
  ): Promise<Message> {
    const application = await applications.read(applicationId)
    const theirs = (await people.languageOf(application?.personId ?? 0)) ?? chat.viewer.language
    const name = await nameOf(applicationId)
    return rejectionPreview(chat.words, {
      ...{ applicationId, name },
      note: rejection.kind === 'typed' ? ownWordsNote(chat.words, { name, reads: theirs }) : [],
      message: rejectionText(people.wordsIn(theirs), activity, rejection),
      reason: rejection.kind === 'known' ? rejection.reason : rejection.kind,
    })
  }

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }
}
