import type { Language } from '../../../shared/localized-text.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { Answers, Application } from '../domain/application.ts'
import { noticeSubject } from '../domain/notice-subject.ts'
import { withoutAnswer } from '../domain/steps.ts'
import type { answeringFirm, Told } from './answer-firm.ts'
import { readAnswer, type Raw, type SimpleStep } from './read-answer.ts'

export interface AnswerPersonNeeds {
  activities: ActivityStore
  people: People
  firms: Pick<ReturnType<typeof answeringFirm>, 'countryOf'>
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

/** Takes the answers that are about the person who applies, and that the notice has been read. */
export function answeringPerson({ activities, people, firms }: AnswerPersonNeeds) {
  async function answer(
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

  return { answer }
}

/** Another name has another spelling in the passport: it is asked for again. */
function keptBeside(told: Answers, known: Answers): Answers {
  if (told.givenNames === undefined) return known
  const isSame = told.givenNames === known.givenNames && told.surname === known.surname
  return isSame ? known : withoutAnswer('passport', known)
}
