import type { Accounts } from '../../../../bot/data/accounts.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { RollCallScene } from '../../actions/boarding/look-at-roll-call.ts'
import type { LooksAfter } from '../../actions/boarding/looks-after.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import { rollCallView, screenOf } from './roll-call-view.ts'

export type ShowCards = ReturnType<typeof showingCards>

export interface ShowingCardsNeeds {
  rollCalls: Pick<RollCallStore, 'cards'>
  looksAfter: Pick<LooksAfter, 'everybody'>
  accounts: Pick<Accounts, 'ofPersons'>
  messenger: Pick<Messenger, 'show'>
  texts: Texts
}

/** Shows everybody who has the card of a list what it is now, in place. Whoever may not see it any more gets nothing. */
export function showingCards({ rollCalls, looksAfter, accounts, messenger, texts }: ShowingCardsNeeds) {
  return async (scene: RollCallScene, now: Temporal.Instant): Promise<void> => {
    const cards = await rollCalls.cards(scene.item.id)
    if (cards.length === 0) return
    const looking = await looksAfter.everybody(scene.activity)
    const phones = await accounts.ofPersons(cards.map(({ personId }) => personId))
    for (const card of cards) {
      const reach = looking.get(card.personId)
      if (!reach) continue
      for (const { userId, language, isReachable } of phones.get(card.personId) ?? []) {
        if (!isReachable) continue
        const message = rollCallView(texts.words(language), { ...scene, now, reach, look: card })
        messenger.show(userId, screenOf(scene.item.id), message, { priority: priorities.urgent })
      }
    }
  }
}
