import type { FontMetrics } from './font-metrics.ts'

export interface Fitting {
  font: FontMetrics
  size: number
  width: number
  /** A text that needs more ends with an ellipsis. */
  mostLines: number
}

/** Breaks a text into lines that fit; a word that is too long for a line is broken as well. */
export function fitText(text: string, fitting: Fitting): string[] {
  const { font, size, width, mostLines } = fitting
  const fits = (line: string) => font.widthOf(line) * size <= width
  const lines: string[] = []
  let line = ''
  for (const word of drawable(text, font).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = piecesOf(word, fits)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  if (line !== '') lines.push(line)
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), shortened(lines[mostLines - 1] ?? '', fits)]
}

/** Without the signs the font does not have, which would be drawn as empty boxes: an emoji in a label says nothing more. */
export const drawable = (text: string, font: FontMetrics): string =>
  [...text.normalize('NFC').replace(/\s+/g, ' ')]
    .filter((letter) => font.has(letter))
    .join('')
    .replace(/ +/g, ' ')
    .trim()

function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const letters = [...line]
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
