import type { DownloadFile } from '../../../bot/download-file.ts'
import type { Job } from '../../../platform/jobs.ts'
import { fetchJob } from '../actions/change-document.ts'
import type { DocumentStore } from '../data/document-store.ts'

/** What a bot may fetch. */
export const mostMegabytes = 20

/** Fetches a document, because Telegram does not promise to keep it; it is kept sealed. */
export function fetchDocument({
  documents,
  download,
}: {
  documents: DocumentStore
  download: DownloadFile
}): Job {
  return {
    name: fetchJob,
    async work(ids, signal) {
      const id = Number(ids['fileId'])
      const fileId = await documents.toFetch(id)
      if (fileId === undefined) return
      const fetched = await download(fileId, { mostBytes: mostMegabytes * 1024 * 1024, signal })
      if (fetched.kind === 'notFetched') throw new Error('a document could not be fetched')
      if (fetched.kind === 'fetched') await documents.fetched(id, fetched.bytes)
    },
  }
}
