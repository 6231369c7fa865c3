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
  return legalForms.reduce((folded, [pattern, form]) => folded.replace(pattern, form), words)
}

/** How firms end: written out, with dots or together, it is the same firm. Longer forms come first. */
const legalForms: readonly (readonly [RegExp, string])[] = [
  [word('s a s u'), 'sasu'],
  [word('s a s'), 'sas'],
  [word('anonim (sirketi|sirket|sti)'), 'as'],
  [word('a s'), 'as'],
  [word('limited'), 'ltd'],
  [word('ltd (sirketi|sirket)'), 'ltd sti'],
  [word('san(ayi)?( ve)? tic(aret)?'), 'sanayi ve ticaret'],
  [word('dis tic'), 'dis ticaret'],
  [word('s a r l'), 'sarl'],
  [word('s a u'), 'sau'],
  [word('s a'), 'sa'],
  [word('s l u'), 'slu'],
  [word('s l'), 'sl'],
  [word('s r l'), 'srl'],
  [word('s p a'), 'spa'],
  [word('sociedad anonima'), 'sa'],
  [word('sociedad limitada'), 'sl'],
  [word('g m b h'), 'gmbh'],
]

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu')
}
