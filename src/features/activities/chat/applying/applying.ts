import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import { closedBecause, titleOf } from '../../domain/activity.ts'
import type { StepName } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { applicationQuestion } from '../buttons.ts'
import { personIdOf, type TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import {
  isApplyingStep,
  isFormStep,
  sittingWithForm,
  type ApplyingStanding,
  type FillingWithForm,
  type FormStep,
} from './applying-with-form.ts'
import { answererOf, applyingScene } from './applying-scene.ts'
import { firmOf } from '../firm-of.ts'
import { frameOf } from './form-frame.ts'
import { phoneLine } from './person-prompts.ts'
import { rawOf } from './read-raw.ts'
import { stepView } from './step-view.ts'
import { summaryView } from './summary-view.ts'
import { resumeRow } from '../trips/trips-views.ts'

export interface ApplyingNeeds {
  activities: ActivityStore
  people: People
  clock: Clock
  filling: FillingWithForm
  /** Hands in the draft and tells everybody, and the sitting is over; or resolves with what has to be asked first. */
  handIn: (chat: Chat, applicationId: number) => Promise<ApplyingStanding | undefined>
}

export const screenOf = (applicationId: number) => `apply:${applicationId}`

export type Applying = ReturnType<typeof applying>

/** Filling in an application, in the chat. */
export function applying({ activities, people, clock, filling, handIn }: ApplyingNeeds) {
  const sceneOf = applyingScene({ activities, people })

  /** Takes an answer; a number that was shared or typed is shown as it was read. */
  async function answer(
    chat: Chat,
    standing: ApplyingStanding,
    id: number,
    tapped?: TappedAnswer,
  ): Promise<ApplyingStanding> {
    if (isFormStep(standing.step)) return filling.answerForm(chat, standing, personIdOf(chat), tapped)
    const raw = tapped ?? rawOf(chat, standing, await sceneOf(chat, standing))
    await filling.answer(id, personIdOf(chat), raw, answererOf(chat, standing))
    const next = await filling.standing(id)
    if (standing.step === 'phone' && raw.kind !== 'skip') showPhone(chat, next)
    return next
  }

  async function view(chat: Chat, standing: ApplyingStanding, refused?: string): Promise<Message> {
    const scene = await sceneOf(chat, standing)
    const refusal = refused ?? standing.refusal
    const why = refusal ? { refusal } : {}
    const { step, form, application } = standing
    const formShown = form ? { lines: form.lines(chat.words) } : standing.ended?.(chat.words)
    if (step === 'summary')
      return summaryView({
        ...scene,
        ...(await firmOf(people, application)),
        ...why,
        ...(formShown ? { formShown } : {}),
      })
    if (isFormStep(step)) {
      if (!form) throw activityErrors.answered()
      return form.view(chat.words, frameOf(scene, form), refusal)
    }
    return stepView(step, { ...scene, ...why, ...(form ? { ofForm: form.progress.of } : {}) })
  }

  /** Sharing a number leaves the phone's keyboard covered; the confirmation takes that away and shows what was read. */
  function showPhone(chat: Chat, { application }: ApplyingStanding): void {
    const { answers } = application
    if (answers.phone === undefined || answers.phoneReadings) return
    // Underneath a tap too: the next question follows it.
    if (chat.callbackQuery) chat.leave(screenOf(application.id))
    const key = answers.isPhoneVerified
      ? 'activities:steps.phone.verified'
      : application.filledBy === null
        ? 'activities:steps.phone.unverified'
        : 'activities:steps.phone.unverifiedColleague'
    chat.tell({
      text: chat.words(key, { phone: phoneLine(chat.words, answers.phone) }),
      replyKeyboard: 'remove',
    })
  }

  return draftSitting<StepName | FormStep, ApplyingStanding>({
    name: 'applying',
    buttons: applicationQuestion,
    isStep: isApplyingStep,
    filling,
    answer,
    view,
    async beforeAsking(chat, { step, form }) {
      if (form?.news) {
        chat.tell({ text: form.news.text(chat.words) })
        await form.news.markTold()
      }
      return (isFormStep(step) && (await form?.showMedia(chat)) === true) || form?.news !== undefined
    },
    isAskedOtherwise: ({ form }) => form?.news !== undefined,
    submit: handIn,
    async endedBecause(id) {
      const { application } = await filling.standing(id)
      const activity = await activities.read(application.activityId)
      const closed =
        activity && application.state === 'draft' ? closedBecause(activity, clock.now()) : undefined
      return closed && activityErrors.notOpen(closed)
    },
    async wayBack({ words }, id) {
      const { application } = await filling.standing(id)
      const activity = await activities.read(application.activityId)
      const title = activity ? titleOf(activity, words.language) : ''
      return {
        text: words('activities:summary.waiting', { title }),
        row: resumeRow(words, application, title),
      }
    },
    isCutShort: ({ ended }) => ended !== undefined,
    ...sittingWithForm((id) => filling.standing(id)),
    screenOf,
    texts: () => ({
      paused: 'activities:steps.paused',
      discard: 'activities:summary.discard',
      confirmDiscard: 'activities:summary.confirmDiscard',
      discarded: 'activities:summary.discarded',
    }),
  })
}
