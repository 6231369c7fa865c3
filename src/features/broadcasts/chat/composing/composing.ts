import type { Message as TelegramMessage } from 'grammy/types'
import type { Chat } from '../../../../bot/context.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import { personIdOf, type TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { OpenKind } from '../../../../bot/drafts/open-work.ts'
import { typedChoice, wordsOfLastRow } from '../../../../bot/drafts/typed-words.ts'
import type { BroadcastStanding, FillBroadcast } from '../../actions/composing/fill-broadcast.ts'
import type { BroadcastRaw } from '../../actions/composing/reading.ts'
import type { submitBroadcast } from '../../actions/composing/submit-broadcast.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { isBroadcastStep, type BroadcastStep } from '../../domain/composing/steps.ts'
import type { AudienceStep } from './audience-step.ts'
import { broadcastQuestion, openDraft } from './buttons.ts'
import { lastQuestionView } from './last-question-view.ts'
import { broadcastPrompt } from './prompts.ts'
import { readMessage } from './read-message.ts'
import { lookingAtScene, type SceneNeeds } from './scene.ts'
import { broadcastStepView } from './step-view.ts'
import { broadcastSummaryView } from './summary-view.ts'

export interface ComposingNeeds extends Omit<SceneNeeds, 'audience'> {
  filling: FillBroadcast
  submit: ReturnType<typeof submitBroadcast>
  audience: AudienceStep
  /** It leaves, in a moment or later: the card of it, with undo. */
  showCard(chat: Chat, broadcast: ComposedDraft): Promise<void>
}

export type Composing = ReturnType<typeof composing>

/** Writing a broadcast: what it says, whom it is for, and a summary in which everything can be changed. */
export function composing(needs: ComposingNeeds) {
  const { filling, submit, audience, checking, showCard } = needs
  const sceneOf = lookingAtScene(needs)

  const sitting = draftSitting<BroadcastStep, BroadcastStanding>({
    name: 'broadcast',
    buttons: broadcastQuestion,
    isStep: isBroadcastStep,
    filling,
    answer,
    view,
    screenOf,
    async submit(tapped, draftId) {
      const submitted = await submit(draftId, personIdOf(tapped))
      if (submitted.kind === 'asks') return submitted.standing
      tapped.leave(screenOf(draftId))
      await showCard(tapped, submitted.draft)
      return undefined
    },
    async wantsFile(draftId, { media_group_id: album }) {
      const { step, draft } = await filling.standing(draftId)
      return takesMedia(step) || (album !== undefined && draft.notes.album === album)
    },
    takesRestOfAlbum,
    wayBack: ({ words }, draftId) =>
      Promise.resolve({
        text: words('composing:wayBack'),
        row: [{ text: words.plain('composing:goOn'), callback_data: openDraft.pack({ draftId }) }],
      }),
    texts: () => texts,
  })

  async function view(chat: Chat, standing: BroadcastStanding, refusal?: string) {
    const { words } = chat
    const { step, draft } = standing
    if (step === 'audience')
      return broadcastStepView(words, { draft, step }, await audience.prompt(chat, draft), refusal)
    const scene = await sceneOf(chat, standing)
    if (step !== 'summary')
      return broadcastStepView(words, { draft, step }, broadcastPrompt(words, step, scene), refusal)
    const asked = draft.notes.asked?.at(-1)
    return asked ? lastQuestionView(words, draft, asked) : broadcastSummaryView(words, scene, refusal)
  }

  async function answer(asked: Chat, standing: BroadcastStanding, draftId: number, tapped?: TappedAnswer) {
    const personId = personIdOf(asked)
    const { step, draft } = standing
    if (step === 'empty') return leaveOut(asked, draft, tapped)
    if (step !== 'audience')
      return filling.answer(
        draftId,
        personId,
        tapped ?? (await rawOf(asked, standing)),
        asked.viewer.language,
      )
    if (tapped?.kind === 'skip') throw composingErrors.gone()
    const text = asked.message?.text
    if (!tapped && text === undefined) throw composingErrors.textExpected()
    const told = await audience.answer(asked, draft, tapped ?? { kind: 'text', text: text ?? '' })
    return filling.address(draftId, personId, told)
  }

  /** Whoever has nothing in a field of the words gets it not at all. */
  async function leaveOut(
    asked: Chat,
    draft: ComposedDraft,
    tapped?: TappedAnswer,
  ): Promise<BroadcastStanding> {
    if (tapped?.kind !== 'choice') throw draftErrors.chooseOne()
    const { audience: meant } = draft
    const persons = (await checking.check(draft)).map(({ personId }) => personId)
    const without = { ...meant.without, persons: [...new Set([...meant.without.persons, ...persons])] }
    return filling.address(draft.id, draft.personId, { audience: { ...meant, without }, isChosen: true })
  }

  /** What somebody has written or sent; a label of a button counts as its tap. */
  async function rawOf(chat: Chat, standing: BroadcastStanding): Promise<BroadcastRaw> {
    const { step } = standing
    const message = chat.message
    if (!message || step === 'audience' || step === 'empty' || step === 'summary')
      throw composingErrors.textExpected()
    const { choices } = broadcastPrompt(chat.words, step, await sceneOf(chat, standing))
    if (step === 'field' && wordsOfLastRow(chat.words, message.text) === 'skip') return { kind: 'skip' }
    const chosen = message.text === undefined ? undefined : typedChoice(choices, message.text)
    return chosen
      ? { kind: 'choice', value: chosen.value }
      : { kind: 'message', message: readMessage(message) }
  }

  /** Each picture of an album is an update of its own; the question that stands open is not said again for it. */
  async function takesRestOfAlbum(chat: Chat, draftId: number): Promise<boolean> {
    if (!(await growsAlbum(chat, draftId, chat.message))) return false
    const standing = await filling.standing(draftId)
    if (standing.step === 'summary')
      chat.display(screenOf(draftId), await view(chat, standing), { isFresh: false })
    return true
  }

  async function growsAlbum(
    { viewer }: Chat,
    draftId: number,
    message: TelegramMessage | undefined,
  ): Promise<boolean> {
    if (message?.media_group_id === undefined) return false
    return filling.growAlbum(draftId, { ...readMessage(message), language: viewer.language })
  }

  const openKind: OpenKind = {
    sitting,
    openDraftOf: filling.openDraftOf,
    openWhere: filling.openWhere,
    help: ({ words }) => Promise.resolve(words('composing:help')),
  }

  return { sitting, openKind, screenOf, growsAlbum }
}

const texts = {
  paused: 'composing:paused',
  discard: 'composing:discard',
  confirmDiscard: 'composing:confirmDiscard',
  discarded: 'composing:discarded',
} as const

const screenOf = (draftId: number) => `broadcast:${draftId}`

const takesMedia = (step: string): boolean => step === 'content' || step === 'media'
