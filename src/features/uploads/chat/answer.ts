import type { Message } from '../../../bot/messenger.ts'
import type { SheetToWrite } from '../../../shared/spreadsheet.ts'

/** What somebody is told about a file: a message, and a file where it has no room for everything. */
export interface Answer {
  message: Message
  file?: { name: string; sheets: SheetToWrite[] }
}

/** The first lines that there is room for, and how many are left over. */
export function fitting(
  lines: readonly string[],
  most: { lines: number; characters: number },
): { shown: string[]; rest: number } {
  const shown: string[] = []
  let length = 0
  for (const line of lines.slice(0, most.lines)) {
    length += line.length + 1
    if (length > most.characters) break
    shown.push(line)
  }
  return { shown, rest: lines.length - shown.length }
}

/** A long value, cut where no character is halved. */
export const shortened = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
