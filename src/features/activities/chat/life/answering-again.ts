import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import { personIdOf, type TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { OpenKind } from '../../../../bot/drafts/open-work.ts'
import { progressLine } from '../../../../bot/drafts/question-view.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { People } from '../../../people/index.ts'
import { isAskedAgain, type AnswerSentBack } from '../../actions/life/answer-sent-back.ts'
import type { SentBackStore } from '../../data/life/sent-back-store.ts'
import { titleOf } from '../../domain/activity.ts'
import { referenceOf, type StepName } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import type { ApplicationForms } from '../applying/application-forms.ts'
import {
  isApplyingStep,
  isFormStep,
  formPrefix,
  refOf,
  sittingWithForm,
  type FormStep,
} from '../applying/applying-with-form.ts'
import { answererOf } from '../applying/applying-scene.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { rawOf } from '../applying/read-raw.ts'
import { stepView, type StepScene } from '../applying/step-view.ts'
import { againStanding, progressAgain, type AgainStanding } from './again-standing.ts'
import { changeLines } from './sent-back-views.ts'

export interface AnsweringAgainNeeds {
  verbs: AnswerSentBack
  sentBacks: SentBackStore
  forms: ApplicationForms
  people: People
  coordinators: Pick<Coordinators, 'hearOfAnswers'>
  copies: Pick<CardCopies, 'refresh'>
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
}

const screenOf = (applicationId: number) => `again:${applicationId}`

/** Questions of an application that were opened again: one at a time, and with the last answer it is sent. */
export function answeringAgain(needs: AnsweringAgainNeeds) {
  const { verbs, sentBacks, forms, people, coordinators, copies } = needs
  const filling = againStanding(needs)

  async function answer(
    chat: Chat,
    now: AgainStanding,
    id: number,
    tapped?: TappedAnswer,
  ): Promise<AgainStanding> {
    const next = isFormStep(now.step)
      ? await filling.answerForm(chat, now, personIdOf(chat), tapped)
      : await answerCore(chat, now, id, tapped)
    if (next.step !== 'summary') return next
    const wrong = await next.form?.left(chat.words)
    if (wrong) return { ...next, form: wrong.form, step: `${formPrefix}${wrong.form.step ?? ''}` }
    return handIn(chat, next, id)
  }

  async function answerCore(chat: Chat, now: AgainStanding, id: number, tapped?: TappedAnswer) {
    const raw = tapped ?? rawOf(chat, now, sceneOf(chat, now))
    await verbs.answer(id, personIdOf(chat), raw, answererOf(chat, now))
    const next = await filling.standing(id)
    // The phone's own keyboard comes back with the answer.
    if (now.step === 'phone' && next.step !== 'phone')
      chat.tell({ text: chat.words('life:sentBack.noted'), replyKeyboard: 'remove' })
    return next
  }

  /** It is with the coordinators again: their cards say what has changed. */
  async function handIn(chat: Chat, now: AgainStanding, id: number): Promise<AgainStanding> {
    await forms.handInAgain(chat, refOf(now.application, false))
    const { application, activity } = await verbs.handIn(id, personIdOf(chat))
    await copies.refresh(application, activity)
    await coordinators.hearOfAnswers(application, activity)
    return { ...now, sentBack: (await sentBacks.of(id)) ?? now.sentBack }
  }

  function sceneOf({ words }: Chat, { application, activity, isTrip, sentBack }: AgainStanding): StepScene {
    const title = titleOf(activity, words.language)
    return {
      ...{ words, activity, application, isTrip, firms: [] },
      frame: {
        head: [
          progressLine(words, title, progressAgain(sentBack)),
          ...(sentBack.sentence ? [words('life:sentBack.why', { sentence: sentBack.sentence })] : []),
        ].join('\n'),
        buttons: buttons.againQuestion,
        hasBack: sentBack.answered.length > 0,
      },
    }
  }

  async function view(chat: Chat, now: AgainStanding, refused?: string): Promise<Message> {
    const { step, form, application } = now
    if (step === 'summary') return received(chat, now)
    const scene = sceneOf(chat, now)
    if (!isFormStep(step)) return stepView(step, { ...scene, ...(refused ? { refusal: refused } : {}) })
    if (!form) throw activityErrors.answered()
    const head = scene.frame?.head ?? ''
    const frame = { head, buttons: buttons.againQuestion, draft: application, stepPrefix: formPrefix }
    return form.view(chat.words, frame, refused)
  }

  async function received({ words }: Chat, { activity, application, sentBack }: AgainStanding) {
    const shown = sentBack.asked.some(isFormStep) ? await forms.shown(application.id) : undefined
    return {
      text: [
        words('life:sentBack.done', {
          title: titleOf(activity, words.language),
          reference: referenceOf(activity.code, application.number),
        }),
        changeLines(words, sentBack, shown?.(words)).join('\n'),
      ].join('\n\n'),
      keyboard: [
        [
          {
            text: words.plain('activities:trips.see'),
            callback_data: buttons.seeBelow.pack({ applicationId: application.id }),
          },
        ],
      ],
    }
  }

  const wayBack = async ({ words }: Chat, applicationId: number) => {
    const { activity } = await verbs.standing(applicationId)
    const title = titleOf(activity, words.language)
    return {
      text: words('life:sentBack.paused', { title }),
      row: [
        {
          text: words.plain('life:sentBack.answer'),
          callback_data: buttons.answerAgain.pack({ applicationId }),
        },
      ],
    }
  }

  const sitting = draftSitting<StepName | FormStep, AgainStanding>({
    name: 'answering-again',
    buttons: buttons.againQuestion,
    isStep: isApplyingStep,
    filling,
    answer,
    view,
    beforeAsking: async (chat, { step, form }) => isFormStep(step) && (await form?.showMedia(chat)) === true,
    isOver: ({ step }) => step === 'summary',
    submit: () => Promise.reject(activityErrors.answered()),
    async endedBecause(id) {
      return isAskedAgain(await verbs.standing(id)) ? undefined : activityErrors.notAskedAgain()
    },
    wayBack,
    ...sittingWithForm((id) => filling.standing(id)),
    screenOf,
    texts: ({ activity }, language) => ({
      paused: 'life:sentBack.paused',
      title: titleOf(activity, language),
      discard: 'activities:summary.discard',
      confirmDiscard: 'activities:summary.confirmDiscard',
      discarded: 'activities:summary.discarded',
    }),
  })

  const composer = new Composer<Chat>()
  composer.callbackQuery(buttons.answerAgain.pattern, async (chat) => {
    const { applicationId } = buttons.answerAgain.unpack(chat.callbackQuery.data)
    await verbs.theirs(applicationId, await people.becomePerson(chat.viewer))
    await needs.pauseOthers(chat)
    await sentBacks.sitDown(applicationId)
    await sitting.sitDown(chat, applicationId)
  })

  const openKind: OpenKind = {
    sitting,
    openDraftOf: (personId) => sentBacks.openBy(personId),
    openWhere: sentBacks.openWhere,
    async help({ words }, id) {
      const { activity } = await verbs.standing(id)
      return words('life:sentBack.help', { title: titleOf(activity, words.language) })
    },
  }
  return { composer, openKind }
}
