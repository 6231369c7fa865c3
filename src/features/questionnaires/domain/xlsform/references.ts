import { isName } from './check-name.ts'

/** A text cut at its references: `Thanks ${name}!` → `Thanks `, `name`, `!`. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'reference'; readonly name: string }
  /** Begins like a reference and is none: `${age`, `${ age }`. */
  | { readonly kind: 'broken'; readonly text: string }

const lastSaved = /^last-saved#/

/** Cuts a text at everything that begins with `${`. */
export function cutAtReferences(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (;;) {
    const at = text.indexOf('${', from)
    if (at < 0) break
    if (at > from) pieces.push({ kind: 'words', text: text.slice(from, at) })
    const end = text.indexOf('}', at)
    const until = end < 0 ? text.length : end + 1
    const name = text.slice(at + 2, until - 1)
    if (end >= 0 && isName(name.replace(lastSaved, ''))) pieces.push({ kind: 'reference', name })
    else pieces.push({ kind: 'broken', text: text.slice(at, until) })
    from = until
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) })
  return pieces
}

/**
 * What a device keeps besides the answers, an earlier response (`${last-saved#age}`) or its id, is nothing here: such a
 * reference is written as a bare word, which is blank.
 */
export function withoutDevice(text: string, named: ReadonlyMap<string, unknown>): string {
  if (!text.includes('${')) return text
  return text
    .replace(/\$\{last-saved#([^{}\s]+)\}/g, 'last-saved-$1')
    .replace(/\$\{instanceID\}/g, (found) => (named.has('instanceID') ? found : 'instanceID'))
}
