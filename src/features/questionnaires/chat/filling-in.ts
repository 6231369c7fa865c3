import type { Chat } from '../../../bot/context.ts'
import { draftSitting } from '../../../bot/drafts/draft-sitting.ts'
import { personIdOf } from '../../../bot/drafts/draft-sitting-needs.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Answering } from '../actions/answering.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { titleIn } from '../domain/form-language.ts'
import { notOpenBecause } from '../domain/questionnaire.ts'
import { isStepName } from '../domain/steps.ts'
import { askingView } from './asking-view.ts'
import { cardView } from './at-card.ts'
import { formQuestion } from './buttons.ts'
import type { SentFile } from './kinds/kind.ts'
import { isUpload } from './kinds/uploads.ts'
import { asksForLocation } from './location-keyboard.ts'
import type { Asking } from './scene.ts'
import type { TellLaidAside } from './sections/tell-laid-aside.ts'
import { takingAnswers } from './taking-answers.ts'
import { resumeRow } from './forms-views.ts'
import { whichOf } from './sections/section-card.ts'

export interface FillingInNeeds {
  filling: Answering
  /** Keeps a file that was sent as an answer; resolves with its number. */
  keepFile(responseId: number, file: SentFile): Promise<number>
  /** Shows the pictures and sounds of the open question; whether there was something. */
  showMedia(chat: Chat, standing: Asking): Promise<boolean>
  /** Tells colleagues that what they were answering is needed no more. */
  tellLaidAside: TellLaidAside
  clock: Clock
  /** Hands in the response and says so, and the sitting is over; or resolves with what has to be asked first. */
  handIn(chat: Chat, responseId: number): Promise<Asking | undefined>
}

export const screenOf = (responseId: number) => `form:${responseId}`

/** Answering a questionnaire, in the chat. */
export function fillingIn(needs: FillingInNeeds) {
  const { filling, keepFile, showMedia, clock, handIn, tellLaidAside } = needs
  const answer = takingAnswers({ filling, keepFile, whose: personIdOf })

  return draftSitting<string, Asking>({
    name: 'filling-in',
    buttons: formQuestion,
    isStep: isStepName,
    filling: {
      ...filling,
      async discard(id, personId) {
        const whole = await filling.standing(id)
        await tellLaidAside(whole, await filling.discard(id, personId))
      },
    },
    answer,
    view: async ({ words }, standing, refusal) => standingView(words, standing, refusal),
    beforeAsking: showMedia,
    submit: handIn,
    screenOf,
    async endedBecause(id) {
      const { questionnaire, response } = await filling.standing(id)
      if (response.state !== 'draft' || response.isTest) return undefined
      const closed = notOpenBecause(questionnaire, clock.now())
      return closed && questionnaireErrors.notOpen(closed)
    },
    async wantsFile(id) {
      const { asked } = await filling.standing(id)
      return asked?.kind === 'question' && isUpload(asked.question)
    },
    async wayBack({ words }, id) {
      const standing = await filling.standing(id, words.language)
      const form = titleIn(standing.form, words.language)
      const which = whichOf(words, standing)
      const title = which === undefined ? form : `${which} · ${form}`
      return { text: words('questionnaires:pause.waiting', { title }), row: resumeRow(words, id, title) }
    },
    // What is filled in for somebody is the desk's work as well, and would push it off the screen.
    yieldsTo: ({ forWhom }, command) => forWhom !== undefined && /^\/(desk|broadcast)\b/.test(command),
    coversKeyboard: asksForLocation,
    texts: () => ({
      paused: 'questionnaires:pause.paused',
      discard: 'questionnaires:review.discard',
      confirmDiscard: 'questionnaires:review.confirmDiscard',
      discarded: 'questionnaires:review.discarded',
    }),
  })
}

/** The question that is open, or the review or the card of the sections. */
export const standingView = (words: Words, standing: Asking, refusal?: string): Message =>
  standing.asked
    ? askingView(words, standing, standing.asked, refusal ?? standing.refusal)
    : cardView(words, standing, refusal)
