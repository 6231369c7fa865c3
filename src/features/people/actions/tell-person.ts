import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Message, Messenger, SayOptions } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { isByHand } from '../../../shared/by-hand.ts'
import { isQuiet } from '../../../shared/quiet-hours.ts'

export type TellPerson = ReturnType<typeof tellPerson>

/** What is to be said; `undefined` where there is nothing to say in that language. */
type Said = Message | undefined

export interface TellOptions extends Pick<SayOptions, 'about'> {
  /** It is the live message of this task. */
  screen?: string
  /** What it reminds of: where a coordinator passes it on, the newest takes the place of what nobody has passed on yet. */
  reminds?: string
  /** From then on a coordinator passes it on no more. */
  usefulUntil?: Temporal.Instant
}

export interface TellNeeds {
  accounts: Accounts
  zoneOf(personId: number): Promise<string>
  messenger: Messenger
  texts: Texts
  clock: Clock
}

/**
 * Tells a person something, in the language of each phone that can be reached, silently in the quiet hours of their own
 * zone. With `screen` it becomes the live message of that task. Returns how many phones that were.
 */
export function tellPerson({ accounts, zoneOf, messenger, texts, clock }: TellNeeds) {
  return async (
    personId: number,
    say: (words: Words) => Said | Promise<Said>,
    { screen, reminds, usefulUntil, ...options }: TellOptions = {},
  ): Promise<number> => {
    const reachable = (await accounts.ofPerson(personId)).filter(({ isReachable }) => isReachable)
    if (reachable.length === 0) return 0
    const silence = isQuiet(clock.now(), await zoneOf(personId)) ? { isSilent: true } : {}
    for (const { userId, language } of reachable) {
      const message = await say(texts.wordsTo({ userId, language }))
      if (!message) continue
      const line = screen ?? (isByHand(userId) ? reminds : undefined)
      if (line === undefined) messenger.say(userId, { ...message, ...silence }, options)
      else messenger.show(userId, line, { ...message, ...silence }, { isFresh: true, usefulUntil })
    }
    return reachable.length
  }
}
