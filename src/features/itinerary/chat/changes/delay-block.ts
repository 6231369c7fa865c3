import { bold, joined, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import { endsLocally, startsLocally } from '../../domain/item.ts'
import { delayOf } from '../../domain/changes/delay.ts'
import type { News } from '../../domain/changes/news.ts'
import { vehicleOf } from '../../domain/vehicle.ts'
import { cityName } from '../item-times.ts'
import { itemTitle } from '../item-title.ts'
import { iconOf } from '../reminders/item-block.ts'
import type { BlockScene } from './change-block.ts'
import { headLines } from './head-lines.ts'

type Changed = News & { kind: 'changed' }

/** "Bus 2 leaves 20 minutes late": where nothing but the hour is different, and it is about to begin or going on. */
export function delayBlock(words: Words, news: Changed, scene: BlockScene): string | undefined {
  const delay = delayOf(news, scene.now)
  if (!delay) return undefined
  return delay.kind === 'leaves'
    ? leavesLate(words, news, delay.minutes, scene)
    : endsLate(words, news, delay.minutes, scene)
}

function leavesLate(words: Words, { known, item }: Changed, count: number, scene: BlockScene): string {
  const { working, bus } = scene
  const title = itemTitle(words, item, working) ?? ''
  const place = readText(item.place, words.language, working)
  const values = {
    ...{ count, title, bus: bus ?? '', number: item.transport ?? title },
    time: formatClock(startsLocally(item)),
    city: cityName(item.startCity, item.startZone, words.language, working),
  }
  const vehicle = vehicleOf(item)
  const way = vehicle === 'other' ? 'item' : vehicle === 'bus' && bus === null ? 'coach' : vehicle
  const [was, is] = [known, item].map((facts) => formatClock(startsLocally(facts)))
  const clock = joined([struck(was ?? ''), ' → ', bold(is ?? '')], '')
  return [
    ...(way === 'item' ? headLines(words, item, scene, { mark: '⏱', clock }) : []),
    words(`changes:late.${way}`, values),
    ...(place === undefined
      ? []
      : [words(`changes:${vehicle === 'bus' ? 'sameDeparture' : 'samePlace'}`, { place })]),
    ...(way === 'item' || values.number === title ? [] : [joined([bold(title)]).toString()]),
  ].join('\n')
}

/** What has left arrives later; what has begun takes longer. */
function endsLate(words: Words, { item }: Changed, count: number, { working }: BlockScene): string {
  const title = itemTitle(words, item, working) ?? ''
  const isOnTheWay = item.kind === 'travel'
  const said = words(`changes:late.${isOnTheWay ? 'arrives' : 'lasts'}`, {
    ...{ count, title },
    time: formatClock(endsLocally(item)),
    city: cityName(item.endCity, item.endZone, words.language, working),
  })
  return isOnTheWay ? `${iconOf(item)} ${said}` : said
}
