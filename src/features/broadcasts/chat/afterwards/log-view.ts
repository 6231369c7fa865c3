import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { joined } from '../../../../platform/texts/html.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Logged } from '../../data/log-store.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import type { Content } from '../../domain/content.ts'
import { mediaText } from '../composing/media-text.ts'
import { openLog, openLogged, sendLog } from './buttons.ts'

export interface LogPage {
  activityId: number
  offset: number
  total: number
  broadcasts: readonly Logged[]
  /** By which clock its moments are. */
  zone: string
}

/** What was sent, the newest first, each with its numbers; every line leads to its card. */
export function logView(words: Words, { activityId, offset, total, broadcasts, zone }: LogPage): Message {
  const key = (text: string, callback_data: string) => [{ text, callback_data }]
  return {
    text: [
      words('afterwards:log.head', { count: total }),
      ...(broadcasts.length === 0
        ? [words('afterwards:log.nothing')]
        : broadcasts.map((one, at) => lineOf(words, one, offset + at + 1, zone))),
    ].join('\n\n'),
    keyboard: [
      ...broadcasts.map((one, at) =>
        key(
          `${offset + at + 1}. ${shortenedTo(excerptOf(words, one.content), 40)}`,
          openLogged.pack({ broadcastId: one.id }),
        ),
      ),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) =>
        openLog.pack({ activityId, offset: to }),
      ),
      ...(total > 0 ? [key(words.plain('afterwards:log.table'), sendLog.pack({ activityId }))] : []),
    ],
  }
}

function lineOf(words: Words, one: Logged, nth: number, zone: string): string {
  const state = one.recalledAt === null ? one.state : 'recalled'
  const at = (one.startedAt ?? one.startsAt)?.toZonedDateTimeISO(zone)
  const parts = [
    `${nth}.`,
    ...(at ? [`${formatShortDay(at.toPlainDate(), words.language)} ${formatClock(at)}`] : []),
    words.piece(`watching:state.${state}`),
  ]
  const numbers = [
    ...(one.startedAt === null ? [] : [words('afterwards:log.sent', { sent: one.sent, people: one.people })]),
    ...(one.seen > 0 ? [words('afterwards:log.seen', { count: one.seen })] : []),
    ...(one.unreached > 0 ? [words('watching:list.unreached', { count: one.unreached })] : []),
    ...(one.corrections > 0 ? [words('afterwards:log.corrected', { count: one.corrections })] : []),
  ]
  return [
    joined(parts, ' ').toString(),
    words('watching:excerpt', { text: shortenedTo(excerptOf(words, one.content), 80) }),
    ...(numbers.length > 0 ? [joined(numbers, ' · ').toString()] : []),
  ].join('\n')
}

/** The beginning of its words, or what it consists of. */
const excerptOf = (words: Words, { texts, media }: Content): string => {
  const html = readText(texts, words.language)
  return html === undefined ? mediaText(words, media) : plainOf(html).replace(/\s+/g, ' ')
}
