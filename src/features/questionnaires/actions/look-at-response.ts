import type { Language } from '../../../shared/localized-text.ts'
import type { ListedResponse, Neighbours, ResponseList } from '../data/results/response-list.ts'
import type { ResponseFile, ResponseFiles } from '../data/files/response-files.ts'
import type { ResponseStore } from '../data/response-store.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import { summaryErrors } from '../domain/summary/summary-errors.ts'
import type { Answering } from './answering.ts'
import type { Standing } from './standing.ts'
import type { ReadResults } from './read-results.ts'

export interface LookAtResponseNeeds {
  reading: ReadResults
  list: ResponseList
  responses: ResponseStore
  files: Pick<ResponseFiles, 'read'>
  filling: Answering
}

/** One response with everything a coordinator reads of it. */
export interface LookedAt {
  /** Whose response it is. */
  personId: number | null
  standing: Standing
  listed: ListedResponse
  neighbours: Neighbours
}

export type LookAtResponse = ReturnType<typeof lookAtResponse>

/** Responses one by one, for whoever runs the questionnaire; of an anonymous one there are none. */
export function lookAtResponse({ reading, list, responses, files, filling }: LookAtResponseNeeds) {
  async function looked(personId: number | null, questionnaireId: number) {
    const { frame, scope } = await reading.open(personId, questionnaireId, 'all')
    if (frame.questionnaire.isAnonymous) throw summaryErrors.noCards()
    return { questionnaire: frame.questionnaire, scope }
  }

  async function one(personId: number | null, responseId: number, language: Language): Promise<LookedAt> {
    const response = await responses.read(responseId)
    if (!response) throw summaryErrors.gone()
    const { questionnaire, scope } = await looked(personId, response.questionnaireId)
    const neighbours = await list.neighboursOf(questionnaire.id, scope, responseId)
    if (!neighbours) throw summaryErrors.gone()
    const { rows } = await list.page(questionnaire, scope, { offset: neighbours.place - 1, limit: 1 })
    const [listed] = rows
    if (!listed) throw summaryErrors.gone()
    return {
      personId: response.personId,
      standing: await filling.standing(responseId, language),
      listed,
      neighbours,
    }
  }

  return {
    one,

    async page(
      personId: number | null,
      questionnaireId: number,
      part: { offset: number; limit: number },
    ): Promise<{ questionnaire: Questionnaire; rows: ListedResponse[]; total: number }> {
      const { questionnaire, scope } = await looked(personId, questionnaireId)
      return { questionnaire, ...(await list.page(questionnaire, scope, part)) }
    },

    /** A file that is an answer in this response. */
    async file(
      personId: number | null,
      responseId: number,
      fileId: number,
      language: Language,
    ): Promise<LookedAt & { file: ResponseFile }> {
      const looked = await one(personId, responseId, language)
      const file = await files.read(responseId, fileId)
      if (!file) throw summaryErrors.fileNotHere()
      return { ...looked, file }
    },
  }
}
