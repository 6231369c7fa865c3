import type { Chat } from '../../../../bot/context.ts'
import type { TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import type { AnswerSentBack, Reopened } from '../../actions/life/answer-sent-back.ts'
import { isTrip } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import type { SentBack } from '../../domain/sent-back.ts'
import type { ApplicationForms, FormInside } from '../applying/application-forms.ts'
import { formPrefix, isFormStep, refOf, type ApplyingStanding } from '../applying/applying-with-form.ts'

export interface AgainStandingNeeds {
  verbs: AnswerSentBack
  forms: ApplicationForms
}

/** What is asked again, core and form together: one question after the other. */
export interface AgainStanding extends ApplyingStanding, Pick<Reopened, 'activity' | 'sentBack'> {}

/** The verbs of answering what is asked again, where an activity has a form as well: its questions come behind the core's. */
export function againStanding({ verbs, forms }: AgainStandingNeeds) {
  /** The question of the form that is open; what is asked no more, because of another answer, counts as answered. */
  async function openForm({ application, sentBack }: Reopened): Promise<FormInside | undefined> {
    const named = sentBack.asked.filter(isFormStep)
    if (named.length === 0 || application.changing !== null) return undefined
    const form = await forms.reopened(refOf(application, false))
    if (!form || form.step !== undefined) return form
    for (const step of named.filter((one) => !sentBack.answered.includes(one))) {
      const opened = await unlessGone(() => form.change(step.slice(formPrefix.length)))
      if (opened) return opened
    }
    return form
  }

  function together(core: Reopened, form: FormInside | undefined): AgainStanding {
    const { application } = core
    return {
      ...core,
      isTrip: isTrip(core.activity.kind),
      step: application.changing ?? (form?.step ? `${formPrefix}${form.step}` : 'summary'),
      ...(form ? { form } : {}),
      application: { ...application, revision: application.revision + (form?.revision ?? 0) },
    }
  }

  async function standing(id: number): Promise<AgainStanding> {
    const core = await verbs.standing(id)
    return together(core, await openForm(core))
  }

  return {
    standing,

    async draftOf(id: number, personId: number) {
      await verbs.theirs(id, personId)
      return (await standing(id)).application
    },

    async back(id: number, personId: number): Promise<AgainStanding> {
      const { form } = await standing(id)
      const last = await verbs.back(id, personId)
      if (last !== undefined && isFormStep(last) && form)
        await unlessGone(() => form.change(last.slice(formPrefix.length)))
      return standing(id)
    },

    change: (): Promise<AgainStanding> => Promise.reject(activityErrors.answered()),
    discard: (): Promise<void> => Promise.reject(activityErrors.answered()),
    pause: verbs.pause,

    /** Takes an answer to the form's question that is open. */
    async answerForm(chat: Chat, now: AgainStanding, personId: number, tapped?: TappedAnswer) {
      const { application, form, step } = now
      await verbs.theirs(application.id, personId)
      if (!form) throw activityErrors.answered()
      const after = await form.answer(chat, tapped)
      const isLeft = `${formPrefix}${after.step ?? ''}` !== step
      if (!isLeft) return together(await verbs.standing(application.id), after)
      await verbs.formAnswered(application.id, now.sentBack, step)
      return standing(application.id)
    },
  }
}

/** A question that another answer has made superfluous, or that a newer form has no more. */
async function unlessGone<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** How far somebody is; a question that has come up by another answer is counted with the one before. */
export const progressAgain = ({ asked, answered }: SentBack) => ({
  at: Math.min(answered.length + 1, asked.length),
  of: asked.length,
})
