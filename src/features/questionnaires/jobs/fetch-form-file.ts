import type { DownloadFile } from '../../../bot/download-file.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { People } from '../../people/index.ts'
import type { FormFiles } from '../data/files/form-files.ts'
import type { FormFileKind } from '../domain/form-files.ts'
import { mediaTypeOf } from '../domain/media-type.ts'

export const fetchFormFileJob = 'questionnaires.fetch-form-file'

/** What Telegram lets a bot send of each kind. */
export const mostMegabytes: Readonly<Record<FormFileKind, number>> = { image: 10, audio: 20, video: 20 }

export interface FetchFormFileNeeds {
  formFiles: FormFiles
  download: DownloadFile
  database: Pick<Database, 'transaction'>
  people: Pick<People, 'tell'>
}

/** Fetches a picture, a sound or a film of a form; what is none by its content is thrown away, and whoever sent it is told. */
export function fetchFormFile({ formFiles, download, database, people }: FetchFormFileNeeds): Job {
  return {
    name: fetchFormFileJob,
    async work(ids, signal) {
      const id = Number(ids['formFileId'])
      const file = await formFiles.toFetch(id)
      if (!file) return
      const mostBytes = mostMegabytes[file.kind] * 1024 * 1024
      const fetched = await download(file.fileId, { mostBytes, signal })
      if (fetched.kind === 'notFetched') throw new Error('a file of a form could not be fetched')
      const mediaType = fetched.kind === 'fetched' ? mediaTypeOf(fetched.bytes) : undefined
      await database.transaction(async () => {
        if (fetched.kind === 'fetched' && mediaType?.startsWith(`${file.kind}/`))
          return formFiles.keep(id, fetched.bytes, mediaType)
        await formFiles.remove(id)
        await people.tell(file.personId, (words) => ({
          text:
            fetched.kind === 'tooLarge'
              ? words('formdesk:files.tooLarge', { name: file.name, megabytes: mostMegabytes[file.kind] })
              : words(`formdesk:files.otherwise.${file.kind}`, { name: file.name }),
        }))
      })
    },
  }
}
