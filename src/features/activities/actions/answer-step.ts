import type { People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { LookAtApplication } from '../data/application-look.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import { isTrip } from '../domain/activity.ts'
import type { Application, StepName } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { applicableSteps, currentStep, isOptional, stepBefore } from '../domain/steps.ts'
import { answeringFirm, isAboutFirm } from './answer-firm.ts'
import { answeringPerson, type Answerer } from './answer-person.ts'
import { asAsked, isKept, reopened, settledIf } from './answered-draft.ts'
import type { Raw } from './read-answer.ts'

export interface AnswerStepNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  lookAtApplication: LookAtApplication
}

/** Where an application stands after an answer: what it is asking now. */
export interface Standing {
  application: Application
  step: StepName | 'summary'
  isTrip: boolean
}

/** The verbs of filling in an application. Each writes to the draft at once, and the next step follows from the draft. */
export function answering({ activities, applications, people, lookAtApplication }: AnswerStepNeeds) {
  const firms = answeringFirm({ people })
  const person = answeringPerson({ activities, people, firms })

  /** The draft of whoever fills it in; a button forwarded to somebody else finds nothing. */
  async function draftOf(id: number, personId: number): Promise<Application> {
    await lookAtApplication(id)
    return checked(await applications.read(id), personId)
  }

  function checked(draft: Application | undefined, personId: number): Application {
    if (!draft) throw activityErrors.draftGone()
    if ((draft.filledBy ?? draft.personId) !== personId) throw activityErrors.notYours()
    if (draft.state !== 'draft') throw activityErrors.submitted()
    // The way back to a paused draft leads over its activity, not over a button that was left behind.
    if (draft.isPaused) throw activityErrors.paused()
    return draft
  }

  async function standing(id: number): Promise<Standing> {
    await lookAtApplication(id)
    const application = await applications.read(id)
    const activity = application && (await activities.read(application.activityId))
    if (!application || !activity) throw activityErrors.unknown()
    const trip = isTrip(activity.kind)
    return { application, isTrip: trip, step: currentStep({ application, isTrip: trip }) }
  }

  async function answer(id: number, personId: number, raw: Raw, answerer: Answerer): Promise<Standing> {
    const draft = await draftOf(id, personId)
    const { step, isTrip } = await standing(id)
    if (step === 'summary') throw activityErrors.answered()
    if (raw.kind === 'skip' && !isOptional(step)) throw activityErrors.answered()
    const meant: Raw =
      raw.kind === 'choice' && raw.value === 'remove' && isOptional(step) ? { kind: 'skip' } : raw
    const told = isKept(raw, draft)
      ? { ...reopened(draft), changing: null }
      : isAboutFirm(step)
        ? await firms.answer(step, draft, meant)
        : await person.answer(draft, step, meant, answerer)
    await applications.saveDraft(draft.id, settledIf(isTrip, draft, asAsked(step, told, draft)))
    return standing(id)
  }

  return {
    answer,
    standing,
    draftOf,

    /** The same, and nobody else changes it until the end of the transaction; its activity is locked first. */
    async lockedDraftOf(id: number, personId: number): Promise<Application> {
      const found = await applications.read(id)
      if (found) await activities.readLocked(found.activityId)
      return checked(await applications.readLocked(id), personId)
    },

    async back(id: number, personId: number): Promise<Standing> {
      const draft = await draftOf(id, personId)
      const now = await standing(id)
      const { before: opened } = draft.answers
      if (opened?.step === now.step) {
        const { answers, firmId } = opened
        await applications.saveDraft(draft.id, { answers, firmId, changing: null })
        return standing(id)
      }
      const before = stepBefore(now.step, now)
      if (before) await applications.saveDraft(draft.id, { changing: before, ...reopened(draft, before) })
      return standing(id)
    },

    async change(id: number, personId: number, step: StepName): Promise<Standing> {
      const draft = await draftOf(id, personId)
      const now = await standing(id)
      if (!applicableSteps(now).includes(step)) throw activityErrors.answered()
      const { before: _older, ...answers } = draft.answers
      const before = now.step === 'summary' ? { step, answers, firmId: draft.firmId } : undefined
      const open = reopened(draft, step)
      await applications.saveDraft(draft.id, {
        changing: step,
        answers: { ...open.answers, ...(before ? { before } : {}) },
      })
      return standing(id)
    },

    async pause(id: number, personId: number): Promise<Application> {
      const draft = await draftOf(id, personId)
      await applications.saveDraft(id, { isPaused: true })
      return draft
    },

    /** A new firm that was told about becomes one; `undefined` when it seems to be a known one, which is asked now. */
    async settleFirm(draft: Application): Promise<Application | undefined> {
      const settled = await firms.settle(draft)
      if (!settled) return draft
      await applications.saveDraft(draft.id, settled)
      return settled.firmId === undefined ? undefined : { ...draft, ...settled }
    },

    async discard(id: number, personId: number): Promise<void> {
      const draft = checked(await applications.readLocked(id), personId)
      await applications.remove(draft.id)
    },
  }
}
