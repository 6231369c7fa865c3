import { beginningOf, cleanLine, lengthOf } from '../../../shared/clean-text.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { asCountry, type People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import { isTrip } from '../domain/activity.ts'
import type { Answers, Application, StepName } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { applicableSteps, currentStep, isOptional, stepBefore, withoutAnswer } from '../domain/steps.ts'
import { readAnswer, refuseIdentityNumber, type Raw } from './read-answer.ts'

export interface AnswerStepNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  noticeVersion: string
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
export function answering({ activities, applications, people, noticeVersion }: AnswerStepNeeds) {
  /** The draft of whoever fills it in; a button forwarded to somebody else finds nothing. */
  async function draftOf(id: number, personId: number): Promise<Application> {
    const draft = await applications.readLocked(id)
    if (!draft || (draft.filledBy ?? draft.personId) !== personId) throw activityErrors.notYours()
    if (draft.state !== 'draft') throw activityErrors.answered()
    // The way back to a paused draft leads over its activity, not over a button that was left behind.
    if (draft.isPaused) throw activityErrors.paused()
    return draft
  }

  async function standing(id: number): Promise<Standing> {
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
    const { step } = await standing(id)
    if (step === 'summary') throw activityErrors.answered()
    if (raw.kind === 'skip' && !isOptional(step)) throw activityErrors.answered()
    if (step === 'firm') await answerFirm(draft, raw)
    else await answerSimple(draft, step, raw, { language, proposedName })
    return standing(id)
  }

  async function answerSimple(
    draft: Application,
    step: Exclude<StepName, 'firm'>,
    raw: Raw,
    { language, proposedName }: Answerer,
  ) {
    // The firm's country tells how a phone number without its own is meant; nothing else here asks for it.
    const firm = step === 'phone' && draft.firmId !== null ? await people.firms.read(draft.firmId) : undefined
    const told = readAnswer(step, raw, {
      answers: draft.answers,
      language,
      proposedName,
      firmCountry: asCountry(draft.answers.newFirm?.country ?? firm?.country ?? ''),
    })
    const answers = { ...keptBeside(told, draft.answers), ...told }
    if (step === 'notice')
      await people.persons.markNoticeRead(draft.personId, 'application', noticeVersion, language)
    const isStillTicking = step === 'languages' && !answers.isLanguagesDone
    await applications.update(draft.id, {
      answers,
      ...(isStillTicking ? { changing: 'languages' } : { changing: null }),
    })
    await makeFirm({ ...draft, answers })
  }

  /** Words look for a firm, a tap takes one that was found, `new` tells about one that is not there. */
  async function answerFirm(draft: Application, raw: Raw): Promise<void> {
    if (raw.kind === 'text') {
      refuseIdentityNumber(raw.text)
      const firmQuery = beginningOf(cleanLine(raw.text), 120)
      if (lengthOf(firmQuery) < 2) throw activityErrors.firmNameShort()
      return applications.update(draft.id, {
        answers: { ...draft.answers, firmQuery },
        changing: 'firm',
      })
    }
    if (raw.kind !== 'choice') throw activityErrors.textExpected()
    const answers = withoutAnswer('firm', draft.answers)
    if (raw.value === 'new') {
      const name = draft.answers.firmQuery
      if (!name) throw activityErrors.firmNameShort()
      return applications.update(draft.id, {
        answers: { ...answers, newFirm: { name } },
        firmId: null,
        changing: null,
      })
    }
    const firmId = Number(raw.value)
    const firm = Number.isSafeInteger(firmId) ? await people.firms.read(firmId) : undefined
    if (!firm) throw activityErrors.answered()
    await applications.update(draft.id, { answers, firmId: firm.id, changing: null })
    // Who fills in for a colleague speaks for a firm of their own; the colleague joins it by the link.
    if (draft.filledBy === null) await people.askAboutMember(firm.id, draft.personId)
  }

  /** A new firm is complete with its last answer; whoever told about it is its first member. */
  async function makeFirm({ id, firmId, personId, filledBy, answers }: Application): Promise<void> {
    const told = answers.newFirm
    if (firmId !== null || !told?.country || !told.city || !told.cluster || told.taxNumber === undefined)
      return
    const made = await people.firms.create({
      name: told.name,
      country: told.country,
      city: told.city,
      cluster: told.cluster as never,
      taxNumber: told.taxNumber,
    })
    await people.firms.setMember(made, filledBy ?? personId, 'member', null)
    await applications.update(id, { firmId: made, answers: withoutAnswer('firm', answers) })
  }

  return {
    answer,
    standing,
    draftOf,

    async back(id: number, personId: number): Promise<Standing> {
      const draft = await draftOf(id, personId)
      const now = await standing(id)
      const before = stepBefore(now.step, now)
      if (before) await applications.update(draft.id, { changing: before, ...reopened(before, draft) })
      return standing(id)
    },

    async change(id: number, personId: number, step: StepName): Promise<Standing> {
      const draft = await draftOf(id, personId)
      const now = await standing(id)
      if (!applicableSteps(now).includes(step)) throw activityErrors.answered()
      await applications.update(draft.id, { changing: step, ...reopened(step, draft) })
      return standing(id)
    },

    async pause(id: number, personId: number): Promise<Application> {
      const draft = await draftOf(id, personId)
      await applications.update(id, { isPaused: true })
      return draft
    },

    async discard(id: number, personId: number): Promise<void> {
      const draft = await draftOf(id, personId)
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

const reopened = (step: StepName, draft: Application): { answers?: Answers } =>
  step === 'languages' ? { answers: { ...draft.answers, isLanguagesDone: false } } : {}
