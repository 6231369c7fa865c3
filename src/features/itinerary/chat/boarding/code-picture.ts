import { toBuffer } from 'qrcode'
import type { DocumentMessage } from '../../../../bot/messenger.ts'

/** What a code on the wall opens. */
export const checkInLink = (botUsername: string, token: string): string =>
  `https://t.me/${botUsername}?start=a_${token}`

/** A link as a code to show or hang up. */
export const codePicture = async (name: string, link: string): Promise<Omit<DocumentMessage, 'caption'>> => ({
  as: 'photo',
  name: `check-in-${name}.png`,
  content: new Uint8Array(await toBuffer(link, { width: 720, margin: 3 })),
})
