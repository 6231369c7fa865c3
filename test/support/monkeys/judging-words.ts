import type { ReceivedCall } from '../../../src/sandbox/sandbox-events.ts'
import { openTexts } from '../../../src/platform/texts/open-texts.ts'
import { languages, type Language } from '../../../src/shared/localized-text.ts'
import { chatOf, keysOf, unquoted, wordsOf } from './calls.ts'
import type { Done, Finding } from './watching.ts'
import { typed } from './words.ts'
import type { FindForeign } from './wrong-language.ts'

/** Who reads which language. */
export type Spoken = ReadonlyMap<number, Language>

/** What must stand in no text: keys, variables, values that are none. */
const holes =
  /\b(?!https?:)[a-z]+:[a-z][A-Za-z]*\.[A-Za-z.]+\b|\{\{|\}\}|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date/

const broken = languages.map((one) => openTexts().words(one)('bot:errors.broken', { id: '' }).slice(0, 20))

/** A text with a hole in it, or one that apologises. */
export const judgeText = (text: string): Finding[] => [
  ...(holes.test(text) ? [{ kind: 'hole', detail: `${holes.exec(text)?.[0] ?? ''} in ${text}` }] : []),
  ...(broken.some((words) => text.includes(words)) ? [{ kind: 'apology', detail: text }] : []),
]

/** Buttons without words, the same one twice, and two that nobody can tell apart. */
export function judgeKeys(call: ReceivedCall): Finding[] {
  const keys = keysOf(call).filter(({ text }) => text !== '·')
  const among = (at: number, isSame: (other: (typeof keys)[number]) => boolean) =>
    keys.findIndex(isSame) !== at
  const twice = keys.filter(({ text, callback_data: data }, at) =>
    among(at, (other) => other.text === text && other.callback_data === data),
  )
  const alike = keys.filter(
    (key, at) =>
      !twice.includes(key) &&
      key.text.length > 2 &&
      // Firms and people may be called alike, where their names have been typed.
      !typed.some((words) => key.text.includes(words)) &&
      among(at, (other) => other.text === key.text),
  )
  const named = (kind: string) => (key: (typeof keys)[number]) => ({
    kind,
    detail: `${key.text} ${key.callback_data ?? ''} in ${wordsOf(call)[0] ?? ''}`,
  })
  return [
    ...keys.filter(({ text }) => text.trim() === '').map(named('empty label')),
    ...twice.map(named('twice')),
    ...alike.map(named('alike')),
  ]
}

/** Words of another language than the reader's, where that has not just changed. */
export function judgeLanguage(
  call: ReceivedCall,
  findForeign: FindForeign,
  settled: Spoken,
  done: Done,
): Finding[] {
  const language = settled.get(chatOf(call))
  if (!language || isToPassOn(call, done)) return []
  const foreign = findForeign(wordsOf(unquoted(call)), language).filter((piece) => !isName(piece))
  const beginning = wordsOf(call)[0]?.slice(0, 60) ?? ''
  return foreign.length === 0
    ? []
    : [{ kind: 'language', detail: `${language} reads ${foreign.slice(0, 4).join(' ~ ')} | ${beginning}` }]
}

/**
 * What is to be read or sent to somebody else stands in their language; a rehearsal in the one that was chosen, and what is
 * corrected in the one that it was sent in.
 */
const isToPassOn = (call: ReceivedCall, { userId, pressed }: Done): boolean =>
  (chatOf(call) === userId && /^(a\.(invite1|hand)|b\.(preview|corrected)):/.test(pressed?.data ?? '')) ||
  keysOf(call).some(({ callback_data = '' }) => callback_data.startsWith('a.handtold')) ||
  (call.method.startsWith('edit') && /^✏️/u.test(wordsOf(call)[0] ?? '')) ||
  /^(💬|📣|✍️|🧪)/u.test(wordsOf(call)[0] ?? '')

/** A proper name, or what somebody has typed. */
const isName = (piece: string): boolean =>
  /Cambra de Comer/.test(piece) || typed.some((words) => piece.endsWith(`: ${words}`))
