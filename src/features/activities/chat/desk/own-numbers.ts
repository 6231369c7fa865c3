import { deskNumber } from '../../../../bot/desk-number.ts'
import type { DeskNumber } from '../../../../bot/feature.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Reach } from '../../../people/index.ts'
import type { ApplicationSearch } from '../../data/desk/application-search.ts'
import { packFilter } from '../../domain/desk/application-filter.ts'
import { applicationsList } from '../buttons.ts'

export interface OwnNumbersNeeds {
  search: Pick<ApplicationSearch, 'numbers'>
  clock: Clock
  homeTimeZone: string
}

/** Applications that need a hand today: to be decided, not confirmed, offered until tonight; each leads to just those. */
export const ownNumbers =
  ({ search, clock, homeTimeZone }: OwnNumbersNeeds) =>
  async (words: Words, reach: Reach): Promise<DeskNumber[]> => {
    const counts = await search.numbers({ reach, now: clock.now(), homeTimeZone })
    return (['decide', 'coming', 'offers'] as const).map((standing) =>
      deskNumber(
        words,
        standing,
        counts[standing],
        applicationsList.pack({ filter: packFilter({ standing }), offset: 0 }),
      ),
    )
  }
