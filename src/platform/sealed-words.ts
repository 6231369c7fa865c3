import type { KeyRing } from './crypto.ts'

/** Words that are sealed one by one in the column in which they used to stand in clear. */
export interface SealedWords {
  seal(words: string): string
  /** What is in clear is as it is: rows of before are sealed by the clean-up. */
  open<Words extends string | null>(kept: Words): Words
  sealEach(words: Readonly<Record<string, string>>): Record<string, string>
  openEach<Kept extends Readonly<Record<string, string>> | null>(kept: Kept): Kept
}

/** What a sealed value begins with. Nobody can type it, so words in clear are never taken for sealed ones. */
const mark = '\u0001'

/** Seals words for a place, and opens what is sealed for it. */
export function sealedWords(keys: Pick<KeyRing, 'seal' | 'open'>, place: string): SealedWords {
  const isSealed = (kept: string | null): kept is string => kept?.startsWith(mark) ?? false
  const seal = (words: string) => (words === '' || isSealed(words) ? words : mark + keys.seal(words, place))
  const open = <Words extends string | null>(kept: Words): Words =>
    isSealed(kept) ? (keys.open(kept.slice(1), place) as Words) : kept
  const each = (record: Readonly<Record<string, string>>, change: (value: string) => string) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
  return {
    ...{ seal, open },
    sealEach: (words) => each(words, seal),
    openEach: (kept) => (kept === null ? kept : (each(kept, open) as typeof kept)),
  }
}

/** Whether a column holds words in clear: SQL. */
export const isInClear = (column: string): string => `(${column} <> '' and left(${column}, 1) <> chr(1))`
