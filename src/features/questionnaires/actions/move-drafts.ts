import type { Clock } from '../../../platform/clock.ts'
import type { MovingVersions } from '../data/moving-versions.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { moveAnswers } from '../domain/move-answers.ts'
import type { Filled } from '../domain/questionnaire.ts'
import type { DeskRights } from './desk-rights.ts'

export interface MoveDraftsNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  moving: MovingVersions
  rights: DeskRights
  clock: Clock
  homeTimeZone: string
}

/** A draft that has come to the current version. */
export interface MovedDraft {
  response: Filled
  /** How many questions there are whose answer was not taken along. */
  toLookAt: number
}

/** Drafts that one tap moves at most: a chamber has fewer; what is left can be moved with the next. */
const atMost = 200

/**
 * Moves the open drafts of a questionnaire to its current version, by the names of the questions. Whoever is in the middle of
 * one goes on at the first question that is open there.
 */
export function moveDrafts({
  questionnaires,
  responses,
  moving,
  rights,
  clock,
  homeTimeZone,
}: MoveDraftsNeeds) {
  return async (questionnaireId: number, personId: number | null): Promise<MovedDraft[]> => {
    const { versionId } = await rights.theirs(personId, questionnaireId)
    await rights.checkWhole(personId, questionnaireId)
    if (versionId === null) throw questionnaireErrors.notOpen('unpublished')
    const moved: MovedDraft[] = []
    for (const id of await moving.older(questionnaireId, versionId, atMost)) {
      const draft = await moveOne(id, versionId)
      if (draft) moved.push(draft)
    }
    return moved
  }

  /** Nothing where it has been handed in meanwhile. */
  async function moveOne(id: number, versionId: number): Promise<MovedDraft | undefined> {
    const response = await responses.readLocked(id)
    if (response?.state !== 'draft' || response.versionId === versionId) return undefined
    const from = await questionnaires.form(response.versionId)
    const to = await questionnaires.form(versionId)
    const result = moveAnswers(from, to, response.answers, {
      now: clock.now().toZonedDateTimeISO(homeTimeZone),
      startedAt: response.startedAt.toZonedDateTimeISO(homeTimeZone),
      seed: response.seed,
    })
    await moving.move(response, versionId, result)
    return { response, toLookAt: result.toLookAt.length }
  }
}
