import { DomainError } from '../../../shared/domain-error.ts'
import type { UploadStore } from '../data/upload-store.ts'
import type { Upload, UploadContent } from '../domain/upload.ts'
import { uploadErrors } from '../domain/upload-errors.ts'

/** An upload that waits for its tap. */
export type WaitingUpload = Upload & { content: UploadContent }

/** The two taps below a preview, each of which counts once. */
export function settleUpload({ uploads }: { uploads: UploadStore }) {
  /** The upload, locked, if it waits for a tap of this person. */
  async function waiting(uploadId: number, personId: number | null): Promise<WaitingUpload> {
    const upload = await uploads.readLocked(uploadId)
    if (!upload || upload.personId !== personId) throw new DomainError('bot:errors.staleButton')
    if (upload.state === 'published') throw uploadErrors.publishedAlready()
    if (upload.state === 'discarded') throw uploadErrors.discardedAlready()
    if (upload.state === 'previewed' && upload.content === null) throw uploadErrors.sendAgain()
    if (!isWaiting(upload)) throw new DomainError('bot:errors.staleButton')
    return upload
  }

  return {
    waiting,
    async discard(uploadId: number, personId: number | null): Promise<void> {
      await waiting(uploadId, personId)
      await uploads.finish(uploadId, 'discarded')
    },
  }
}

const isWaiting = (upload: Upload): upload is WaitingUpload =>
  upload.state === 'previewed' && upload.content !== null
