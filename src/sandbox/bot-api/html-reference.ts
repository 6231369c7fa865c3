import { badRequest } from './api-error.ts'

export const cannotParse = (words: string) => badRequest(`can't parse entities: ${words}`)

export const byteOffset = (html: string, position: number) => Buffer.byteLength(html.slice(0, position))

/** `&lt;` `&gt;` `&amp;` `&quot;` and numeric references; everything else stays as it is written. */
export function decodeReference(html: string, position: number): { text: string; end: number } {
  const match = /^&(?:#(?:x([0-9a-fA-F]+)|(\d+))|([a-zA-Z]+));?/.exec(html.slice(position, position + 14))
  const named: Partial<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  if (match) {
    const [whole, hex, decimal, name = ''] = match
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0
    const text =
      named[name] ?? (code > 0 && code < 0x10ffff && whole.length <= 10 ? String.fromCodePoint(code) : '')
    if (text) return { text, end: position + whole.length }
  }
  return { text: '&', end: position + 1 }
}
