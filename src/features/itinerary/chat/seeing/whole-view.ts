import { inTwos } from '../../../../bot/in-twos.ts'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { lengthOf } from '../../../../shared/clean-text.ts'
import { titleOf } from '../../../activities/index.ts'
import { isUntimed } from '../../domain/item.ts'
import { daysOf, firstDayOf } from '../../domain/own-days.ts'
import * as buttons from './buttons.ts'
import { clockHead, itemLine } from './item-lines.ts'
import type { TripScene } from './trip-scene.ts'

/** Characters of one page, the head apart. */
const longestPage = 3000
const mostDays = 8

interface Section {
  day: Temporal.PlainDate
  text: string
}

/** The whole programme by days, a line for each item; each day a button. */
export function wholeView(words: Words, scene: TripScene, page: number): Message {
  const { id: activityId } = scene.activity
  const pages = inPages(sectionsOf(words, scene))
  const at = Math.min(Math.max(page, 0), Math.max(pages.length - 1, 0))
  const sections = pages[at] ?? []
  const to = (text: string, other: number): InlineKeyboardButton => ({
    text,
    callback_data: buttons.openWhole.pack({ activityId, page: other }),
  })
  const turning = [
    ...(at > 0 ? [to(words.plain('bot:pageBefore'), at - 1)] : []),
    ...(at < pages.length - 1 ? [to(words.plain('bot:next'), at + 1)] : []),
  ]
  return {
    text: [
      words('itinerary:head', { title: titleOf(scene.activity, words.language) }),
      ...(sections.length === 0 ? [words('itinerary:notYet')] : sections.map(({ text }) => text)),
    ].join('\n\n'),
    keyboard: [
      ...inTwos(sections.map(({ day }) => dayKey(words, activityId, day))),
      ...(turning.length > 0 ? [turning] : []),
      [{ text: words.plain('itinerary:key.back'), callback_data: buttons.openTrip.pack({ activityId }) }],
    ],
  }
}

const dayKey = (words: Words, activityId: number, day: Temporal.PlainDate): InlineKeyboardButton => ({
  text: formatShortDay(day, words.language),
  callback_data: buttons.openDay.pack({ activityId, day: day.toString() }),
})

/** A day with the items that begin on it; a night coach stands on the day it leaves. */
function sectionsOf(words: Words, scene: TripScene): Section[] {
  return daysOf(scene.items).flatMap((day) => {
    const items = scene.items.filter((item) => firstDayOf(item).equals(day))
    if (items.length === 0) return []
    let told: string | undefined
    const lines = items.flatMap((item) => {
      const head = clockHead(words, item, scene)
      const isNamed = isUntimed(item) || head === told
      told = head
      const line = itemLine(words, item, { ...scene, day, longestTitle: 60 })
      return isNamed ? [line] : [head, line]
    })
    return portions(lines).map((portion) => ({
      day,
      text: [words('itinerary:day.short', { day: formatShortDay(day, words.language) }), ...portion].join(
        '\n',
      ),
    }))
  })
}

/** A day that fills more than a page is cut between its items. */
function portions(lines: readonly string[]): string[][] {
  const cut: string[][] = [[]]
  let length = 0
  for (const line of lines) {
    if (length > 0 && length + lengthOf(line) > longestPage) {
      cut.push([])
      length = 0
    }
    cut.at(-1)?.push(line)
    length += lengthOf(line) + 1
  }
  return cut
}

function inPages(sections: readonly Section[]): Section[][] {
  const pages: Section[][] = []
  let length = Infinity
  for (const section of sections) {
    const own = lengthOf(section.text) + 2
    if (length + own > longestPage || (pages.at(-1)?.length ?? 0) >= mostDays) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(section)
    length += own
  }
  return pages
}
