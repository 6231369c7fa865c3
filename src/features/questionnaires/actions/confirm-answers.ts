import type { ResponseStore } from '../data/response-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { openResponse } from './open-response.ts'

export interface ConfirmAnswersNeeds {
  responses: ResponseStore
  opening: Pick<ReturnType<typeof openResponse>, 'isTheirs'>
}

/** Says that what a colleague or a coordinator has handed in is right. Twice is once. */
export function confirmAnswers({ responses, opening }: ConfirmAnswersNeeds) {
  return async (responseId: number, personId: number): Promise<void> => {
    const response = await responses.readLocked(responseId)
    if (!response || !(await opening.isTheirs(response, personId))) throw questionnaireErrors.notYours()
    if (response.state !== 'submitted' || response.submittedBy === personId)
      throw questionnaireErrors.notToConfirm()
    await responses.confirm(responseId, personId)
  }
}
