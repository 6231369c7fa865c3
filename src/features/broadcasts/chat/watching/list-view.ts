import type { Message } from '../../../../bot/messenger.ts'
import { joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { formatPhone } from '../../../people/index.ts'
import type { Listed, ListKind } from '../../data/report-store.ts'
import * as buttons from './buttons.ts'

/** Why a message could not be altered. */
const unalteredBecause = ['gone', 'old', 'doubt', 'blocked', 'language'] as const

/** Names on one page. */
export const mostListed = 15

export interface ListPage {
  broadcastId: number
  kind: ListKind
  nth: number
  offset: number
  count: number
  people: readonly Listed[]
  /** Of the answer, where the list is of those who gave it. */
  label: string
}

/** Who did not get it, or has not said a word, with the numbers to call them. */
export function listView(words: Words, page: ListPage): Message {
  const { broadcastId, kind, nth, offset, count, people } = page
  const turn = (text: string, to: number) => ({
    text,
    callback_data: buttons.openList.pack({ broadcastId, kind, nth, offset: to }),
  })
  const turns = [
    ...(offset > 0 ? [turn('‹', Math.max(0, offset - mostListed))] : []),
    ...(offset + people.length < count ? [turn('›', offset + mostListed)] : []),
  ]
  return {
    text: [
      words(`watching:heads.${kind}`, { count, label: page.label }),
      people.map((one) => lineOf(words, one, page.kind)).join('\n') || words('watching:nobody'),
    ].join('\n\n'),
    isProtected: true,
    keyboard: [
      ...(turns.length > 0 ? [turns] : []),
      [{ text: words.plain('watching:back'), callback_data: buttons.openCard.pack({ broadcastId }) }],
    ],
  }
}

function lineOf(
  words: Words,
  { name, firm, phone, state, because, unaltered }: Listed,
  kind: ListKind,
): string {
  const why =
    kind === 'unaltered'
      ? [words.plain(`watching:because.${whyUnaltered(unaltered)}`)]
      : state === 'never_started' || state === 'blocked' || state === 'failed'
        ? [reasonOf(words, state, because)]
        : []
  return joined(
    [
      `• ${name || words.plain('watching:nameless')}`,
      ...(firm === null ? [] : [firm]),
      phone === null ? words.plain('watching:noPhone') : formatPhone(phone),
      ...why,
    ],
    ' · ',
  ).toString()
}

const whyUnaltered = (because: string | null) => unalteredBecause.find((one) => one === because) ?? 'refused'

/** Why somebody has not got it. */
export function reasonOf(words: Words, state: Listed['state'], because: string | null): string {
  if (state !== 'failed')
    return words.plain(`watching:because.${state === 'blocked' ? 'blocked' : 'neverStarted'}`)
  if (because === 'language') return words.plain('watching:because.language')
  if (because?.startsWith('field:')) return words.plain('watching:because.field', { field: because.slice(6) })
  return words.plain(`watching:because.${because?.startsWith('long:') ? 'long' : 'refused'}`)
}
