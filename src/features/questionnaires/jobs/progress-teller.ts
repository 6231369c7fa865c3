import type { Message, Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import { screenOfTable } from '../chat/desk/results/table-views.ts'
import type { ResultExport, ResultExportStore } from '../data/results/result-export-store.ts'

export interface ProgressTellerNeeds {
  exports: Pick<ResultExportStore, 'goesOn'>
  database: Pick<Database, 'transaction'>
  messenger: Pick<Messenger, 'show'>
  task: ResultExport
  signal: AbortSignal
  view(rows: number): Message
  /** It is done before anybody could read how far it is. */
  isShort: boolean
}

/** The message is changed that often at most, in milliseconds: more would cost the chat its pace. */
const pause = 2_000

/** Notes how far a table is, tells it now and then, and says whether it is still wanted. */
export function progressTeller(needs: ProgressTellerNeeds): (rows: number) => Promise<boolean> {
  const { exports, database, messenger, task, signal, view, isShort } = needs
  let toldAt = -Infinity
  let told = ''
  return (rows) => {
    // The process is about to end: the job comes back and begins anew.
    signal.throwIfAborted()
    return database.transaction(async () => {
      if (!(await exports.goesOn(task.id, rows))) return false
      const message = view(rows)
      if (isShort || message.text === told || performance.now() - toldAt < pause) return true
      messenger.show(task.chatId, screenOfTable(task.id), message)
      toldAt = performance.now()
      told = message.text
      return true
    })
  }
}
