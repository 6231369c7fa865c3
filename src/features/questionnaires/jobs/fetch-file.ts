import type { DownloadFile } from '../../../bot/download-file.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { ResponseFiles } from '../data/files/response-files.ts'
import { mediaTypeOf } from '../domain/media-type.ts'

export const fetchJob = 'questionnaires.fetch-file'

const mostBytes = 20 * 1024 * 1024

export interface FetchFileNeeds {
  files: ResponseFiles
  download: DownloadFile
}

/** Fetches a file that is an answer, because Telegram does not promise to keep it; one that is too large stays there. */
export function fetchFile({ files, download }: FetchFileNeeds): Job {
  return {
    name: fetchJob,
    async work(ids, signal) {
      const id = Number(ids['fileId'])
      const file = await files.toFetch(id)
      if (!file) return
      const fetched = await download(file.fileId, { mostBytes, signal })
      if (fetched.kind === 'notFetched') throw new Error('a file of a response could not be fetched')
      if (fetched.kind === 'fetched') await files.keep(id, fetched.bytes, mediaTypeOf(fetched.bytes))
    },
  }
}
