import { SpreadsheetRefused } from '../../../platform/spreadsheets/index.ts'
import { ThreadOverran, workInThread } from '../../../platform/work-in-thread.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { FormReading } from '../domain/xlsform/read-form.ts'

export type ReadFormInThread = (workbook: Workbook) => Promise<FormReading>

/**
 * Reads a questionnaire in a thread of its own, so that the bot keeps answering others; one that takes longer than 10 s
 * is refused like a file that is too large.
 */
export const readFormInThread =
  ({ deadlineSeconds = 10, memoryMegabytes = 320 } = {}): ReadFormInThread =>
  (workbook) =>
    workInThread<FormReading>(new URL('./form-reading-thread.ts', import.meta.url), workbook, {
      deadlineSeconds,
      memoryMegabytes,
    }).catch((error: unknown) => {
      if (!(error instanceof ThreadOverran)) throw error
      const limit = error.what === 'time' ? deadlineSeconds : memoryMegabytes
      throw new SpreadsheetRefused('E_FILE_TOO_LARGE', error.what, { limit })
    })
