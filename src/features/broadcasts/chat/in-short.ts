import { shortenedTo } from '../../../shared/clean-text.ts'
import { plainOf } from '../domain/composing/html-of.ts'

const longest = 300

/** The words of a broadcast, Telegram's HTML, in a line of a message about it. */
export const inShort = (html: string): string => shortenedTo(plainOf(html).replace(/\s+/g, ' '), longest)
