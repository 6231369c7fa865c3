import { foldForSearch } from '../../../../shared/search-folding.ts'
import { asciiDigits } from '../../../../shared/ascii-digits.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import type { Choice } from '../../domain/form.ts'
import type { Key, Look, Scene } from './kind.ts'

const perPage = 8
/** Above this many, somebody types a few letters rather than leafing. */
export const leafedAtMost = 20
const longestOnButton = 40

export interface Offered {
  index: number
  name: string
  label: string
}

/** What can be chosen, with its words, in the order in which it is shown. */
export const offeredIn = ({ session, path, language }: Scene): Offered[] =>
  session
    .choices(path)
    .map((choice, index) => ({ index, name: choice.name, label: labelOf(choice, session, path, language) }))

const labelOf = (choice: Choice, session: Scene['session'], path: string, language: string): string =>
  session.text(choice.label, path, language) || choice.name

/** The labels of chosen names, in the order of the names. */
export function labelsOf(value: string, scene: Scene): string[] {
  const offered = new Map(offeredIn(scene).map(({ name, label }) => [name, label]))
  return value
    .split(' ')
    .filter(Boolean)
    .map((name) => offered.get(name) ?? name)
}

/** One page of what is offered, or what a search found. */
export function pageOf(offered: readonly Offered[], { page = 0, search }: Look) {
  if (search !== undefined) {
    const found = matching(offered, search)
    return { shown: found.slice(0, perPage), isMore: found.length > perPage, page: 0, pages: 1 }
  }
  const pages = Math.ceil(offered.length / perPage)
  const at = Math.min(Math.max(page, 0), Math.max(pages - 1, 0))
  return { shown: offered.slice(at * perPage, (at + 1) * perPage), isMore: false, page: at, pages }
}

/** ‹ 1/3 › */
export const pageRow = (page: number, pages: number): Key[][] =>
  pages < 2
    ? []
    : [
        [
          { label: '‹', value: `p${(page + pages - 1) % pages}` },
          { label: `${page + 1}/${pages}`, value: `p${page}` },
          { label: '›', value: `p${(page + 1) % pages}` },
        ],
      ]

/** The page a button leads to. */
export const tappedPage = (value: string): number | undefined => {
  const [, page] = /^p(\d{1,4})$/.exec(value) ?? []
  return page === undefined ? undefined : Number(page)
}

export const pageWith = (index: number): number => Math.floor(index / perPage)

/** Whether the labels are too long for buttons, and have to be read above them. */
export const areLong = (offered: readonly Offered[]): boolean =>
  offered.some(({ label }) => [...label].length > longestOnButton)

/** Words on buttons: two beside each other where all are short, five where they are hardly more than a sign. */
export function perRowFor(labels: readonly string[]): number {
  const longest = Math.max(...labels.map((label) => [...label].length), 0)
  if (longest <= 3 && labels.length > 3)
    return labels.length > 6 ? Math.ceil(labels.length / 2) : labels.length
  // Three short ones stand in a row, and none is left alone in the last where that can be helped.
  if (longest <= 11 && labels.length % 2 === 1 && labels.length % 3 !== 1) return 3
  return longest <= 14 ? 2 : 1
}

/** What somebody typed instead of tapping: a label, its number, or a part of exactly one. */
export function typedOffer(
  offered: readonly Offered[],
  typed: string,
): { kind: 'one'; offer: Offered } | { kind: 'several'; search: string } {
  const folded = foldForSearch(typed)
  const exact = offered.filter(({ label }) => foldForSearch(label) === folded)
  const [only] = exact
  if (only && exact.length === 1 && folded !== '') return { kind: 'one', offer: only }
  const number = /^\d{1,3}$/.exec(asciiDigits(typed.trim()))?.[0]
  const numbered = number === undefined ? undefined : offered[Number(number) - 1]
  if (numbered) return { kind: 'one', offer: numbered }
  const found = matching(offered, typed)
  if (found.length === 0) throw questionnaireErrors.noChoice(typed)
  return { kind: 'several', search: typed }
}

/**
 * What somebody typed to choose several, cut at the signs between them. A label may have such a sign itself: the longest
 * one that stands there counts. Numbers alone may stand with spaces between them.
 */
export function typedOffers(offered: readonly Offered[], typed: string): ReturnType<typeof typedOffer>[] {
  const isOfNumbers = /^[\d\s]+$/.test(asciiDigits(typed))
  const parts = typed.split(isOfNumbers ? /(?<=\s)/ : /(?<=[,;>\n])/)
  const found: ReturnType<typeof typedOffer>[] = []
  for (let from = 0; from < parts.length;) {
    const whole = longestLabel(offered, parts, from)
    const part = parts[from]?.replace(/[,;>\n]+$/, '') ?? ''
    if (whole) found.push({ kind: 'one', offer: whole.offer })
    else if (part.trim() !== '') found.push(typedOffer(offered, part))
    from = whole?.end ?? from + 1
  }
  return found
}

/** The label of which most parts are made, from one part on. */
function longestLabel(offered: readonly Offered[], parts: readonly string[], from: number) {
  for (let end = parts.length; end > from; end -= 1) {
    const folded = foldForSearch(parts.slice(from, end).join(''))
    const [only, ...others] = offered.filter(({ label }) => foldForSearch(label) === folded)
    if (only && others.length === 0 && folded !== '') return { offer: only, end }
  }
  return undefined
}

/** Whose label has a word that begins like each of the words, in any order; else whose label has it anywhere. */
function matching(offered: readonly Offered[], search: string): readonly Offered[] {
  const folded = foldForSearch(search)
  if (folded === '') return []
  const begun = offered.filter(({ label }) => {
    const words = foldForSearch(label).split(' ')
    return folded.split(' ').every((part) => words.some((word) => word.startsWith(part)))
  })
  return begun.length > 0 ? begun : offered.filter(({ label }) => foldForSearch(label).includes(folded))
}
