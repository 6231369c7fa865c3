import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { SentBackStore } from '../../data/life/sent-back-store.ts'
import { isTrip, type Activity } from '../../domain/activity.ts'
import { isStepName, type Application, type StepName } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import type { SentBack } from '../../domain/sent-back.ts'
import { isOptional } from '../../domain/steps.ts'
import type { Answerer, answeringPerson } from '../answer-person.ts'
import { isKept, reopened } from '../answered-draft.ts'
import type { Decided } from '../decide-application.ts'
import type { Raw, SimpleStep } from '../read-answer.ts'
import { rememberTold } from '../remember-told.ts'
import { mayTakeBack } from '../withdraw-application.ts'

export interface AnswerSentBackNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  sentBacks: SentBackStore
  person: ReturnType<typeof answeringPerson>
  people: People
  clock: Clock
}

/** Where the questions that are open again stand. */
export interface Reopened {
  activity: Activity
  /** With the answers as they stand now, and the step that is asked. */
  application: Application
  sentBack: SentBack
}

export type AnswerSentBack = ReturnType<typeof answerSentBack>

/** The verbs of answering what is asked again: only that, one after the other. Each writes to its row at once. */
export function answerSentBack(needs: AnswerSentBackNeeds) {
  const { activities, applications, sentBacks, person, people, clock } = needs

  async function standing(applicationId: number): Promise<Reopened> {
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    const sentBack = application && (await sentBacks.of(applicationId))
    if (!activity) throw activityErrors.unknown()
    if (!sentBack) throw activityErrors.notAskedAgain()
    const changing = openStep(sentBack)
    const { answers, revision } = sentBack
    return { activity, sentBack, application: { ...application, answers, revision, changing } }
  }

  /** The same for whoever answers; a button forwarded to somebody else finds nothing. */
  async function theirs(applicationId: number, personId: number): Promise<Reopened> {
    const found = await standing(applicationId)
    if (!(await mayTakeBack(applications, found.application, personId))) throw activityErrors.notYours()
    if (!isAskedAgain(found)) throw activityErrors.notAskedAgain()
    return found
  }

  return {
    standing,
    theirs,

    async answer(applicationId: number, personId: number, raw: Raw, answerer: Answerer): Promise<void> {
      const { activity, application, sentBack } = await theirs(applicationId, personId)
      const step = application.changing
      if (!step || (raw.kind === 'skip' && !isOptional(step))) throw activityErrors.answered()
      const meant: Raw =
        raw.kind === 'choice' && raw.value === 'remove' && isOptional(step) ? { kind: 'skip' } : raw
      const told = isKept(raw, application)
        ? { ...reopened(application), changing: null }
        : await person.answer(application, step as SimpleStep, meant, answerer)
      const { answers } = told
      // Another name has another spelling in the passport.
      const isSpeltAnew = step === 'name' && isTrip(activity.kind) && answers.passport === undefined
      const asked =
        isSpeltAnew && !sentBack.asked.includes('passport')
          ? sentBack.asked.flatMap((one) => (one === 'name' ? [one, 'passport'] : [one]))
          : sentBack.asked
      const answered = told.changing === null ? [...sentBack.answered, step] : sentBack.answered
      await sentBacks.change(applicationId, { answers, asked, answered })
    },

    /** A question of the form has its answer, which is kept with the form. */
    async formAnswered(applicationId: number, { asked, answered }: SentBack, step: string): Promise<void> {
      const isNamed = asked.includes(step) && !answered.includes(step)
      await sentBacks.change(applicationId, isNamed ? { answered: [...answered, step] } : {})
    },

    /** The question before is asked again; where it is one of the form, which. */
    async back(applicationId: number, personId: number): Promise<string | undefined> {
      const { application, sentBack } = await theirs(applicationId, personId)
      const last = sentBack.answered.at(-1)
      await sentBacks.change(applicationId, {
        answered: sentBack.answered.slice(0, -1),
        answers: reopened(application, last !== undefined && isStepName(last) ? last : undefined).answers,
      })
      return last
    },

    async pause(applicationId: number, personId: number): Promise<void> {
      await theirs(applicationId, personId)
      await sentBacks.change(applicationId, { isPaused: true })
    },

    /** Everything is answered: it is with the coordinators again. Locked; of a decision at the same moment one counts. */
    async handIn(applicationId: number, personId: number): Promise<Decided> {
      const { application } = await theirs(applicationId, personId)
      const activity = await activities.readLocked(application.activityId)
      const locked = await applications.readLocked(applicationId)
      const change = locked && changeOf(locked.state, 'submitted', 'applicant')
      if (!activity || !locked || !change) throw activityErrors.notAskedAgain()
      const refusal = refusedBy(change.guards, { activity, now: clock.now() })
      if (refusal) throw refusal
      const { answers } = application
      await rememberTold(people, { ...locked, answers })
      await applications.update(applicationId, { state: 'submitted', answers })
      await applications.note(applicationId, 'info_requested', 'submitted', personId)
      await sentBacks.change(applicationId, { returnedAt: clock.now(), isPaused: true })
      return { activity, from: 'info_requested', application: { ...locked, answers, state: 'submitted' } }
    },
  }
}

/** Whether questions are open again and have not all been answered. */
export const isAskedAgain = ({ application, sentBack }: Reopened): boolean =>
  application.state === 'info_requested' && sentBack.returnedAt === null

/** The first question of the core that is asked again and not answered. */
const openStep = ({ asked, answered }: Pick<SentBack, 'asked' | 'answered'>): StepName | null =>
  asked.find((step): step is StepName => isStepName(step) && !answered.includes(step)) ?? null
