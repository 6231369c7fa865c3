import { workInThread } from '../work-in-thread.ts'
import type { Picture } from './picture.ts'

const limits = { deadlineSeconds: 60, memoryMegabytes: 256 }

/**
 * Draws a picture as a PNG file, 1080 pixels wide, in a thread of its own: what draws is loaded there and is gone
 * afterwards, so that the bot neither starts slower nor grows.
 */
export const drawPicture = (picture: Picture): Promise<Uint8Array> =>
  workInThread<Uint8Array>(new URL('./drawing-thread.ts', import.meta.url), picture, limits)
