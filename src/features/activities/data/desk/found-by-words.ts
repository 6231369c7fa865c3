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

/**
 * SQL: the numbers of applications that fit what was typed and the `others` of the conditions. Each way goes by an index of
 * its own, so a chamber of many years is not read through.
 */
export function foundByWords(
  { words, phone, number, code }: SearchWords,
  given: Given,
  others: readonly string[],
): string {
  const applied = (...more: string[]) =>
    `select a.id from applications a join activities x on x.id = a.activity_id where ${[...more, ...others].join(' and ')}`
  const ofPersons = (fits: string) => applied(`a.person_id in (select p.id from persons p where ${fits})`)
  const ofFirms = (fits: string) => applied(`a.firm_id in (select f.id from firms f where ${fits})`)
  const inPerson = words.map((word) => contains('p.searched', word, given))
  const inFirm = words.map((word) => contains('f.folded_name', word, given))
  const ways = [
    ...(number === undefined ? [] : [byNumber(number, code, given, others)]),
    ...(phone === undefined ? [] : [ofPersons(`p.searched like ${given(`%${phone}%`)}`)]),
    ...(words.length > 0 ? [ofPersons(inPerson.join(' and ')), ofFirms(inFirm.join(' and '))] : []),
    // One word is the person's and another one the firm's.
    ...(words.length > 1 ? [byBoth(inPerson, inFirm, others)] : []),
  ]
  return ways.map((way) => `(${way} limit ${mostFound})`).join(' union ')
}

/** From three letters on anywhere; two only where a word begins, or no index would help. */
function contains(column: string, word: string, given: Given): string {
  if (word.length > 2) return `${column} like ${given(`%${word}%`)}`
  return `(${column} like ${given(`${word}%`)} or ${column} like ${given(`% ${word}%`)})`
}

const isNumbered = (number: number, code: string | undefined, given: Given): string =>
  `a.number = ${given(number)}::int${code === undefined ? '' : ` and x.code = ${given(code)}`}`

const byNumber = (
  number: number,
  code: string | undefined,
  given: Given,
  others: readonly string[],
): string =>
  `select a.id from activities x join applications a on a.activity_id = x.id
   where ${[isNumbered(number, code, given), ...others].join(' and ')}`

const byBoth = (
  inPerson: readonly string[],
  inFirm: readonly string[],
  others: readonly string[],
): string => {
  const each = inPerson.map((person, at) => `(${person} or ${inFirm[at] ?? 'false'})`)
  return `select a.id from (select * from firms f where ${inFirm.map((one) => `(${one})`).join(' or ')}) f
    join applications a on a.firm_id = f.id join persons p on p.id = a.person_id
    join activities x on x.id = a.activity_id where ${[...each, ...others].join(' and ')}`
}
