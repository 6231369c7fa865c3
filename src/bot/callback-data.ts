import { DomainError } from '../shared/domain-error.ts'

/** `later`: a text at the end that older buttons of this kind do not carry; on those it is empty. */
type Field = 'text' | 'number' | 'later'
type Fields = Record<string, Field>
type Values<Shape extends Fields> = { [Name in keyof Shape]: Shape[Name] extends 'number' ? number : string }

/** A kind of button: what it carries, packed into Telegram's 64 bytes. */
export interface Button<Shape extends Fields> {
  readonly name: string
  /** Matches the data of every button of this kind. */
  readonly pattern: RegExp
  pack(values: Values<Shape>): string
  /** Reads what a button carries; a forged one is refused like a stale one. */
  unpack(data: string): Values<Shape>
}

const mostBytes = 64

/**
 * Defines a kind of button. Names are stable for good, room letter, dot, verb: old buttons stay in old chats.
 *
 *     const choose = button('p.language', { language: 'text' })
 *     choose.pack({ language: 'tr' }) // 'p.language:tr'
 */
export function button<const Shape extends Fields = Record<never, never>>(
  name: string,
  shape = {} as Shape,
): Button<Shape> {
  const fields = Object.entries(shape)
  const fewest = fields.findLastIndex(([, kind]) => kind !== 'later') + 1
  return {
    name,
    pattern: new RegExp(`^${RegExp.escape(name)}(:|$)`),
    pack(values) {
      const data = [name, ...fields.map(([field]) => String(values[field as keyof Shape]))].join(':')
      const bytes = Buffer.byteLength(data)
      if (bytes > mostBytes)
        throw new RangeError(`The button ${name} carries ${bytes} bytes, more than ${mostBytes}.`)
      return data
    },
    unpack(data) {
      const parts = data.split(':').slice(1)
      if (parts.length < fewest || parts.length > fields.length) throw staleButton()
      return Object.fromEntries(
        fields.map(([field, kind], index) => [field, read(parts[index] ?? '', kind)]),
      ) as Values<Shape>
    },
  }
}

function read(text: string, kind: Field): string | number {
  if (kind !== 'number') return text
  if (!/^-?\d{1,15}$/.test(text)) throw staleButton()
  return Number(text)
}

/** What a button says that has nothing to press any more. */
export const staleButton = () => new DomainError('bot:errors.staleButton')
