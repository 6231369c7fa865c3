import type { Language } from '../../../shared/localized-text.ts'
import type { People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { LookAtDraft } from '../data/draft-look.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import { isTrip } from '../domain/activity.ts'
import type { Answers, Application, StepName } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { noticeSubject } from '../domain/notice-subject.ts'
import { applicableSteps, currentStep, isOptional, stepBefore, withoutAnswer } from '../domain/steps.ts'
import { answeringFirm, isAboutFirm, type Told } from './answer-firm.ts'
import { presentText } from '../domain/present-answer.ts'
import { readAnswer, type Raw, type SimpleStep } from './read-answer.ts'

export interface AnswerStepNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  look: LookAtDraft
}

/** Who is answering: their language, and the name in their Telegram profile. */
export interface Answerer {
  language: Language
  proposedName?: PersonName | undefined
}

interface PersonName {
  givenNames: string
  surname: string
}

/** Where an application stands after an answer: what it is asking now. */
export interface Standing {
  application: Application
  step: StepName | 'summary'
  isTrip: boolean
}

/** The verbs of filling in an application. Each writes to the draft at once, and the next step follows from the draft. */
export function answering({ activities, applications, people, look }: AnswerStepNeeds) {
  const firms = answeringFirm({ people })

  /** The draft of whoever fills it in; a button forwarded to somebody else finds nothing. */
  async function draftOf(id: number, personId: number): Promise<Application> {
    await look(id)
    return checked(await applications.read(id), personId)
  }

  function checked(draft: Application | undefined, personId: number): Application {
    if (!draft || (draft.filledBy ?? draft.personId) !== personId) throw activityErrors.notYours()
    if (draft.state !== 'draft') throw activityErrors.submitted()
    // The way back to a paused draft leads over its activity, not over a button that was left behind.
    if (draft.isPaused) throw activityErrors.paused()
    return draft
  }

  async function standing(id: number): Promise<Standing> {
    await look(id)
    const application = await applications.read(id)
    const activity = application && (await activities.read(application.activityId))
    if (!application || !activity) throw activityErrors.unknown()
    const trip = isTrip(activity.kind)
    return { application, isTrip: trip, step: currentStep({ application, isTrip: trip }) }
  }

  async function answer(
    id: number,
    personId: number,
    raw: Raw,
    { language, proposedName }: Answerer,
  ): Promise<Standing> {
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
        : await answerSimple(draft, step, meant, { language, proposedName })
    await applications.saveDraft(draft.id, settledIf(isTrip, draft, asAsked(step, told, draft)))
    return standing(id)
  }

  async function answerSimple(
    draft: Application,
    step: SimpleStep,
    raw: Raw,
    { language, proposedName }: Answerer,
  ): Promise<Told> {
    const told = readAnswer(step, raw, {
      answers: draft.answers,
      language,
      proposedName,
      isForColleague: draft.filledBy !== null,
      ...(step === 'phone' ? await whereTheyPhone(draft) : {}),
    })
    const answers = { ...keptBeside(told, draft.answers), ...told }
    if (step === 'notice' && !(await hasReadWhatStands(draft, raw, language)))
      return { answers: draft.answers, changing: 'notice' }
    const isOpen =
      (step === 'languages' && !answers.isLanguagesDone) ||
      (step === 'phone' && answers.phoneReadings) ||
      (step === 'email' && answers.emailReadings) ||
      (step === 'passport' && answers.passportReading)
    return { answers, changing: isOpen ? step : null }
  }

  /** What tells how a phone number without its country's code is meant. */
  async function whereTheyPhone(draft: Application) {
    const typing = draft.filledBy === null ? undefined : await people.persons.read(draft.filledBy)
    return { firmCountry: await firms.countryOf(draft), knownPhone: typing?.phone ?? undefined }
  }

  /** Keeps which text was read. A button of a notice that has changed since shows the new one. */
  async function hasReadWhatStands(
    { personId, activityId }: Application,
    raw: Raw,
    language: Language,
  ): Promise<boolean> {
    const activity = await activities.read(activityId)
    const notice = await people.noticeAbout(activity && noticeSubject(activity))
    if (raw.kind === 'choice' && raw.value !== notice.mark) return false
    await people.persons.markNoticeRead(personId, 'application', notice.version, language)
    return true
  }

  return {
    answer,
    standing,
    draftOf,

    /** The same, and nobody else changes it until the end of the transaction. */
    lockedDraftOf: async (id: number, personId: number): Promise<Application> =>
      checked(await applications.readLocked(id), personId),

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

/** Another name has another spelling in the passport: it is asked for again. */
function keptBeside(told: Answers, known: Answers): Answers {
  if (told.givenNames === undefined) return known
  const isSame = told.givenNames === known.givenNames && told.surname === known.surname
  return isSame ? known : withoutAnswer('passport', known)
}

/** What has been answered joins the trail of what was asked; what stays open does not yet. */
function asAsked(step: StepName, told: Told, { answers: { asked } }: Application): Told {
  return told.changing === step || !asked || asked.includes(step)
    ? told
    : { ...told, answers: { ...told.answers, asked: [...asked, step] } }
}

/** What was left half answered is asked from its beginning. */
const reopened = ({ answers }: Application, step?: StepName): { answers: Answers } => ({
  answers: {
    ...answers,
    phoneReadings: undefined,
    emailReadings: undefined,
    passportReading: undefined,
    ...(step === 'languages' ? { isLanguagesDone: false } : {}),
  },
})

/** The answer that was there stays: by its button, and by a skip, which takes nothing away. */
const isKept = (raw: Raw, { changing, answers }: Application): boolean =>
  changing !== null &&
  ((raw.kind === 'choice' && raw.value === 'keep') ||
    (raw.kind === 'skip' && presentText(changing, answers) !== undefined))

/** With everything answered there is no way back to how it was before. */
function settledIf(isTrip: boolean, draft: Application, told: Told): Told {
  if (!told.answers.before || currentStep({ application: { ...draft, ...told }, isTrip }) !== 'summary')
    return told
  const { before: _before, ...answers } = told.answers
  return { ...told, answers }
}
