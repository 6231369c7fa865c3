import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { RequestStore } from '../data/requests/request-store.ts'
import type { Owner } from '../data/finding-responses.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { holderOf, notOpenBecause, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import { isInSections } from '../domain/sections.ts'
import type { Entitled } from './entitled.ts'
import type { Audience } from './ports.ts'

export interface OpenResponseNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  requests: Pick<RequestStore, 'opened'>
  audience: Audience
  entitled: Entitled
  clock: Clock
}

/** What stands behind a link or a line of the list. */
export type Opened =
  /** A draft to go on with; `takenOver`: a colleague of the firm had begun it. */
  | { kind: 'draft'; questionnaire: Questionnaire; response: Response; isNew: boolean; isTakenOver: boolean }
  | { kind: 'submitted'; questionnaire: Questionnaire; response: Response }
  /** It is answered for a firm, and somebody belongs to none yet: there are ways to one. */
  | { kind: 'withoutFirm'; questionnaire: Questionnaire }
  /** Somebody of several firms says first for which. */
  | {
      kind: 'whichFirm'
      questionnaire: Questionnaire
      firms: readonly { id: number; name: string }[]
      activityId: number | undefined
    }
  /** Somebody who takes part in several of its activities says first for which. */
  | {
      kind: 'whichActivity'
      questionnaire: Questionnaire
      activityIds: readonly number[]
      firmId: number | null
    }

export interface OpenResponse {
  questionnaireId: number
  personId: number
  /** For which firm, where it has been asked. */
  firmId?: number
  /** For which activity, where it has been asked. */
  activityId?: number
  isTest?: boolean
  /** Of a trial run: the version that is tried. */
  versionId?: number
}

