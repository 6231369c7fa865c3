import type { JobIds } from '../../../platform/jobs.ts'
import type { ResultExport, ResultExportStore } from '../data/results/result-export-store.ts'
import type { FormLanguage } from '../domain/form.ts'
import { resultErrors } from '../domain/results/result-errors.ts'
import type { ReadResults } from './read-results.ts'

/** The job that makes a table of results. */
export const tableJob = 'questionnaires.result-table'

export interface OrderTableNeeds {
  reading: ReadResults
  exports: ResultExportStore
  /** Queues a job with the current transaction. */
  sendJob(name: string, ids: JobIds): Promise<void>
}

export type OrderTable = ReturnType<typeof orderTable>

/** Orders a table of results, and stops one that is being made. */
export function orderTable({ reading, exports, sendJob }: OrderTableNeeds) {
  return {
    /** The languages a table of these results can have. */
    async languages(personId: number | null, questionnaireId: number): Promise<readonly FormLanguage[]> {
      return (await reading.open(personId, questionnaireId, 'all')).frame.languages
    },

    /** A second tap finds the first one under way. */
    async order(order: {
      personId: number
      chatId: number
      questionnaireId: number
      language: FormLanguage
    }): Promise<ResultExport> {
      const { personId, chatId, questionnaireId, language } = order
      await reading.open(personId, questionnaireId, 'all')
      if (await exports.underWay(questionnaireId, personId)) throw resultErrors.underWay()
      const ordered = await exports.add({ questionnaireId, personId, chatId, language: language.name })
      await sendJob(tableJob, { exportId: ordered.id })
      return ordered
    },

    /** Only whoever ordered it stops it; what has ended stays as it is. */
    async stop(personId: number | null, exportId: number): Promise<ResultExport> {
      const found = await exports.readLocked(exportId)
      if (!found || found.personId !== personId) throw resultErrors.notYours()
      if (found.state !== 'ordered') throw resultErrors.over()
      await exports.end(exportId, 'stopped')
      return found
    },
  }
}
