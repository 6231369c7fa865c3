import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Clock } from '../platform/clock.ts'
import type { KeyRing } from '../platform/crypto.ts'
import type { Database } from '../platform/database.ts'
import type { SessionLocks } from '../platform/session-locks.ts'
import type { Texts } from '../platform/texts/open-texts.ts'
import type { Language } from '../shared/localized-text.ts'
import { apologising } from './apologise.ts'
import { accounts as openAccounts } from './data/accounts.ts'
import type { ClaimedUpdate } from './data/claimed-updates.ts'
import { doorRows } from './data/door-rows.ts'
import { moveChat } from './data/move-chat.ts'
import type { OutboxRow } from './data/outbox-rows.ts'
import { openDoubt } from './sending/doubt.ts'
import { fates } from './sending/fates.ts'
import type { Feature } from './feature.ts'
import { housekeeping } from './housekeeping.ts'
import type { HandledUpdate } from './receiving/handling.ts'
import { inbox as openInbox } from './receiving/inbox.ts'
import type { Measure } from './measure.ts'
import { messenger as openMessenger } from './messenger.ts'
import { openChat } from './open-chat.ts'
import { partings } from './partings.ts'
import { keepForHand } from './sending/keep-for-hand.ts'
import { performCall } from './sending/perform-call.ts'
import { poll } from './receiving/polling.ts'
import { profile as openProfile } from './publish-profile.ts'
import { deriveSecret, registerWebhook } from './receiving/register-webhook.ts'
import { sender as openSender } from './sending/sender.ts'
import { answerButtons } from './answer-buttons.ts'
import type { CallApi } from './sending/transport.ts'
import { webhook } from './receiving/webhook.ts'

export interface FrontDoorNeeds {
  api: Api
  call: CallApi
  me: UserFromGetMe
  database: Database
  locks: SessionLocks
  clock: Clock
  log: Logger
  texts: Texts
  measure: Measure
  sendRate: number
  /** Calls one chat may get at once; a story that plays fast wants more than Telegram's 5. */
  chatBurst?: number
  defaultLanguage: Language
  /** Updates this process handles side by side; 0: none. */
  hands: number
  /** Makes text unreadable without the key. */
  keys: Pick<KeyRing, 'seal' | 'open'>
  /** Another version of the sittings than the code's: how a test deploys. */
  version?: number
}

/**
 * Everything between Telegram and the rooms. It opens in three steps: what rooms need to speak, then the rooms, then
 * the door itself, because nothing may come in before somebody is there to answer.
 */
export async function frontDoor(needs: FrontDoorNeeds) {
  const {
    api,
    call,
    me,
    database,
    locks,
    clock,
    log,
    texts,
    measure,
    sendRate,
    chatBurst,
    defaultLanguage,
    keys,
    hands,
    version,
  } = needs
  let inside: readonly Feature[] = []
  const rows = doorRows(
    database,
    me.id,
    { keys, rate: sendRate, ...(chatBurst === undefined ? {} : { chatBurst }) },
    () => inside.flatMap(({ knownOfSender }) => knownOfSender ?? []),
  )
  const accounts = openAccounts({ database, clock, defaultLanguage })
  await rows.pace.prepare()

  const answer = answerButtons({ call, pause: (seconds) => rows.pace.pause(0, seconds) })
  const doubt = openDoubt()
  const send = (owed: OutboxRow[]) => sender.enqueue(owed)
  const messenger = openMessenger({
    database,
    clock,
    outbox: rows.outbox,
    processNumber: () => house.number,
    send,
  })
  const move = moveChat(database)
  /** What could not be learnt is uploaded once more the next time: the message itself has been sent. */
  const onUploaded = (about: string, fileId: string): Promise<void> =>
    database
      .transaction(async () => {
        for (const { learnsFile } of inside) await learnsFile?.(about, fileId)
      })
      .catch((error: unknown) => log.error({ err: error }, 'file.not-learnt'))
  const features = () => inside
  const { outbox } = rows
  const { learn, end } = fates({ database, outbox, log, features, count: measure.delivered })
  const sender = openSender({
    clock,
    log,
    rows: outbox,
    paces: rows.pace,
    perform: performCall({ api, call, onUploaded, keepForHand: keepForHand(rows.byHand, clock) }, outbox),
    endDeliveries: end,
    processNumber: () => house.number,
    ...partings({ database, clock, accounts, outbox, features, learnFates: learn }),
    async onMigrated(from, to) {
      await move(from, to, house.number)
      sender.enqueue(await rows.outbox.owedBy(house.number))
    },
    count: measure.sent,
  })
  let handle: (update: ClaimedUpdate) => Promise<HandledUpdate> = () =>
    Promise.reject(new Error('not open yet'))
  const inbox = openInbox({
    database,
    clock,
    log,
    rows: rows.inbox,
    messenger,
    seal: (text) => keys.seal(text, 'inbox.body'),
    hands,
    send,
    doubt,
    measure,
    processNumber: () => house.number,
    handle: (update) => handle(update),
    apologise: apologising({ answer, texts, messenger, defaultLanguage }),
  })
  const house = await housekeeping({
    locks,
    log,
    inbox: rows.inbox,
    outbox: rows.outbox,
    doubt,
    wake: inbox.wake,
    suspect: inbox.suspect,
    send,
  })

  return {
    messenger,
    accounts,
    profile: openProfile({ api, texts, log, defaultLanguage }),
    rows,
    inbox,
    sender,
    /** Lets people in, now that the rooms are there. */
    async open(features: readonly Feature[]): Promise<void> {
      inside = features
      handle = openChat({
        me,
        api,
        answer,
        database,
        texts,
        messenger,
        accounts,
        features,
        ...(version === undefined ? {} : { version }),
      })
      await house.begin()
      await database.listen('heyet_inbox', (from) => {
        if (from !== String(house.number)) inbox.wake()
      })
      inbox.wake()
    },
    /** Fetches updates by long polling, in one process at a time. */
    poll: () => poll({ api, locks, log, botId: me.id, receive: inbox.receive }),
    /** `POST /telegram`, for whoever knows the secret. */
    webhook: (secret = deriveSecret(api.token)): Hono => webhook({ secret, receive: inbox.receive }),
    /** Has Telegram deliver updates to this address (`webhookAddress`). */
    registerWebhook: (address: string, secret = deriveSecret(api.token)): Promise<void> =>
      registerWebhook(api, address, secret),
    /** Nothing in hand and nothing owed by this process. */
    isIdle: () => inbox.isIdle && sender.isIdle,
    sweeps: [...rows.inbox.sweeps, ...rows.outbox.sweeps, ...rows.pace.sweeps, ...rows.byHand.sweeps],
    async close(): Promise<void> {
      await inbox.close()
      await sender.close()
      house.close()
    },
  }
}

export type FrontDoor = Awaited<ReturnType<typeof frontDoor>>
