import { foldLetters } from './fold-letters.ts'

/**
 * Brings a text to the form in which it is compared: no accents, no case, one kind of i, words with single spaces
 * between. A name is folded into its search column whenever it is written, and what somebody types is folded the same
 * way, so `celik` finds `Çelik Dış Ticaret A.Ş.`. Folding twice changes nothing.
 */
export function foldForSearch(text: string): string {
  const words = foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (!anyLegalForm.test(words)) return words
  return legalForms.reduce((folded, [pattern, form]) => folded.replace(pattern, form), words)
}

/** How firms end: written out, with dots or together, it is the same firm. Longer forms come first. */
const forms: readonly (readonly [string, string])[] = [
  ['s a s u', 'sasu'],
  ['s a s', 'sas'],
  ['anonim (sirketi|sirket|sti)', 'as'],
  ['a s', 'as'],
  ['limited', 'ltd'],
  ['ltd (sirketi|sirket)', 'ltd sti'],
  ['san(ayi)?( ve)? tic(aret)?', 'sanayi ve ticaret'],
  ['dis tic', 'dis ticaret'],
  ['s a r l', 'sarl'],
  ['s a u', 'sau'],
  ['s a', 'sa'],
  ['s l u', 'slu'],
  ['s l', 'sl'],
  ['s r l', 'srl'],
  ['s p a', 'spa'],
  ['sociedad anonima', 'sa'],
  ['sociedad limitada', 'sl'],
  ['g m b h', 'gmbh'],
]

const legalForms = forms.map(([form, short]) => [word(form, 'gu'), short] as const)

/** Most texts have none, and one look tells. */
const anyLegalForm = word(forms.map(([form]) => form).join('|'), 'u')

function word(pattern: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags)
}