/** Opens a questionnaire for somebody: the draft there is, what was submitted, or a new draft. */
export function openResponse(needs: OpenResponseNeeds) {
  const { questionnaires, responses, requests, audience, entitled, clock } = needs

  async function open(asked: OpenResponse): Promise<Opened> {
    const { questionnaireId, personId, isTest = false } = asked
    const questionnaire = await questionnaires.read(questionnaireId)
    if (!questionnaire) throw questionnaireErrors.unknown()
    const firms = questionnaire.scope === 'firm' && !isTest ? await audience.firmsOf(personId) : []
    const firm = firms.length === 1 ? firms[0] : firms.find(({ id }) => id === asked.firmId)
    if (questionnaire.scope === 'firm' && !isTest && !firm) {
      if (firms.length === 0) return { kind: 'withoutFirm', questionnaire }
      return { kind: 'whichFirm', questionnaire, firms, activityId: asked.activityId }
    }
    const { round } = questionnaire
    const whose = { questionnaireId, personId, firmId: firm?.id ?? null, round, isTest }
    const activityIds = isTest ? [null] : await possible(questionnaire, asked, whose)
    const [activityId = null, ...others] = activityIds
    if (others.length > 0)
      return { kind: 'whichActivity', questionnaire, activityIds: given(activityIds), firmId: whose.firmId }
    const owner = { ...whose, activityId }
    const latest = await responses.latestOf(owner)
    if (latest?.state === 'submitted' && !isTest)
      return { kind: 'submitted', questionnaire, response: latest }
    if (!isTest) checkOpen(questionnaire)
    if (activityIds.length === 0)
      throw questionnaireErrors.notForYou(await entitled.neededFor(questionnaireId))
    // When somebody opened an anonymous one would tell later whose answers came then.
    if (!isTest && !questionnaire.isAnonymous) await requests.opened(questionnaireId, personId, activityId)
    const known = latest?.state === 'draft' ? latest : undefined
    const response = known ?? (await begin(questionnaire, owner, asked.versionId))
    await sitDown(response, personId)
    const isTakenOver = holderOf(response) !== personId
    return { kind: 'draft', questionnaire, response, isNew: !known, isTakenOver }
  }

  /**
   * The activities for which it may be meant: the one asked for; else those for which this person may answer and has not
   * yet, and when all are answered the one answered last.
   */
  async function possible(
    { id }: Questionnaire,
    asked: OpenResponse,
    whose: Omit<Owner, 'activityId'>,
  ): Promise<(number | null)[]> {
    const theirs = await entitled.activitiesOf(id, asked.personId)
    const { activityId } = asked
    if (activityId !== undefined) return theirs.filter((one) => one === activityId)
    if (theirs.length < 2) return theirs
    const found = await Promise.all(theirs.map((one) => responses.latestOf({ ...whose, activityId: one })))
    const open = theirs.filter((_, at) => found[at]?.state !== 'submitted')
    return open.length > 0 ? open : theirs.slice(-1)
  }

  function checkOpen(questionnaire: Questionnaire): void {
    const closed = notOpenBecause(questionnaire, clock.now())
    if (closed) throw questionnaireErrors.notOpen(closed)
  }

  async function begin(
    questionnaire: Questionnaire,
    owner: Omit<Owner, 'questionnaireId'>,
    versionId = questionnaire.versionId,
  ): Promise<Response> {
    if (versionId === null) throw questionnaireErrors.notOpen('unpublished')
    const { personId, firmId, isTest, activityId, round } = owner
    return responses.create({
      ...{ questionnaireId: questionnaire.id, versionId, personId, firmId, isTest, activityId, round },
      ...{ applicationId: null, editsId: null, place: null },
      seed: randomBytes(8).toString('hex'),
    })
  }

  /** Whether what was begun or handed in can still be gone on with. */
  async function checkGoesOn(
    questionnaire: Questionnaire,
    { activityId, isTest }: Response,
    personId: number,
  ): Promise<void> {
    if (isTest) return
    checkOpen(questionnaire)
    await entitled.check(questionnaire.id, activityId, personId)
  }

  /** Opens what was submitted once more, as a draft beside it: until that is handed in, the submitted one counts. */
  async function edit(responseId: number, personId: number): Promise<Response> {
    const submitted = await responses.readLocked(responseId)
    const questionnaire = submitted && (await questionnaires.read(submitted.questionnaireId))
    if (!submitted || !questionnaire) throw questionnaireErrors.unknown()
    if (!(await isTheirs(submitted, personId))) throw questionnaireErrors.notYours()
    if (submitted.state !== 'submitted') throw questionnaireErrors.answered()
    if (questionnaire.isAnonymous || submitted.applicationId !== null) throw questionnaireErrors.noEditing()
    if (submitted.round !== questionnaire.round) throw questionnaireErrors.formerRound()
    await checkGoesOn(questionnaire, submitted, personId)
    const { questionnaireId, versionId, firmId, activityId, isTest, seed, round } = submitted
    const latest = await responses.latestOf({
      ...{ questionnaireId, personId, firmId, activityId, round, isTest },
    })
    const draft =
      latest?.state === 'draft'
        ? latest
        : await responses.create({
            ...{ questionnaireId, versionId, personId, firmId, activityId, isTest, seed, round },
            ...{ applicationId: null, editsId: submitted.id, place: null },
            isBySeveral: firmId !== null && (submitted.isBySeveral || submitted.submittedBy !== personId),
          })
    if (draft !== latest) await responses.copyAnswers(submitted.id, draft.id)
    await sitDown(draft, personId)
    return draft
  }

  /** A form of sections is opened on their card, unless somebody is in the middle of ticking something. */
  async function sitDown(
    { id, versionId, pending }: Response,
    personId: number,
    isForOthers = false,
  ): Promise<void> {
    const fromTheTop = pending === null && isInSections(await questionnaires.form(versionId))
    await responses.open(id, personId, { fromTheTop, isForOthers })
  }

  async function isTheirs({ personId, firmId }: Response, whose: number): Promise<boolean> {
    if (firmId === null) return personId === whose
    return (await audience.firmsOf(whose)).some(({ id }) => id === firmId)
  }

  /** A draft that had been paused. */
  async function resume(responseId: number, personId: number): Promise<Response> {
    const draft = await responses.readLocked(responseId)
    const isForOthers = draft?.filledBy === personId
    if (!draft || !(isForOthers || (await isTheirs(draft, personId)))) throw questionnaireErrors.notYours()
    if (draft.state !== 'draft') throw questionnaireErrors.submitted()
    // What is answered while applying is gone on with there.
    if (draft.applicationId !== null) throw questionnaireErrors.notYours()
    const questionnaire = await questionnaires.read(draft.questionnaireId)
    if (questionnaire && !isForOthers) await checkGoesOn(questionnaire, draft, personId)
    await sitDown(draft, personId, isForOthers)
    return draft
  }

  return { open, edit, resume, isTheirs }
}

const given = (ids: readonly (number | null)[]): number[] => ids.filter((id) => id !== null)
