import type { DownloadFile } from '../../../bot/download-file.ts'
import { readSpreadsheetInWorker, SpreadsheetRefused } from '../../../platform/spreadsheets/index.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import { recogniseSpreadsheet } from '../../../shared/spreadsheet-kind.ts'
import { mostMegabytes } from '../actions/receive-upload.ts'
import type { Answer } from '../chat/answer.ts'
import { notOursAnswer, refusedAnswer } from '../chat/refusals.ts'
import type { UploadKind } from '../chat/upload-kind.ts'
import { countCells, mostCells, storable, type Upload, type UploadContent } from '../domain/upload.ts'
import { nameOf } from './uploader.ts'

export interface JudgeNeeds {
  download: DownloadFile
  kinds: readonly UploadKind[]
}

/** What came of a file: the answer, and what is kept of it when there is something to publish. */
export interface Verdict {
  answer: Answer
  content?: UploadContent
}

export type JudgeUpload = ReturnType<typeof judgeUpload>

/** Fetches a file, reads it whole and says what is wrong or what would change. Waits for the network; writes nothing. */
export function judgeUpload({ download, kinds }: JudgeNeeds) {
  async function fetched({ fileId }: Upload, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const mostBytes = mostMegabytes * 1024 * 1024
    const file = await download(fileId ?? '', { mostBytes, signal })
    if (file.kind === 'tooLarge')
      throw new SpreadsheetRefused('E_FILE_TOO_LARGE', 'bytes', { limit: mostMegabytes })
    return file.kind === 'fetched' ? file.bytes : undefined
  }

  async function judge(upload: Upload, words: Words, signal: AbortSignal): Promise<Verdict> {
    const name = nameOf(words, upload)
    const bytes = await fetched(upload, signal)
    if (!bytes) return { answer: { message: { text: words('uploads:notFetched', { name }) } } }
    const workbook = await read(bytes)
    const found = recogniseSpreadsheet(workbook)
    const ours = kinds.find(({ kind }) => kind === found)
    if (!ours) return { answer: notOursAnswer(words, name, workbook) }
    const { answer, shown } = await ours.judge(upload, workbook, words)
    if (shown === undefined) return { answer }
    return { answer, content: { kind: ours.kind, workbook, shown } }
  }

  return (upload: Upload, words: Words, signal: AbortSignal): Promise<Verdict> =>
    judge(upload, words, signal).catch((error: unknown): Verdict => {
      if (!(error instanceof DomainError)) throw error
      return { answer: refusedAnswer(words, nameOf(words, upload), error) }
    })
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  const workbook = await readSpreadsheetInWorker(bytes)
  if (countCells(workbook) > mostCells)
    throw new SpreadsheetRefused('E_FILE_TOO_LARGE', 'cells', { limit: mostCells })
  return storable(workbook)
}
