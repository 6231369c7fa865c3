import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { BroadcastNumbers } from '../../data/numbers.ts'
import type { ReportStore } from '../../data/report-store.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { cardView, type CardScene } from './card-view.ts'

export interface CardsNeeds {
  broadcasts: Pick<BroadcastStore, 'read'>
  reports: ReportStore
  numbers(broadcastId: number): Promise<BroadcastNumbers>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Pick<Messenger, 'show'>
  texts: Texts
  clock: Clock
  sendRate: number
}

/** Machine seconds between two drawings of a card while its broadcast is being sent. */
const secondsBetween = 3

export type Cards = ReturnType<typeof broadcastCards>

/** The card of a broadcast in its author's chat: edited in place as it goes on. */
export function broadcastCards(needs: CardsNeeds) {
  const { broadcasts, reports, numbers, accounts, messenger, texts, clock, sendRate } = needs

  async function sceneOf(broadcast: Broadcast): Promise<CardScene> {
    return {
      broadcast,
      numbers: await numbers(broadcast.id),
      tally: broadcast.answers.length > 0 ? await reports.tally(broadcast.id) : new Map(),
      silent: await reports.count(broadcast.id, 'silent'),
      sendRate,
    }
  }

  async function draw(broadcastId: number): Promise<void> {
    const broadcast = await broadcasts.read(broadcastId)
    // What was taken back leads to its words; they have taken the place of the card.
    if (!broadcast || broadcast.state === 'draft' || broadcast.state === 'undone') return
    const scene = await sceneOf(broadcast)
    for (const { userId, language, isReachable } of await accounts.ofPerson(broadcast.authorId))
      if (isReachable)
        messenger.show(userId, cardOf(broadcastId), cardView(texts.words(language), scene), {
          priority: priorities.normal,
        })
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
