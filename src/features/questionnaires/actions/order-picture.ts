import type { JobIds } from '../../../platform/jobs.ts'
import type { PictureOrderStore } from '../data/results/picture-order-store.ts'
import { summaryErrors } from '../domain/summary/summary-errors.ts'
import type { ReadSummary } from './read-summary.ts'

/** The job that draws a page of a summary and sends the picture. */
export const pictureJob = 'questionnaires.draw-summary'

export interface OrderPictureNeeds {
  summary: ReadSummary
  pictures: PictureOrderStore
  /** Queues a job with the current transaction. */
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** Orders a page of a summary as a picture; a second tap finds the first one under way. */
export function orderPicture({ summary, pictures, sendJob }: OrderPictureNeeds) {
  return async (order: {
    personId: number
    chatId: number
    questionnaireId: number
    round?: number
    at: number
  }): Promise<void> => {
    const { personId, chatId, questionnaireId, at } = order
    // Refused here already, where the refusal can still answer the tap.
    const { pages, round } = await summary.pages(personId, questionnaireId, order.round)
    if (!pages[at]) throw summaryErrors.noQuestion()
    const ordered = await pictures.add({ personId, chatId, questionnaireId, round, place: at })
    if (!ordered) throw summaryErrors.underWay()
    await sendJob(pictureJob, { pictureId: ordered.id })
  }
}
