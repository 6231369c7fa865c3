import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { notOpenBecause, referenceOf, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import type { DeskRights } from './desk-rights.ts'
import type { Entitled } from './entitled.ts'
import type { Audience } from './ports.ts'

export interface FillForNeeds {
  responses: ResponseStore
  people: Pick<People, 'members'>
  rights: DeskRights
  entitled: Entitled
  audience: Audience
  clock: Clock
}

/** For whom a coordinator fills in a questionnaire: by the number of a person, or of a firm where it is a firm's. */
export interface FillFor {
  questionnaireId: number
  coordinatorId: number
  whoId: number
  /** For which activity, where it has been asked. */
  activityId?: number
}

export type FilledFor =
  | { kind: 'draft'; response: Response }
  /** It is a form of several activities in which they take part. */
  | { kind: 'whichActivity'; questionnaire: Questionnaire; activityIds: readonly number[] }

/**
 * Opens a questionnaire in the chat of a coordinator who fills it in on site, for somebody who could answer it themselves:
 * the draft they have begun, or a new one. It stays theirs.
 */
export function fillFor(needs: FillForNeeds) {
  const { responses, people, rights, entitled, audience, clock } = needs

  return { fill, mayFill }

  async function fill(asked: FillFor): Promise<FilledFor> {
    const { questionnaireId, coordinatorId, whoId } = asked
    const questionnaire = await rights.theirs(coordinatorId, questionnaireId)
    if (questionnaire.isAnonymous) throw formDeskErrors.anonymousOnSite()
    const closed = notOpenBecause(questionnaire, clock.now())
    if (closed) throw questionnaireErrors.notOpen(closed)
    const firmId = questionnaire.scope === 'firm' ? whoId : null
    const possible = await activitiesOf(asked, questionnaire)
    const [activityId = null, ...others] = possible
    if (possible.length === 0) throw formDeskErrors.nobodyYouReach()
    if (others.length > 0)
      return { kind: 'whichActivity', questionnaire, activityIds: possible.filter((id) => id !== null) }
    const owner = {
      ...{ questionnaireId, round: questionnaire.round },
      personId: firmId === null ? whoId : null,
      firmId,
      activityId,
      isTest: false,
    }
    const latest = await responses.latestOf(owner)
    if (latest?.state === 'submitted')
      throw formDeskErrors.answeredAlready(referenceOf(questionnaire, latest.number))
    const response = latest ?? (await begin(questionnaire, owner))
    await responses.open(response.id, coordinatorId, { isForOthers: true })
    return { kind: 'draft', response }
  }

  /** Whether there is anything that this coordinator could fill in for them. */
  async function mayFill(asked: FillFor): Promise<boolean> {
    const questionnaire = await rights.theirs(asked.coordinatorId, asked.questionnaireId)
    return (await activitiesOf(asked, questionnaire)).length > 0
  }

  /**
   * Those for which they may answer, as far as the coordinator runs them; `null`: it is no activity's. For a firm of which
   * nobody is known yet, whoever sees the whole house fills in what takes no seat.
   */
  async function activitiesOf(
    { questionnaireId, coordinatorId, whoId, activityId }: FillFor,
    { scope }: Questionnaire,
  ): Promise<(number | null)[]> {
    const reached = await rights.reached(coordinatorId, questionnaireId)
    const whose = scope === 'firm' ? await people.members.membersOf(whoId, 'member') : [whoId]
    const isOfNobody = whose.length === 0 && reached === 'everywhere'
    const found = new Set(isOfNobody ? await entitled.openToAll(questionnaireId) : [])
    for (const personId of whose)
      for (const id of await entitled.activitiesOf(questionnaireId, personId))
        if (
          reached === 'everywhere' ||
          (id !== null && reached.includes(id) && (await takesPart(id, personId)))
        )
          found.add(id)
    return activityId === undefined ? [...found] : [...found].filter((id) => id === activityId)
  }

  async function takesPart(activityId: number, personId: number): Promise<boolean> {
    return (await audience.standingWith(activityId, personId)) !== 'none'
  }

  async function begin(
    { id: questionnaireId, versionId, round }: Questionnaire,
    owner: { personId: number | null; firmId: number | null; activityId: number | null },
  ): Promise<Response> {
    if (versionId === null) throw questionnaireErrors.notOpen('unpublished')
    const { personId, firmId, activityId } = owner
    return responses.create({
      ...{ questionnaireId, versionId, personId, firmId, activityId, round, isTest: false },
      ...{ applicationId: null, editsId: null, place: null },
      seed: randomBytes(8).toString('hex'),
    })
  }
}
