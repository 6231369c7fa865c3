import { lengthOf, shortenedTo } from '../../../shared/clean-text.ts'

/** So many characters a locked phone shows of a message. */
const longest = 64
/** Of whatever is named at the end of the first line at least so much stays. */
const shortest = 16

/** As much of a place or a title as fits behind `head` into what a locked phone shows. */
export const fitting = (head: string, text: string): string =>
  shortenedTo(text, Math.max(shortest, longest - lengthOf(head)))

/** "08:45 · Barcelona · Hotel": when and where, and of a long place only what a locked phone shows. */
export function firstLine(when: string, where: string): string {
  const head = `✈️ ${when} · `
  return `${when} · ${fitting(head, where)}`
}
