/** What a call would have shown, as plain words to be copied; empty where it would have shown no words. */
export function plainTextOf(payload: Readonly<Record<string, unknown>>): string {
  const { text, caption, media, title, address } = payload
  const captions = Array.isArray(media)
    ? media.flatMap((one: { caption?: unknown }) => (typeof one.caption === 'string' ? [one.caption] : []))
    : []
  const found = [text, caption, ...captions, title, address].filter((part) => typeof part === 'string')
  return withoutMarkup(found.join('\n')).trim()
}

/** Telegram's HTML as plain words. */
export const withoutMarkup = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
