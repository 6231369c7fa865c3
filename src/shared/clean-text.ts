/** Marks that turn text around on the screen; somebody else's name could end up reading as another sentence. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Characters without a shape that only hide in a text, letters among them (the fillers of Hangul) and the empty
 * Braille sign. The joiners of emoji and Persian (U+200C, U+200D) stay.
 */
const invisible =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/g

/** What somebody typed as one line: no control or direction characters, single spaces, none around it. */
export const cleanLine = (text: string): string => withoutHidden(text).replace(/\s+/g, ' ').trim()

/** What somebody typed as paragraphs: the same, but line breaks stay, at most one empty line between paragraphs. */
export const cleanParagraphs = (text: string): string =>
  withoutHidden(text.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** How many characters a person would count: an emoji with its skin tone is one. */
export const lengthOf = (text: string): number =>
  isPlain.test(text) ? text.length : [...graphemes.segment(text)].length

const isPlain = /^[\x20-\x7e]*$/

/** The beginning of a text; an emoji at the cut goes as a whole, because half of one is no text any more. */
export const beginningOf = (text: string, atMost: number): string => [...text].slice(0, atMost).join('')

/** The same, and that something is missing can be seen; cut between two words, unless one alone is too long. */
export function shortenedTo(text: string, atMost: number): string {
  if ([...text].length <= atMost) return text
  const beginning = beginningOf(text, atMost)
  const words = beginning.slice(0, beginning.lastIndexOf(' ')).replace(/[\s,;:·–—-]+$/, '')
  return `${words.length * 2 > atMost ? words : beginningOf(text, atMost - 1).trimEnd()}…`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const withoutHidden = (text: string): string =>
  text
    .toWellFormed()
    .replace(directionMarks, '')
    .replace(invisible, '')
    .replace(/[^\P{Cc}\s]/gu, '')
