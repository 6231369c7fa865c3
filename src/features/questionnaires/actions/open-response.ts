import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { RequestStore } from '../data/request-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { notOpenBecause, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import { needsSeat, type Audience } from './ports.ts'

export interface OpenResponseNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  requests: Pick<RequestStore, 'opened'>
  audience: Audience
  clock: Clock
}

/** What stands behind a link or a line of the list. */
export type Opened =
  /** A draft to go on with; `takenOver`: a colleague of the firm had begun it. */
  | { kind: 'draft'; questionnaire: Questionnaire; response: Response; isNew: boolean; isTakenOver: boolean }
  | { kind: 'submitted'; questionnaire: Questionnaire; response: Response }
  /** Somebody of several firms says first for which. */
  | { kind: 'whichFirm'; questionnaire: Questionnaire; firms: readonly { id: number; name: string }[] }

export interface OpenResponse {
  questionnaireId: number
  personId: number
  /** For which firm, where it has been asked. */
  firmId?: number
  isTest?: boolean
  /** Of a trial run: the version that is tried. */
  versionId?: number
}

/** Opens a questionnaire for somebody: the draft there is, what was submitted, or a new draft. */
export function openResponse({ questionnaires, responses, requests, audience, clock }: OpenResponseNeeds) {
  async function open(asked: OpenResponse): Promise<Opened> {
    const { questionnaireId, personId, firmId, isTest = false } = asked
    const questionnaire = await questionnaires.read(questionnaireId)
    if (!questionnaire) throw questionnaireErrors.unknown()
    const firms = questionnaire.scope === 'firm' && !isTest ? await audience.firmsOf(personId) : []
    const firm = firms.length === 1 ? firms[0] : firms.find(({ id }) => id === firmId)
    if (questionnaire.scope === 'firm' && !isTest && !firm) {
      if (firms.length === 0) throw questionnaireErrors.notForYou('firm')
      return { kind: 'whichFirm', questionnaire, firms }
    }
    const owner = { questionnaireId, personId, firmId: firm?.id ?? null, isTest }
    const latest = await responses.latestOf(owner)
    if (latest?.state === 'submitted' && !isTest)
      return { kind: 'submitted', questionnaire, response: latest }
    await checkOpen(questionnaire, personId, isTest)
    // When somebody opened an anonymous one would tell later whose answers came then.
    if (!isTest && !questionnaire.isAnonymous) await requests.opened(questionnaireId, personId)
    const known = latest?.state === 'draft' ? latest : undefined
    const response = known ?? (await begin(questionnaire, owner, asked.versionId))
    await responses.open(response.id, personId)
    const isTakenOver = response.personId !== personId
    return { kind: 'draft', questionnaire, response, isNew: !known, isTakenOver }
  }

  async function checkOpen(questionnaire: Questionnaire, personId: number, isTest: boolean): Promise<void> {
    if (isTest) return
    const closed = notOpenBecause(questionnaire, clock.now())
    if (closed) throw questionnaireErrors.notOpen(closed)
    const needed = needsSeat(questionnaire)
    if (!needed || questionnaire.activityId === null) return
    const standing = await audience.standingWith(questionnaire.activityId, personId)
    if (standing === 'none' || (needed === 'approved' && standing !== 'approved'))
      throw questionnaireErrors.notForYou(needed)
  }

  async function begin(
    questionnaire: Questionnaire,
    owner: { personId: number; firmId: number | null; isTest: boolean },
    versionId = questionnaire.versionId,
  ): Promise<Response> {
    if (versionId === null) throw questionnaireErrors.notOpen('unpublished')
    return responses.create({
      questionnaireId: questionnaire.id,
      versionId,
      activityId: questionnaire.activityId,
      ...owner,
      editsId: null,
      seed: randomBytes(8).toString('hex'),
      place: null,
    })
  }

  /** Opens what was submitted once more, as a draft beside it: until that is handed in, the submitted one counts. */
  async function edit(responseId: number, personId: number): Promise<Response> {
    const submitted = await responses.readLocked(responseId)
    const questionnaire = submitted && (await questionnaires.read(submitted.questionnaireId))
    if (!submitted || !questionnaire) throw questionnaireErrors.unknown()
    if (!(await isTheirs(submitted, personId))) throw questionnaireErrors.notYours()
    if (submitted.state !== 'submitted') throw questionnaireErrors.answered()
    if (questionnaire.isAnonymous) throw questionnaireErrors.noEditing()
    await checkOpen(questionnaire, personId, submitted.isTest)
    const { questionnaireId, versionId, firmId, activityId, isTest, seed } = submitted
    const latest = await responses.latestOf({ questionnaireId, personId, firmId, isTest })
    const draft =
      latest?.state === 'draft'
        ? latest
        : await responses.create({
            ...{ questionnaireId, versionId, personId, firmId, activityId, isTest, seed },
            ...{ editsId: submitted.id, place: null },
          })
    if (draft !== latest) await responses.copyAnswers(submitted.id, draft.id)
    await responses.open(draft.id, personId)
    return draft
  }

  async function isTheirs({ personId, firmId }: Response, whose: number): Promise<boolean> {
    if (firmId === null) return personId === whose
    return (await audience.firmsOf(whose)).some(({ id }) => id === firmId)
  }

  /** A draft that had been paused. */
  async function resume(responseId: number, personId: number): Promise<Response> {
    const draft = await responses.readLocked(responseId)
    if (!draft || !(await isTheirs(draft, personId))) throw questionnaireErrors.notYours()
    if (draft.state !== 'draft') throw questionnaireErrors.submitted()
    const questionnaire = await questionnaires.read(draft.questionnaireId)
    if (questionnaire) await checkOpen(questionnaire, personId, draft.isTest)
    await responses.open(draft.id, personId)
    return draft
  }

  return { open, edit, resume, isTheirs }
}
