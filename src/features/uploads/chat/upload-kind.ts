import type { Chat } from '../../../bot/context.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { WaitingUpload } from '../actions/settle-upload.ts'
import type { Upload, UploadKindName } from '../domain/upload.ts'
import type { Answer } from './answer.ts'

/** A kind of spreadsheet that a room takes. */
export interface UploadKind {
  kind: UploadKindName
  /**
   * Reads it whole and says everything that is wrong with it, or what would change; writes nothing. `shown` is a digest of
   * that, when there is something to publish. What this person may not do is thrown as a refusal.
   */
  judge(upload: Upload, workbook: Workbook, words: Words): Promise<{ answer: Answer; shown?: string }>
  /** After the tap on Publish; may the person still do it is asked here again. */
  publish(chat: Chat, upload: WaitingUpload): Promise<void>
}
