import type { Telegram } from '../../src/sandbox/telegram.ts'
import { until } from '../support/until.ts'
import { reads } from './desk-plans.ts'
import type { Executed, StatementRecorder } from './statement-recorder.ts'
import { percentile } from './table.ts'

/** A screen of the desk, by the kind of button that opens it. */
export interface Visits {
  kind: string
  milliseconds: number[]
}

export interface VisitorNeeds {
  telegram: Telegram
  userId: number
  isQuiet(): Promise<boolean>
  /** What is asked of the database. */
  recorder: Pick<StatementRecorder, 'take'>
}

/** How long a screen may take to appear at all, in seconds. */
const patience = 30
/** Milliseconds. */
const noteAfter = 1_500

/** A coordinator who looks at every screen there is, and notes how soon each is there. */
export function deskVisitor({ telegram, userId, isQuiet, recorder }: VisitorNeeds) {
  const visits = new Map<string, number[]>()
  const statements = new Map<string, number>()
  const read: Executed[] = []
  let shownAt: number | undefined
  telegram.subscribe((event) => {
    if (event.kind !== 'received' || shownAt !== undefined) return
    if (/^(sendMessage|editMessageText|sendDocument|sendPhoto)$/.test(event.call.method))
      shownAt = performance.now()
  })

  async function timed(kind: string, act: () => unknown): Promise<void> {
    await until('it is quiet', isQuiet, patience)
    shownAt = undefined
    recorder.take()
    const begun = performance.now()
    void Promise.resolve(act()).catch(() => {})
    // Some answer by a note over the chat only, which is no screen.
    const isNoScreen = async () => performance.now() - begun > noteAfter && (await isQuiet())
    await until(`${kind} is shown`, async () => shownAt !== undefined || (await isNoScreen()), patience)
    if (shownAt !== undefined) visits.set(kind, [...(visits.get(kind) ?? []), shownAt - begun])
    await until('it is quiet', isQuiet, patience)
    const asked = reads(recorder.take())
    statements.set(kind, Math.min(statements.get(kind) ?? Infinity, asked.length))
    read.push(...asked)
  }

  const phone = () => telegram.phone(userId)

  return {
    visits,
    /** How many statements read what a screen shows, by its kind: the fewest, because a watch may ask at the same time. */
    statements,
    /** All of those. */
    read,
    starts: () => timed('/start', () => phone().start({})),
    types: (kind: string, text: string) => timed(kind, () => phone().type({ text })),
    presses: (messageId: number, data: string) =>
      timed(kindOf(data), () => telegram.forgePress({ userId, messageId, data })),
    /** The buttons of the newest message of the bot that has any. */
    buttons(): { messageId: number; data: string }[] {
      const message = phone()
        .state()
        .messages.findLast(
          ({ from, keyboard }) => from === 'bot' && (keyboard?.inline_keyboard ?? []).length > 0,
        )
      return (message?.keyboard?.inline_keyboard ?? [])
        .flat()
        .flatMap((key) =>
          'callback_data' in key ? [{ messageId: message?.id ?? 0, data: key.callback_data ?? '' }] : [],
        )
    },
    /** The 95th percentile of each kind of screen, the slowest first. */
    slowest: (): [kind: string, p95: number][] =>
      [...visits]
        .map(([kind, all]): [string, number] => [kind, percentile(all, 0.95)])
        .sort((one, other) => other[1] - one[1]),
  }
}

export const kindOf = (data: string): string => data.split(':')[0] ?? ''
