import type { ConversationBuilder } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import { isRestOfAlbum } from '../receiving/albums.ts'
import type { Chat } from '../context.ts'
import { stay } from '../conversation-store.ts'
import type { Sitting } from '../feature.ts'
import { DomainError, refusalOf } from '../../shared/domain-error.ts'
import { draftErrors } from '../../shared/own-draft.ts'
import { personIdOf, type Course, type DraftSittingNeeds } from './draft-sitting-needs.ts'
import { leavingDraft } from './leaving-draft.ts'
import { readTap, type Tap } from './question-buttons.ts'
import { wordsOfLastRow } from './typed-words.ts'

/** A sitting over a draft, whatever kind of draft it is. */
export type DraftSitting = Pick<
  ReturnType<typeof draftSitting>,
  'sitting' | 'sitDown' | 'remind' | 'takeUpAgain' | 'leave' | 'takes' | 'buttonsPattern'
>

/**
 * Filling in a draft. The draft is the truth and the question follows from it, so the sitting itself remembers nothing:
 * it can be left, lost in a deploy, or entered anew at any step, and nobody notices.
 */
export function draftSitting<Step extends string, Standing extends { step: Step | 'summary' }>(
  needs: DraftSittingNeeds<Step, Standing>,
) {
  const { name, buttons, filling, screenOf } = needs
  const { end, leave, discard, askDiscard } = leavingDraft(needs)

  /** Sees every update as its first one. The one that it was entered by is no answer. */
  const builder: ConversationBuilder<Chat, Context> = async (
    conversation,
    update,
    draftId: number,
    enteredBy: number,
  ) => {
    const isEntering = update.update.update_id === enteredBy
    if (isEntering || !isForMe(update) || isAboutAnother(update, draftId))
      await conversation.skip({ next: true })
    if (update.message?.document && !(await conversation.external(() => wantsFile(draftId, update))))
      await conversation.skip({ next: true })
    await conversation.external(async (chat) => {
      if ((await take(chat, draftId)) === 'goes on') stay(chat)
    })
  }
  const sitting: Sitting = { name, builder }

  /** Taps on the live question, words and contacts; commands, files and every other button go on to whom they belong. */
  function isForMe(update: Context): boolean {
    if (update.callbackQuery) return update.callbackQuery.data?.startsWith(`${buttons.prefix}.`) ?? false
    const message = update.message
    if (message?.text !== undefined) return !message.text.startsWith('/')
    return message !== undefined && (message.document === undefined || needs.wantsFile !== undefined)
  }

  const wantsFile = async (draftId: number, { message }: Context): Promise<boolean> =>
    message !== undefined && ((await needs.wantsFile?.(draftId, message)) ?? false)

  /** The same for somebody whose sitting was lost. */
  const takes = async (update: Context, draftId: number): Promise<boolean> =>
    isForMe(update) && (update.message?.document === undefined || (await wantsFile(draftId, update)))

  /** A button says which draft it belongs to; those of another one lead to that one's sitting. */
  const isAboutAnother = ({ callbackQuery }: Context, draftId: number): boolean =>
    callbackQuery?.data !== undefined && Number(callbackQuery.data.split(':')[1]) !== draftId

  /** Sits down at a draft and asks what is open, underneath whatever led here. */
  async function sitDown(chat: Chat, draftId: number): Promise<void> {
    const ended = await needs.endedBecause?.(draftId)
    if (ended) return void (await end(chat, draftId, ended))
    const standing = await filling.standing(draftId)
    await needs.beforeAsking?.(chat, standing)
    const message = await needs.view(chat, standing)
    chat.display(screenOf(draftId), message, { isFresh: true })
    await enter(chat, draftId)
  }

  /** After something else was said: the open question again, but of what is complete only the way back. */
  async function remind(chat: Chat, draftId: number): Promise<void> {
    const standing = await filling.standing(draftId)
    if (needs.yieldsTo?.(standing, chat.message?.text ?? '')) {
      await leave(chat, draftId)
      return chat.conversation.exitAll()
    }
    const back = standing.step === 'summary' ? await needs.wayBack?.(chat, draftId) : undefined
    if (!back || (await needs.endedBecause?.(draftId))) return sitDown(chat, draftId)
    // The home card leads there already.
    if (chat.message?.text !== '/start') chat.tell({ text: back.text, keyboard: [back.row] })
  }

  async function enter(chat: Chat, draftId: number): Promise<void> {
    await chat.conversation.exitAll()
    await chat.conversation.enter(name, draftId, chat.update.update_id)
  }

  /** Takes an update for somebody whose sitting was lost, e.g. in a deploy, and sits down again. */
  async function takeUpAgain(chat: Chat, draftId: number): Promise<void> {
    if ((await take(chat, draftId)) === 'goes on') await enter(chat, draftId)
  }

  /** One update of a sitting. Refusals are said with the question, so that nothing is lost and nobody is thrown out. */
  async function take(chat: Chat, draftId: number): Promise<Course> {
    try {
      const tap = chat.callbackQuery?.data
        ? readTap(buttons, needs.isStep, chat.callbackQuery.data)
        : undefined
      const isThrowingAway = tap?.kind === 'askDiscard' || tap?.kind === 'discard'
      const ended = isThrowingAway ? undefined : await needs.endedBecause?.(tap?.draftId ?? draftId)
      if (ended) return await end(chat, tap?.draftId ?? draftId, ended)
      return tap ? await takeTap(chat, tap) : await takeWords(chat, draftId)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return refuse(chat, draftId, error)
    }
  }

  async function refuse(chat: Chat, draftId: number, error: DomainError): Promise<Course> {
    const gone = await refusalOf(() => filling.draftOf(draftId, personIdOf(chat)))
    if (chat.callbackQuery) {
      chat.toast(chat.words.plain(error), !error.isDone)
      return gone ? 'is over' : 'goes on'
    }
    if (!gone) return ask(chat, draftId, await filling.standing(draftId), chat.words(error))
    // Whatever was wrong with the words, a draft that is not theirs takes none.
    chat.tell({ text: chat.words(gone) })
    return 'is over'
  }

  async function takeWords(chat: Chat, draftId: number): Promise<Course> {
    if (await needs.takesRestOfAlbum?.(chat, draftId)) return 'goes on'
    if (isRestOfAlbum(chat.message)) return 'goes on'
    const command = wordsOfLastRow(chat.words, chat.message?.text)
    if (command === 'pause') return leave(chat, draftId)
    if (command === 'back') return ask(chat, draftId, await filling.back(draftId, personIdOf(chat)))
    const standing = await filling.standing(draftId)
    if (needs.isAskedOtherwise?.(standing)) return ask(chat, draftId, standing)
    if (standing.step === 'summary') throw draftErrors.chooseOne()
    return ask(chat, draftId, await needs.answer(chat, standing, draftId))
  }

  async function takeTap(chat: Chat, tap: Tap<Step>): Promise<Course> {
    const { draftId } = tap
    const { revision } = await filling.draftOf(draftId, personIdOf(chat))
    if (tap.kind === 'pause') return leave(chat, draftId)
    if (tap.kind === 'keep') {
      chat.toast(chat.words.plain('bot:drafts.kept'))
      return ask(chat, draftId, await filling.standing(draftId))
    }
    if (tap.kind === 'askDiscard') return askDiscard(chat, draftId)
    if (tap.kind === 'discard') return discard(chat, draftId)
    if (needs.isAskedOtherwise?.(await filling.standing(draftId)))
      return ask(chat, draftId, await filling.standing(draftId))
    if (tap.revision !== revision && !isTick(tap)) return ask(chat, draftId, await insteadOf(draftId))
    if (tap.kind !== 'submit') return ask(chat, draftId, await answerTapped(chat, tap))
    const open = await needs.submit(chat, draftId)
    return open ? ask(chat, draftId, open) : 'is over'
  }

  /** A tick says what shall be, not what to change: quick ones in a row all count, and one that comes twice counts once. */
  const isTick = (tap: Tap<Step>): boolean => tap.kind === 'pick' && /^([+-]|done$)/.test(tap.value)

  async function answerTapped(
    chat: Chat,
    tap: Extract<Tap<Step>, { kind: 'pick' | 'change' | 'skip' | 'back' }>,
  ): Promise<Standing> {
    const { draftId } = tap
    if (tap.kind === 'back') return filling.back(draftId, personIdOf(chat))
    if (tap.kind === 'change') return filling.change(draftId, personIdOf(chat), tap.step)
    const standing = await filling.standing(draftId)
    if (tap.kind === 'skip') return needs.answer(chat, standing, draftId, { kind: 'skip' })
    if (tap.step !== standing.step) return insteadOf(draftId)
    return needs.answer(chat, standing, draftId, { kind: 'choice', value: tap.value })
  }

  /** An old button is answered already, unless what it stood on has been taken away: then it leads to what is asked now. */
  async function insteadOf(draftId: number): Promise<Standing> {
    const standing = await filling.standing(draftId)
    if (needs.isCutShort?.(standing)) return standing
    throw draftErrors.answered()
  }

  async function ask(chat: Chat, draftId: number, standing: Standing, refusal?: string): Promise<Course> {
    const isBeneath = refusal === undefined && ((await needs.beforeAsking?.(chat, standing)) ?? false)
    const message = await needs.view(chat, standing, refusal)
    chat.display(screenOf(draftId), message, isBeneath ? { isFresh: true } : {})
    return needs.isOver?.(standing) ? 'is over' : 'goes on'
  }

  const buttonsPattern = new RegExp(`^${RegExp.escape(buttons.prefix)}\\.`)
  return { sitting, sitDown, remind, takeUpAgain, leave, takes, buttonsPattern }
}
