import type { SearchWords } from '../../domain/desk/search-words.ts'
import type { Given } from './parameters.ts'

/** So many applications of one search are looked at; whoever looks for less types more. */
export const mostFound = 200

/** SQL: that every word is in the name of whoever applies (`a`) or of the firm: where few applications are looked at. */
export function fitsWords({ words, phone, number, code }: SearchWords, given: Given): string {
  const ofPerson = (fits: string) => `exists (select from persons p where p.id = a.person_id and ${fits})`
  const ofFirm = (fits: string) => `exists (select from firms f where f.id = a.firm_id and ${fits})`
  const ways = [
    ...(number === undefined ? [] : [isNumbered(number, code, given)]),
    ...(phone === undefined ? [] : [ofPerson(`p.searched like ${given(`%${phone}%`)}`)]),
    ...(words.length === 0
      ? []
      : [
          words
            .map(
              (word) =>
                `(${ofPerson(contains('p.searched', word, given))} or ${ofFirm(contains('f.folded_name', word, given))})`,
            )
            .join(' and '),
        ]),
  ]
  return `(${ways.map((way) => `(${way})`).join(' or ')})`
}

/** SQL: applications in one way, that fit the `others` of the conditions too. */
type Way = (given: Given, others: readonly string[]) => string

/**
 * The ways in which something typed can be meant, the surest first: by a number with its code; by a number, a telephone, or
 * all words in the name of the person or of the firm; some words in one and the rest in the other. What comes later is looked
 * for only where nothing was found before. Each goes by an index of its own, so a chamber of many years is not read through.
 */
export function waysToFind({ words, phone, number, code }: SearchWords): Way[][] {
  const isExact = number !== undefined && code !== undefined
  return [
    isExact ? [byNumber(number, code)] : [],
    [
      ...(number === undefined || isExact ? [] : [byNumber(number)]),
      ...(phone === undefined ? [] : [byNames([], [phone])]),
      ...(words.length > 0 ? [byNames([], words), byNames(words, [])] : []),
    ],
    splits(words).map(({ firm, person }) => byNames(firm, person)),
  ].filter((ways) => ways.length > 0)
}

/** SQL: the numbers of the applications that any of these ways finds. */
export const foundBy = (ways: readonly Way[], given: Given, others: readonly string[]): string =>
  ways.map((way) => `(${way(given, others)} limit ${mostFound})`).join(' union ')

const applied = (conditions: readonly string[]) =>
  `select a.id from activities x join applications a on a.activity_id = x.id where ${conditions.join(' and ')}`

const byNumber =
  (number: number, code?: string): Way =>
  (given, others) =>
    applied([isNumbered(number, code, given), ...others])

/** Every one of these words in the name of the firm, and every one of those with the person. */
const byNames =
  (firm: readonly string[], person: readonly string[]): Way =>
  (given, others) => {
    const all = (column: string, words: readonly string[]) =>
      words.map((word) => contains(column, word, given)).join(' and ')
    return applied([
      ...(firm.length > 0
        ? [`a.firm_id in (select f.id from firms f where ${all('f.folded_name', firm)})`]
        : []),
      ...(person.length > 0
        ? [`a.person_id in (select p.id from persons p where ${all('p.searched', person)})`]
        : []),
      ...others,
    ])
  }

const mostSplit = 4

/** One word is one side's, and all the others are the other's. */
function splits(all: readonly string[]): { firm: string[]; person: string[] }[] {
  const words = all.slice(0, mostSplit)
  if (words.length < 2) return []
  const single = words.map((word, at) => ({ one: [word], rest: words.filter((_, other) => other !== at) }))
  const ofFirm = single.map(({ one, rest }) => ({ firm: rest, person: one }))
  const ofPerson = single.map(({ one, rest }) => ({ firm: one, person: rest }))
  return words.length === 2 ? ofFirm : [...ofFirm, ...ofPerson]
}

/** From three letters on anywhere; two only where a word begins, or no index would help. */
function contains(column: string, word: string, given: Given): string {
  if (word.length > 2) return `${column} like ${given(`%${word}%`)}`
  return `(${column} like ${given(`${word}%`)} or ${column} like ${given(`% ${word}%`)})`
}

const isNumbered = (number: number, code: string | undefined, given: Given): string =>
  `a.number = ${given(number)}::int${code === undefined ? '' : ` and x.code = ${given(code)}`}`
