import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import type { ApplicationRef } from '../../activities/index.ts'
import type { Attachments } from '../data/attachments.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { knownAnswer } from '../domain/known-profile.ts'
import { notOpenBecause, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import { askedSteps } from '../domain/steps.ts'
import type { Answering } from './answering.ts'
import type { Standing } from './standing.ts'

export interface ApplicationFormNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  attachments: Attachments
  filling: Answering
  clock: Clock
}

type Whose = Omit<ApplicationRef, 'told'>

export type ApplicationForm = ReturnType<typeof applicationForm>

/** The questionnaire that is answered while applying: one response for each application, which stands and falls with it. */
export function applicationForm(needs: ApplicationFormNeeds) {
  const { questionnaires, responses, attachments, filling, clock } = needs

  /** Whoever applies is known by name, so that nothing anonymous is asked here. */
  async function questionnaireOf(activityId: number): Promise<Questionnaire | undefined> {
    for (const { questionnaireId, role } of await attachments.ofActivity(activityId)) {
      const found = role === 'application' ? await questionnaires.read(questionnaireId) : undefined
      if (found && !found.isAnonymous && notOpenBecause(found, clock.now()) === undefined) return found
    }
    return undefined
  }

  async function ownOf(questionnaire: Questionnaire, applicationId: number): Promise<Response | undefined> {
    const known = await responses.ofApplication(applicationId)
    return known.find(({ questionnaireId }) => questionnaireId === questionnaire.id)
  }

  /** What was begun by itself is gone on with. */
  async function begin({ id, versionId, round }: Questionnaire, application: Whose): Promise<number> {
    const { activityId, personId } = application
    const owner = { questionnaireId: id, personId, firmId: null, activityId, round, isTest: false }
    const former = await responses.latestOf(owner)
    if (former?.state === 'draft' && former.editsId === null) {
      await responses.tieTo(former.id, application.id)
      return former.id
    }
    const begun = await responses.create({
      ...{ ...owner, versionId: versionId ?? 0, applicationId: application.id },
      ...{ editsId: null, place: null, seed: randomBytes(8).toString('hex') },
    })
    return begun.id
  }

  /** A draft that rests is asked again, or handed in. */
  async function wake({ id, state, isPaused }: Response): Promise<void> {
    if (state === 'draft' && isPaused) await responses.save(id, { isPaused: false })
  }

  return {
    wake,

    /**
     * Where the form of a draft stands; undefined where the activity asks none at this moment. What is known already, and what
     * the core has been told, need not be asked again.
     */
    async standing({ told, ...application }: ApplicationRef): Promise<Standing | undefined> {
      const questionnaire = await questionnaireOf(application.activityId)
      if (!questionnaire) return undefined
      const own = await ownOf(questionnaire, application.id)
      if (own) await wake(own)
      const id = own?.id ?? (await begin(questionnaire, application))
      const standing = await filling.standing(id)
      const known = told && standing.response.state === 'draft' ? knownAnswers(standing, told) : {}
      if (Object.keys(known).length === 0) return standing
      await responses.save(id, {}, known)
      return filling.standing(id)
    },

    async revision(application: Whose): Promise<number> {
      const questionnaire = await questionnaireOf(application.activityId)
      const own = questionnaire && (await ownOf(questionnaire, application.id))
      return own?.revision ?? 0
    },

    /** What was begun in other forms than the one that is asked now, and whoever applies does not know. */
    async replaced({ questionnaire }: Standing, { id }: Pick<Whose, 'id'>): Promise<Standing[]> {
      const others = (await responses.ofApplication(id)).filter(
        ({ state, isPaused, questionnaireId }) =>
          state === 'draft' && !isPaused && questionnaireId !== questionnaire.id,
      )
      return Promise.all(others.map((one) => filling.standing(one.id)))
    },

    /** They know; it rests until it is asked again, or the application is handed in. */
    rest: ({ response }: Standing): Promise<void> => responses.save(response.id, { isPaused: true }),

    /** What was begun in forms that are not asked any more: closed meanwhile, or no longer the activity's. */
    async ended({ id, activityId }: Pick<Whose, 'id' | 'activityId'>): Promise<Standing[]> {
      const begun = (await responses.ofApplication(id)).filter(({ state }) => state === 'draft')
      const asked = begun.length > 0 ? await questionnaireOf(activityId) : undefined
      const ended = begun.filter(({ questionnaireId }) => questionnaireId !== asked?.id)
      return Promise.all(ended.map((one) => filling.standing(one.id)))
    },

    /** It is kept as far as it was given, and is none of the results; where nothing was said, nothing is kept. */
    async layAside({ response }: Standing): Promise<void> {
      if (isEmpty(response.answers)) await responses.remove(response.id)
      else await responses.layAside(response.id)
    },

    /** What was handed in with an application; of several the one that was handed in whole. */
    async handedIn(applicationId: number): Promise<Standing | undefined> {
      const known = (await responses.ofApplication(applicationId)).filter(({ state }) => state !== 'draft')
      const sent = known.find(({ submittedAt }) => submittedAt !== null) ?? known[0]
      return sent && filling.standing(sent.id)
    },

    follows: (applicationId: number): Promise<void> => responses.follow(applicationId),

    /** The draft in which what was handed in is answered anew, begun where there is none; without `begin` only one that is there. */
    async again(
      { id, personId }: Pick<Whose, 'id' | 'personId'>,
      begin: boolean,
    ): Promise<Standing | undefined> {
      const known = await responses.ofApplication(id)
      const open = known.find(({ state, editsId }) => state === 'draft' && editsId !== null)
      if (open || !begin) return open && filling.standing(open.id)
      const sent = known.find(({ submittedAt }) => submittedAt !== null)
      if (!sent) return undefined
      const { questionnaireId, versionId, activityId, seed, round } = sent
      const draft = await responses.create({
        ...{ questionnaireId, versionId, personId, firmId: null, activityId, isTest: false, seed, round },
        ...{ applicationId: id, editsId: sent.id, place: null },
      })
      await responses.copyAnswers(sent.id, draft.id)
      return filling.standing(draft.id)
    },

    forgetAgain: ({ response }: Standing): Promise<void> => responses.remove(response.id),
  }
}

/** Whether nothing was said: what was skipped is nothing. */
export const isEmpty = (answers: Standing['response']['answers']): boolean =>
  Object.values(answers).every((value) => value === '')

/** What needs no asking, of the questions that have no answer yet. */
function knownAnswers(
  { session, sources, response }: Standing,
  told: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = askedSteps(session).flatMap((step) => {
    if (step.kind !== 'question' || step.question.profile === undefined) return []
    if (response.answers[step.path] !== undefined) return []
    const value = knownAnswer({ ...sources.known, ...told }, session, step.path, step.question)
    const kept = value === '' ? undefined : session.canonical(step.path, value)
    return kept === undefined || session.judge(step.path, kept) ? [] : [[step.path, kept] as const]
  })
  return Object.fromEntries(known)
}

/** What the core of every application asks. */
const askedInCore = new Set(['given_names', 'surname', 'position', 'phone', 'email', 'languages'])

/** Whether a question is not asked, because its answer is known: such a one is none of those that are counted. */
export function isKnown({ session, sources, response }: Standing, path: string): boolean {
  const node = session.node(path)
  if (node.kind !== 'question' || node.profile === undefined) return false
  const [whose, name = ''] = node.profile.split('.')
  if (whose === 'person' && askedInCore.has(name)) return true
  const value = knownAnswer(sources.known, session, path, node)
  return value !== '' && (response.answers[path] ?? value) === value
}
