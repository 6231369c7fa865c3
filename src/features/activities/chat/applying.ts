import type { ConversationBuilder } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Sitting } from '../../../bot/feature.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import { nameFromTelegram, type People } from '../../people/index.ts'
import type { answering, Standing } from '../actions/answer-step.ts'
import type { Raw } from '../actions/read-answer.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import { activityErrors } from '../domain/errors.ts'
import { isOptional } from '../domain/steps.ts'
import * as buttons from './buttons.ts'
import { promptOf } from './prompts.ts'
import { stepView, type StepScene } from './step-view.ts'
import { readTap } from './read-tap.ts'
import { summaryView } from './summary-view.ts'

export interface ApplyingNeeds {
  activities: ActivityStore
  people: People
  filling: ReturnType<typeof answering>
  /** Hands in the draft and tells everybody; the sitting is over then. */
  handIn(chat: Chat, applicationId: number): Promise<void>
}

export const screenOf = (applicationId: number) => `apply:${applicationId}`

/** What becomes of the sitting after an update. */
type Course = 'goes on' | 'is over'

export type Applying = ReturnType<typeof applying>

/**
 * Filling in an application. The draft is the truth and the question follows from it, so the sitting itself remembers
 * nothing: it can be left, lost in a deploy, or entered anew at any step, and nobody notices.
 */
export function applying({ activities, people, filling, handIn }: ApplyingNeeds) {
  const builder: ConversationBuilder<Chat, Context> = async (
    conversation,
    _entered,
    applicationId: number,
  ) => {
    for (;;) {
      const here = conversation.checkpoint()
      const update = await conversation.wait()
      if (!isForMe(update)) await conversation.skip({ next: true })
      const course = await conversation.external((chat) => take(chat, applicationId))
      if (course === 'is over') return
      await conversation.rewind(here)
    }
  }
  const sitting: Sitting = { name: 'applying', builder }

  /** Sits down at a draft and asks what is open. */
  async function sitDown(chat: Chat, applicationId: number): Promise<void> {
    await ask(chat, await filling.standing(applicationId))
    await enter(chat, applicationId)
  }

  async function enter(chat: Chat, applicationId: number): Promise<void> {
    await chat.conversation.exitAll()
    await chat.conversation.enter(sitting.name, applicationId)
  }

  /** Takes an update for somebody whose sitting was lost, e.g. in a deploy, and sits down again. */
  async function takeUpAgain(chat: Chat, applicationId: number): Promise<void> {
    if ((await take(chat, applicationId)) === 'goes on') await enter(chat, applicationId)
  }

  /** One update of a sitting. Refusals are said with the question, so that nothing is lost and nobody is thrown out. */
  async function take(chat: Chat, applicationId: number): Promise<Course> {
    try {
      return chat.callbackQuery?.data
        ? await takeTap(chat, chat.callbackQuery.data)
        : await takeWords(chat, applicationId)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return refuse(chat, applicationId, error)
    }
  }

  async function refuse(chat: Chat, applicationId: number, error: DomainError): Promise<Course> {
    if (chat.callbackQuery) {
      chat.toast(chat.words.plain(error), true)
      return 'goes on'
    }
    const draft = await filling.draftOf(applicationId, personIdOf(chat)).catch(() => undefined)
    if (draft) await ask(chat, await filling.standing(applicationId), chat.words(error))
    else chat.tell({ text: chat.words(error) })
    return draft ? 'goes on' : 'is over'
  }

  async function takeWords(chat: Chat, applicationId: number): Promise<Course> {
    const { step, ...standing } = await filling.standing(applicationId)
    const command = wordsOfLastRow(chat)
    if (command === 'pause') return leave(chat, applicationId)
    if (command === 'back') return follow(chat, await filling.back(applicationId, personIdOf(chat)))
    if (step === 'summary') throw activityErrors.chooseOne()
    const raw = await rawOf(chat, step, await sceneOf(chat, { ...standing, step }))
    const isPhone = step === 'phone'
    const next = await filling.answer(applicationId, personIdOf(chat), raw, answererOf(chat))
    if (isPhone && raw.kind !== 'skip') showPhone(chat, next)
    return follow(chat, next)
  }

  async function takeTap(chat: Chat, data: string): Promise<Course> {
    const tap = readTap(data)
    const { application, step } = await filling.standing(tap.applicationId)
    await filling.draftOf(tap.applicationId, personIdOf(chat))
    if (tap.kind === 'pause') return leave(chat, tap.applicationId)
    if (tap.kind === 'discard' || tap.kind === 'askDiscard' || tap.kind === 'keep')
      return discarding(chat, tap)
    if (tap.revision !== application.revision) throw activityErrors.answered()
    switch (tap.kind) {
      case 'pick':
        if (tap.step !== step) throw activityErrors.answered()
        return follow(
          chat,
          await filling.answer(
            tap.applicationId,
            personIdOf(chat),
            { kind: 'choice', value: tap.value },
            answererOf(chat),
          ),
        )
      case 'skip':
        return follow(
          chat,
          await filling.answer(tap.applicationId, personIdOf(chat), { kind: 'skip' }, answererOf(chat)),
        )
      case 'back':
        return follow(chat, await filling.back(tap.applicationId, personIdOf(chat)))
      case 'change':
        return follow(chat, await filling.change(tap.applicationId, personIdOf(chat), tap.step))
      case 'submit':
        await handIn(chat, tap.applicationId)
        return 'is over'
    }
  }

  async function discarding(
    chat: Chat,
    { kind, applicationId }: { kind: string; applicationId: number },
  ): Promise<Course> {
    const { words } = chat
    if (kind === 'keep') return follow(chat, await filling.standing(applicationId))
    if (kind === 'discard') {
      await filling.discard(applicationId, personIdOf(chat))
      chat.display(screenOf(applicationId), { text: words('activities:summary.discarded') })
      return 'is over'
    }
    chat.display(screenOf(applicationId), {
      text: words('activities:summary.confirmDiscard'),
      keyboard: [
        [
          {
            text: words.plain('activities:summary.discard'),
            callback_data: buttons.discard.pack({ applicationId }),
          },
        ],
        [{ text: words.plain('bot:back'), callback_data: buttons.keep.pack({ applicationId }) }],
      ],
    })
    return 'goes on'
  }

  async function follow(chat: Chat, standing: Standing): Promise<Course> {
    await ask(chat, standing)
    return 'goes on'
  }

  async function leave(chat: Chat, applicationId: number): Promise<Course> {
    await filling.pause(applicationId, personIdOf(chat))
    chat.leave(screenOf(applicationId))
    chat.tell({ text: chat.words('activities:steps.paused'), replyKeyboard: 'remove' })
    return 'is over'
  }

  async function ask(chat: Chat, standing: Standing, refusal?: string): Promise<void> {
    const scene = await sceneOf(chat, standing)
    const message =
      standing.step === 'summary'
        ? summaryView({ ...scene, ...(await firmOf(standing)) })
        : stepView(standing.step, { ...scene, ...(refusal ? { refusal } : {}) })
    chat.display(screenOf(standing.application.id), message)
  }

  /** Sharing a number leaves the phone's keyboard covered; the confirmation takes that away and shows what was read. */
  function showPhone(chat: Chat, { application: { answers } }: Standing): void {
    if (answers.phone === undefined) return
    const key = answers.isPhoneVerified
      ? 'activities:steps.phone.verified'
      : 'activities:steps.phone.unverified'
    chat.tell({ text: chat.words(key, { phone: answers.phone }), replyKeyboard: 'remove' })
  }

  async function firmOf({ application: { firmId, personId } }: Standing) {
    const firm = firmId === null ? undefined : await people.firms.read(firmId)
    const state = firmId === null ? undefined : await people.firms.stateOf(firmId, personId)
    return { firm, isFirmConfirmed: state === 'member' }
  }

  async function sceneOf(chat: Chat, { application, isTrip, step }: Standing): Promise<StepScene> {
    const activity = await activities.read(application.activityId)
    if (!activity) throw activityErrors.unknown()
    const proposedName = answererOf(chat).proposedName
    return {
      words: chat.words,
      activity,
      application,
      isTrip,
      firms: step === 'firm' ? await firmsToOffer(application) : [],
      ...(proposedName ? { proposedName } : {}),
    }
  }

  async function firmsToOffer({ answers, filledBy, personId }: Standing['application']) {
    const own = (await people.firms.membershipsOf(filledBy ?? personId)).map(({ firm }) => firm)
    // Who applies for a colleague speaks for a firm of their own only.
    if (answers.firmQuery === undefined || filledBy !== null) return own
    return people.firms.search(answers.firmQuery)
  }

  return { sitting, sitDown, takeUpAgain, ask, leave, isForMe }
}

