import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isRefused } from '../../../../shared/domain-error.ts'
import type { RunsBroadcast } from '../../actions/runs-broadcast.ts'
import type { WatcherStore } from '../../data/watcher-store.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { BroadcastNumbers } from '../../data/numbers.ts'
import type { ReportStore } from '../../data/report-store.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import type { CorrectedClock } from '../afterwards/corrected-clock.ts'
import { cardView, type CardScene } from './card-view.ts'

export interface CardsNeeds {
  broadcasts: Pick<BroadcastStore, 'read'>
  reports: ReportStore
  numbers(broadcastId: number): Promise<BroadcastNumbers>
  watchers: Pick<WatcherStore, 'of' | 'leaves'>
  runs: RunsBroadcast
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Pick<Messenger, 'show'>
  texts: Texts
  clock: Clock
  clockOf: CorrectedClock
  sendRate: number
}

/** Machine seconds between two drawings of a card while its broadcast is being sent. */
const secondsBetween = 3

export type Cards = ReturnType<typeof broadcastCards>

/** The card of a broadcast in its author's chat, and where a colleague has opened it: edited in place as it goes on. */
export function broadcastCards(needs: CardsNeeds) {
  const {
    broadcasts,
    reports,
    numbers,
    watchers,
    runs,
    accounts,
    messenger,
    texts,
    clock,
    clockOf,
    sendRate,
  } = needs

  async function sceneOf(broadcast: Broadcast, words: Words): Promise<CardScene> {
    const clockText = await clockOf(broadcast)
    return {
      broadcast,
      numbers: await numbers(broadcast.id),
      tally: broadcast.answers.length > 0 ? await reports.tally(broadcast.id) : new Map(),
      silent: await reports.count(broadcast.id, 'silent'),
      altered: await reports.altered(broadcast.id),
      byHand: await reports.byHand(broadcast.id),
      now: clock.now(),
      clockText: (at) => clockText(at, words),
      sendRate,
    }
  }

  async function draw(broadcastId: number): Promise<void> {
    const broadcast = await broadcasts.read(broadcastId)
    // What was taken back leads to its words; they have taken the place of the card.
    if (!broadcast || broadcast.state === 'draft' || broadcast.state === 'undone') return
    for (const { userId, language, isReachable } of await phonesOf(broadcast))
      if (isReachable) {
        const words = texts.words(language)
        messenger.show(userId, cardOf(broadcastId), cardView(words, await sceneOf(broadcast, words)), {
          priority: priorities.normal,
        })
      }
  }

  /** Its author's and those of whoever else has opened the card, as far as they may see it still. */
  async function phonesOf({ id, authorId }: Broadcast) {
    const isTheirs = !(await isRefused(() => runs(authorId, id)))
    const phones = isTheirs ? await accounts.ofPerson(authorId) : []
    for (const personId of await watchers.of(id)) {
      if (personId === authorId) continue
      if (await isRefused(() => runs(personId, id))) await watchers.leaves(id, personId)
      else phones.push(...(await accounts.ofPerson(personId)))
    }
    return phones
  }

  const watch: Watch = {
    name: 'broadcasts.cards',
    nextDue: async () => ((await reports.isAnyOutdated(secondsBetween)) ? clock.now() : undefined),
    async work() {
      const ids = await reports.takeOutdated(secondsBetween)
      for (const id of ids) await draw(id)
      return ids.length > 0
    },
  }

  return { sceneOf, watch, outdate: reports.outdate }
}

/** The live message that shows a broadcast. */
export const cardOf = (broadcastId: number): string => `broadcast:${broadcastId}`
