/** UTF-16 units of a message and of a caption, as Telegram counts them. */
export const mostUnits = { text: 4096, caption: 1024 } as const

/** The length that Telegram counts: without tags, entities as the signs they stand for, trimmed. */
export const visibleLength = (html: string): number =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);/gi, '.')
    .trim().length
