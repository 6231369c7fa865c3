import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import { startsLocally, type ItemFacts } from '../../domain/item.ts'
import { isFlight } from '../../domain/minutes-before.ts'
import type { News } from '../../domain/changes/news.ts'
import type { ToldFact } from '../../domain/changes/told-item.ts'
import { cityName } from '../item-times.ts'
import type { BlockScene } from './change-block.ts'

/** What begins within these hours and only later by at most so many minutes is late; anything else has been moved. */
const hoursAhead = 6
const longestDelay = 180

/** "Bus 2 leaves 20 minutes late": where nothing but the hour is different, and it is about to begin. */
export function delayBlock(
  words: Words,
  { known, item, facts }: News & { kind: 'changed' },
  { now, working, bus }: BlockScene,
): string | undefined {
  const onlyLater = [...facts].every((fact: ToldFact) => fact === 'startsAt' || fact === 'endsAt')
  const minutes = Math.round(item.startsAt.since(known.startsAt).total('minutes'))
  const isNear = known.startsAt.since(now).total('hours') <= hoursAhead
  if (!onlyLater || !isNear || minutes < 1 || minutes > longestDelay) return undefined
  const title = readText(item.title, words.language, working) ?? ''
  const place = readText(item.place, words.language, working)
  const values = {
    count: minutes,
    time: formatClock(startsLocally(item)),
    city: cityName(item.startCity, item.startZone, words.language, working),
  }
  const way = wayOf(item, bus)
  const head =
    way === 'bus'
      ? words('changes:late.bus', { ...values, bus: bus ?? '' })
      : way === 'flight'
        ? words('changes:late.flight', { ...values, flight: item.transport ?? title })
        : words('changes:late.item', { ...values, title })
  return [
    head,
    ...(place === undefined
      ? []
      : [words(`changes:${way === 'bus' ? 'sameDeparture' : 'samePlace'}`, { place })]),
    ...(way === 'item' ? [] : [joined([bold(title)]).toString()]),
  ].join('\n')
}

function wayOf(item: ItemFacts, bus: string | null): 'bus' | 'flight' | 'item' {
  if (isFlight(item)) return 'flight'
  return item.kind === 'travel' && bus !== null ? 'bus' : 'item'
}
