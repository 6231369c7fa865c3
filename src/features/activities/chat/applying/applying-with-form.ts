import type { Chat } from '../../../../bot/context.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { answering, Standing } from '../../actions/answer-step.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import { mayHaveForm } from '../../domain/activity.ts'
import { isStepName, type Application, type StepName } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { toldInCore } from '../../domain/told-in-core.ts'
import type { ApplicationForms, ApplicationRef, FormInside, FormShown } from './application-forms.ts'

export interface ApplyingWithFormNeeds {
  activities: ActivityStore
  filling: ReturnType<typeof answering>
  forms: ApplicationForms
}

/** A question of the form: its short name behind a prefix that no step of the core has. */
export type FormStep = `f-${string}`
export const formPrefix = 'f-'
export const isFormStep = (text: string): text is FormStep => /^f-[0-9a-z]{1,8}$/.test(text)
export const isApplyingStep = (text: string): text is StepName | FormStep =>
  isStepName(text) || isFormStep(text)

/** Where an application stands, with the form of its activity behind the core. */
export interface ApplyingStanding extends Omit<Standing, 'step'> {
  step: StepName | FormStep | 'summary'
  form?: FormInside
  /** What was begun in a form that is not asked any more. */
  ended?: (words: Words) => FormShown | undefined
  /** Why it could not be handed in. */
  refusal?: string
}

/** What a sitting has to know of the form behind the core: whether a file is waited for, and what covers the keyboard. */
export const sittingWithForm = (standingOf: (id: number) => Promise<ApplyingStanding>) => ({
  async wantsFile(id: number): Promise<boolean> {
    const { step, form } = await standingOf(id)
    return isFormStep(step) && form?.wantsFile === true
  },
  coversKeyboard: ({ step, application, form }: ApplyingStanding): boolean =>
    isFormStep(step) ? form?.coversKeyboard === true : step === 'phone' && application.filledBy === null,
})

export type FillingWithForm = ReturnType<typeof fillingWithForm>

/**
 * The verbs of applying where an activity asks a form as well: its questions come when the core is answered, the way back from
 * the first of them leads into the core, and a change of either makes old buttons old.
 */
export function fillingWithForm({ activities, filling, forms }: ApplyingWithFormNeeds) {
  async function asksForm({ state, activityId }: Application): Promise<boolean> {
    const activity = state === 'draft' ? await activities.read(activityId) : undefined
    return activity !== undefined && mayHaveForm(activity)
  }

  async function formOf({ application, step }: Standing): Promise<FormInside | undefined> {
    if (!(await asksForm(application))) return undefined
    return forms.open(refOf(application, step === 'summary'))
  }

  const together = (core: Standing, form: FormInside | undefined): ApplyingStanding =>
    form
      ? {
          ...core,
          form,
          step: core.step === 'summary' && form.step ? `${formPrefix}${form.step}` : core.step,
          application: withRevision(core.application, form),
        }
      : core

  async function joined(core: Standing): Promise<ApplyingStanding> {
    const form = await formOf(core)
    const isEnded = !form && core.step === 'summary' && (await asksForm(core.application))
    const ended = isEnded ? await forms.ended(refOf(core.application, true)) : undefined
    return { ...together(core, form), ...(ended ? { ended } : {}) }
  }

  /** The form after a change of it. */
  const after = async (id: number, form: FormInside) => together(await filling.standing(id), form)

  return {
    ...filling,
    standing: async (id: number): Promise<ApplyingStanding> => joined(await filling.standing(id)),

    async draftOf(id: number, personId: number): Promise<Application> {
      const draft = await filling.draftOf(id, personId)
      return (await asksForm(draft)) ? withRevision(draft, { revision: await forms.revision(draft) }) : draft
    },

    async back(id: number, personId: number): Promise<ApplyingStanding> {
      await filling.draftOf(id, personId)
      const now = await filling.standing(id)
      const form = now.step === 'summary' ? await formOf(now) : undefined
      const before = await form?.back()
      return before ? after(id, before) : joined(await filling.back(id, personId))
    },

    async change(id: number, personId: number, step: StepName | FormStep): Promise<ApplyingStanding> {
      if (!isFormStep(step)) return joined(await filling.change(id, personId, step))
      await filling.draftOf(id, personId)
      const form = await formOf(await filling.standing(id))
      if (!form) throw activityErrors.answered()
      return after(id, await form.change(step.slice(formPrefix.length)))
    },

    /** Takes an answer to the form's question that is open. */
    async answerForm(
      chat: Chat,
      { application: { id }, form }: ApplyingStanding,
      personId: number,
      tapped?: TappedAnswer,
    ): Promise<ApplyingStanding> {
      await filling.draftOf(id, personId)
      if (!form) throw activityErrors.answered()
      return after(id, await form.answer(chat, tapped))
    },

    /** What has to be asked before all of it can be handed in. */
    async left(chat: Chat, id: number): Promise<ApplyingStanding | undefined> {
      const core = await filling.standing(id)
      const form = core.step === 'summary' ? await formOf(core) : undefined
      const left = await form?.left(chat.words)
      if (!left) return undefined
      return { ...together(core, left.form), ...(left.refusal ? { refusal: left.refusal } : {}) }
    },
  }
}

/** Either part only ever grows. */
const withRevision = (application: Application, form: Pick<FormInside, 'revision'>): Application => ({
  ...application,
  revision: application.revision + form.revision,
})

/** The application, as its form knows it. */
export const refOf = (
  { id, activityId, personId, answers }: Application,
  isComplete: boolean,
): ApplicationRef => ({ id, activityId, personId, told: isComplete ? toldInCore(answers) : undefined })
