import { numberOf, textOf } from '../values.ts'
import { selfOf, zoneOf, type Implementation } from '../world.ts'
import { matchesWhole } from './patterns.ts'
import { ofTexts } from './values.ts'

/** Characters as Unicode counts them, so that an emoji is not cut in two. */
const characters = (text: string): string[] => [...text]

/** From 0, up to but without the end; below 0 counts from the end. */
function substr(text: string, start: number, end: number): string {
  const all = characters(text)
  return Number.isNaN(start) || Number.isNaN(end)
    ? ''
    : all.slice(Math.trunc(start), Math.trunc(end)).join('')
}

/** XPath 1.0, section 4.2: from 1, and both are rounded. */
function substring(text: string, start: number, length: number): string {
  const [from, to] = [Math.round(start), Math.round(start) + Math.round(length)]
  return characters(text)
    .filter((_, index) => index + 1 >= from && index + 1 < to)
    .join('')
}

/** A text and up to two numbers. */
const cut =
  (work: (text: string, from: number, to: number) => string): Implementation =>
  ([value, from, to], view, evaluate) => {
    const numberIn = (one: typeof from): number =>
      one ? numberOf(evaluate(one, view), zoneOf(view)) : Infinity
    return value ? work(textOf(evaluate(value, view)), numberIn(from), numberIn(to)) : ''
  }

function translate(text: string, from: string, to: string): string {
  const [letters, others] = [characters(from), characters(to)]
  return characters(text)
    .map((letter) => {
      const at = letters.indexOf(letter)
      return at === -1 ? letter : (others[at] ?? '')
    })
    .join('')
}

/** Of the value, or of the answer itself. */
const ofTextOrSelf =
  (work: (text: string) => string | number): Implementation =>
  ([value], view, evaluate) =>
    work(value ? textOf(evaluate(value, view)) : view.world.text(selfOf(view)))

const before = (text: string, part: string): string => text.slice(0, Math.max(0, text.indexOf(part)))

const after = (text: string, part: string): string =>
  text.includes(part) ? text.slice(text.indexOf(part) + part.length) : ''

export const texts = {
  string: ofTextOrSelf((text) => text),
  'string-length': ofTextOrSelf((text) => characters(text).length),
  'normalize-space': ofTextOrSelf((text) => text.replace(/\s+/g, ' ').trim()),
  trim: ofTexts((text = '') => text.trim()),
  substr: cut(substr),
  substring: cut(substring),
  'substring-before': ofTexts((text = '', part = '') => before(text, part)),
  'substring-after': ofTexts((text = '', part = '') => after(text, part)),
  contains: ofTexts((text = '', part = '') => text.includes(part)),
  'starts-with': ofTexts((text = '', part = '') => text.startsWith(part)),
  'ends-with': ofTexts((text = '', part = '') => text.endsWith(part)),
  translate: ofTexts((text = '', from = '', to = '') => translate(text, from, to)),
  regex: ofTexts((text = '', pattern = '') => matchesWhole(text, pattern)),
} satisfies Record<string, Implementation>
