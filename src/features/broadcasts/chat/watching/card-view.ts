import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { BroadcastNumbers } from '../../data/numbers.ts'
import { asksForWord, type Broadcast } from '../../domain/broadcast.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import type { RecipientState } from '../../domain/recipient.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import { cardKeys } from './card-keys.ts'

/** A broadcast with all that its card says. */
export interface CardScene {
  broadcast: Broadcast
  numbers: BroadcastNumbers
  /** How often each answer was chosen. */
  tally: ReadonlyMap<number, number>
  silent: number
  /** Messages that are still to be altered, and readers whose message could not be. */
  altered: { waiting: number; failed: number }
  /** Those who have no Telegram: told by a coordinator, which is not seen. */
  byHand: { people: number; told: number; waiting: number }
  now: Temporal.Instant
  /** "14:05 (Barcelona)". */
  clockText: (at: Temporal.Instant) => string
  /** Messages a second, for the whole bot. */
  sendRate: number
}

const barLength = 10

/** How far a broadcast is, and afterwards what has become of it. */
export function cardView(words: Words, scene: CardScene): Message {
  const { broadcast } = scene
  return {
    text: [
      words(`watching:state.${standingOf(scene)}`),
      ...excerpt(words, broadcast),
      ...(broadcast.startedAt === null ? [] : [progress(words, scene)]),
      ...answers(words, scene),
      ...afterwards(words, scene),
    ].join('\n\n'),
    keyboard: cardKeys(words, scene),
  }
}

/** What is said of it in a word; while all who are left sleep, nothing is on its way. */
function standingOf({ broadcast: { state, recalledAt }, numbers: { states } }: CardScene) {
  if (recalledAt !== null) return 'recalled'
  const { waiting = 0, sending = 0, quiet = 0 } = states
  return state === 'sending' && waiting + sending === 0 && quiet > 0 ? 'morning' : state
}

function excerpt(words: Words, { content, priority, reason }: Broadcast): string[] {
  const html = readText(content.texts, words.language)
  const lines = [
    ...(html === undefined
      ? []
      : [words('watching:excerpt', { text: shortenedTo(plainOf(html).replace(/\s+/g, ' '), 120) })]),
    ...(priority === 'urgent' && reason !== null ? [words('watching:reason', { reason })] : []),
  ]
  return lines.length > 0 ? [lines.join('\n')] : []
}

function progress(words: Words, { broadcast, numbers, silent, byHand, sendRate }: CardScene): string {
  const of = (...states: RecipientState[]) =>
    states.reduce((sum, state) => sum + (numbers.states[state] ?? 0), 0)
  const waiting = of('waiting', 'sending')
  const done = numbers.people - waiting - of('quiet')
  const filled = numbers.people === 0 ? barLength : Math.floor((done / numbers.people) * barLength)
  const counted = (
    [
      ['quiet', of('quiet')],
      ['blocked', of('blocked')],
      ['neverStarted', of('never_started')],
      ['failed', of('failed')],
      ['doubt', of('in_doubt')],
      ['late', of('late')],
      ['stopped', of('stopped')],
      ['optedOut', of('opted_out')],
      ['replied', numbers.replied],
    ] as const
  ).flatMap(([key, count]) => (count > 0 ? [words(`watching:count.${key}`, { count })] : []))
  return [
    `${'▰'.repeat(filled)}${'▱'.repeat(barLength - filled)} ${words('watching:done', { done, people: numbers.people })}`,
    words('watching:count.sent', { count: of('sent') - byHand.people }),
    ...(asksForWord(broadcast) ? [words('watching:seen', { seen: numbers.seen, silent })] : []),
    ...(byHand.people > 0 ? [words('watching:byHand', { told: byHand.told, people: byHand.people })] : []),
    ...counted,
    ...(broadcast.state === 'sending' && waiting > 0
      ? [
          words('watching:left', {
            seconds: String(Math.ceil((waiting * messagesEach(broadcast)) / sendRate)),
          }),
        ]
      : []),
  ].join('\n')
}

/** Of an album each picture counts, and the words that follow it. */
const messagesEach = ({ content: { media } }: Broadcast): number => (media.length > 1 ? media.length + 1 : 1)

function answers(words: Words, { broadcast, tally }: CardScene): string[] {
  if (broadcast.answers.length === 0) return []
  const lines = broadcast.answers.map((option, nth) =>
    words('watching:answer', { label: labelOf(option, words), votes: tally.get(nth) ?? 0 }),
  )
  return [lines.join('\n')]
}

/** That it was corrected or taken back, and how far that has got. */
function afterwards(words: Words, { broadcast, altered, clockText }: CardScene): string[] {
  const { correctedAt, recalledAt } = broadcast
  const at = recalledAt ?? correctedAt
  if (at === null) return []
  const act = recalledAt === null ? 'corrected' : 'recalled'
  const { waiting, failed } = altered
  return [
    [
      words(`watching:${act}.at`, { time: clockText(at) }),
      ...(waiting > 0 ? [words(`watching:${act}.waiting`, { count: waiting })] : []),
      ...(failed > 0 ? [words(`watching:${act}.failed`, { count: failed })] : []),
    ].join('\n'),
  ]
}
