import { foldForSearch } from '../../../../shared/search-folding.ts'

/** What somebody types to find an application. */
export interface SearchWords {
  /** Folded; each is part of a name or of a firm's. */
  words: readonly string[]
  /** Of a telephone: without the zeros or the country's that stand before it at home. */
  phone?: string
  /** Of an application; the code where it was typed too. */
  number?: number
  code?: string
}

const reference = /^\s*#?\s*(?:([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\s/])?\s*(\d{1,6})\s*$/u
const onlyPhone = /^[\s\d+()/.–-]+$/
const fewestDigits = 5
const fewestLetters = 2
const mostWords = 6

/** `BCN26-0007`, `7`, `0532 123 45 67`, `çelik ayşe`: what each can mean; undefined: too little to look for. */
export function readSearch(text: string): SearchWords | undefined {
  const digits = text.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '')
  const phone = onlyPhone.test(text) && digits.length >= fewestDigits ? { phone: digits } : {}
  const [, code, number] = reference.exec(text) ?? []
  const asReference =
    number === undefined ? {} : { number: Number(number), ...(code ? { code: code.toUpperCase() } : {}) }
  const words = onlyPhone.test(text)
    ? []
    : foldForSearch(text)
        .split(' ')
        .filter((word) => word.length >= fewestLetters)
        .slice(0, mostWords)
  const isNothing = words.length === 0 && phone.phone === undefined && number === undefined
  return isNothing ? undefined : { words, ...phone, ...asReference }
}
