import type { Logger } from 'pino'
import type { Clock } from '../../platform/clock.ts'
import { isBrokenRule, isPassing, type Database } from '../../platform/database.ts'
import { newErrorId } from '../../platform/error-id.ts'
import type { ClaimedUpdate } from '../data/claimed-updates.ts'
import type { InboxRows } from '../data/inbox-rows.ts'
import type { OutboxRow } from '../data/outbox-rows.ts'
import type { Doubt } from '../sending/doubt.ts'
import type { Measure } from '../measure.ts'
import type { Messenger } from '../messenger.ts'

/** What handling an update leaves behind besides its rows. */
export interface HandledUpdate {
  conversation: string | null | undefined
  /** Said after the commit, best effort: the answer to a pressed button. */
  afterwards?: () => void
}

export interface HandlingNeeds {
  database: Database
  clock: Clock
  log: Logger
  rows: InboxRows
  messenger: Pick<Messenger, 'take'>
  processNumber: () => number
  /** Handles one update inside its transaction. */
  handle(update: ClaimedUpdate): Promise<HandledUpdate>
  /** Says sorry, with the id that is also in the log, in a transaction of its own. */
  apologise(update: ClaimedUpdate, errorId: string): Promise<void>
  /** Makes the body of an update unreadable without the key. */
  seal(body: string): string
  send(rows: OutboxRow[]): void
  /** Arises with every failure, because nobody knows then what the database has done. */
  doubt: Doubt
  measure: Omit<Measure, 'sent' | 'delivered'>
}

/** Seconds between tries; an update that fails after the last of them is set aside. */
const pauses = [1, 5, 20]
/** A process may die so often with one update in its hands; then the update is to blame. */
const mostDeaths = 3
/** Seconds until the next try when something else than the update was to blame. */
const passingPause = 2

/**
 * One update that is in our hands: handled in one transaction together with the state of the conversation and what it
 * wants said. What fails is tried again, and at last set aside; resolves with the seconds after which it waits again.
 */
export function handling(needs: HandlingNeeds) {
  const { database, clock, log, rows, messenger, processNumber, handle, send, measure, doubt } = needs

  async function run(update: ClaimedUpdate): Promise<number | undefined> {
    const startedAt = performance.now()
    try {
      if (update.deaths > mostDeaths) throw new Error('The process died each time it handled this update.')
      await handleOnce(update).catch((error: unknown) => {
        // Something it rests on has changed while it was handled: nothing of it remains, and it is handled anew.
        if (!isBrokenRule(error)) throw error
        return handleOnce(update)
      })
      measure.handled((performance.now() - startedAt) / 1000)
      return undefined
    } catch (error) {
      measure.failed()
      doubt.arise()
      return fail(update, error).catch((failure: unknown) => {
        log.error({ err: failure, inbox: update.id }, 'inbox.fail.failed')
        return passingPause
      })
    }
  }

  async function handleOnce(update: ClaimedUpdate): Promise<void> {
    let afterwards: (() => void) | undefined
    await database.transaction(async (transaction) => {
      const { conversation, afterwards: answer } = await handle(update)
      afterwards = answer
      const { id, lane } = update
      const said = messenger.take(transaction)
      const handled = { id, lane, processNumber: processNumber(), now: clock.now(), conversation, said }
      await transaction.writeLast(rows.end(handled, send))
    })
    afterwards?.()
  }

  const pauseAfter = ({ attempts }: ClaimedUpdate) => pauses[attempts - 1]

  async function fail(update: ClaimedUpdate, error: unknown): Promise<number | undefined> {
    const name = error instanceof Error ? error.name : 'unknown'
    // The database was away, or somebody else held what this needs: that is not the update's fault, so it never uses up a try.
    const isNoTry = isPassing(error)
    const isLast = !isNoTry && (pauseAfter(update) === undefined || update.deaths > mostDeaths)
    const errorId = isLast ? newErrorId() : undefined
    log.error({ err: error, inbox: update.id, attempt: update.attempts, errorId }, 'update.failed')
    if (errorId === undefined) {
      const afterSeconds = isNoTry ? passingPause : (pauseAfter(update) ?? passingPause)
      await rows.giveBack(update.id, processNumber(), { afterSeconds, error: name, isNoTry })
      return afterSeconds
    }
    await database.transaction(async () => {
      const seal = { body: needs.seal(update.body), error: name, errorId }
      if (await rows.setAside(update.id, processNumber(), seal, clock.now()))
        await needs.apologise(update, errorId)
    })
    return 0
  }

  return run
}