const personIdOf = (chat: Chat): number => {
  if (chat.viewer.personId === null) throw activityErrors.notYours()
  return chat.viewer.personId
}

const answererOf = ({ viewer }: Chat) => ({
  language: viewer.language,
  proposedName: nameFromTelegram(
    { firstName: viewer.firstName, ...(viewer.lastName ? { lastName: viewer.lastName } : {}) },
    viewer.language,
  ),
})

/** Taps on the live question, words and contacts; commands and every other button go on to whom they belong. */
function isForMe(update: Context): boolean {
  if (update.callbackQuery) return update.callbackQuery.data?.startsWith('a.s.') ?? false
  const message = update.message
  if (message?.text !== undefined) return !message.text.startsWith('/')
  return message !== undefined
}

/** What the last row says can be typed as well, in the person's language. */
function wordsOfLastRow(chat: Chat): 'pause' | 'back' | undefined {
  const typed = chat.message?.text
  if (typed === undefined) return undefined
  const says = (text: string) => foldForSearch(text) === foldForSearch(typed)
  if (says(chat.words.plain('activities:steps.pause'))) return 'pause'
  if (says(chat.words.plain('activities:steps.back'))) return 'back'
  return undefined
}

async function rawOf(chat: Chat, step: Exclude<Standing['step'], 'summary'>, scene: StepScene): Promise<Raw> {
  const contact = chat.message?.contact
  if (contact) {
    const isForwarded = chat.message?.forward_origin !== undefined
    return {
      kind: 'contact',
      phone: contact.phone_number,
      isOwn: contact.user_id === chat.viewer.userId && !isForwarded,
    }
  }
  const text = chat.message?.text
  if (text === undefined) throw activityErrors.textExpected()
  const { choices } = promptOf(step, scene)
  const folded = foldForSearch(text)
  const byNumber = step === 'firm' || step === 'firmCluster' ? choices[Number(text.trim()) - 1] : undefined
  const chosen =
    byNumber ??
    choices.find(({ label, value }) => folded !== '' && (foldForSearch(label) === folded || value === text))
  if (chosen && step !== 'languages') return { kind: 'choice', value: chosen.value }
  if (isOptional(step) && foldForSearch(chat.words.plain('activities:steps.skip')) === folded)
    return { kind: 'skip' }
  return { kind: 'text', text }
}
