import { button } from '../../../bot/callback-data.ts'

/** Below the preview of a file. The prefix is older than this room. */
export const publishUpload = button('a.publish', { uploadId: 'number' })
export const discardUpload = button('a.discard', { uploadId: 'number' })
