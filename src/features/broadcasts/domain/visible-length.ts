/** UTF-16 units of a message and of a caption, as Telegram counts them. */
export const mostUnits = { text: 4096, caption: 1024 } as const

/**
 * Room for what stands around the words of a broadcast: who has sent it and why, that it is in another language, corrected,
 * or older than its reader's seat. Words and these are one message; a caption without room becomes a message of its own.
 */
const roomForFrame = 500

/** What the words of a broadcast may have, filled in. */
export const mostWords = mostUnits.text - roomForFrame

/** The length that Telegram counts: without tags, entities as the signs they stand for, trimmed. */
export const visibleLength = (html: string): number =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);/gi, '.')
    .trim().length
