import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { activityRow, daysPutOff, titleOf, type Activity } from '../../../activities/index.ts'
import { isCancelled, isRunning, overAt, startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { cityName, clockSpan, timesOf } from '../item-times.ts'
import * as buttons from './buttons.ts'

export interface ProgrammeScene {
  activity: Activity
  programme: readonly ProgrammeItem[]
  /** Those of the days before a postponement. */
  resting: ReadonlySet<number>
  now: Temporal.Instant
  /** -1: the page with what is going on or next. */
  offset: number
}

/** A page of a programme for its coordinators: the items by days, one button each. */
export function programmeView(words: Words, scene: ProgrammeScene): Message {
  const { activity, programme, resting, now } = scene
  const offset = scene.offset < 0 ? pageOfNow(programme, now) : Math.min(scene.offset, lastPage(programme))
  const page = programme.slice(offset, offset + pageSize)
  const activityId = activity.id
  const to = (at: number) => buttons.listItems.pack({ activityId, offset: at })
  const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]
  return {
    text: [
      words('programme:list.head', { activity: titleOf(activity, words.language), count: programme.length }),
      ...(resting.size > 0 ? [words('programme:list.resting', { count: resting.size })] : []),
      ...(page.length === 0
        ? [words('programme:list.empty')]
        : [words('programme:list.clock', { city: cityOf(words, activity) }), byDays(words, page, scene)]),
    ].join('\n\n'),
    keyboard: [
      ...page.map((item) =>
        key(
          `${formatClock(startsLocally(item))} ${shortenedTo(nameOf(words, item, activity), 40)}`,
          buttons.openItem.pack({ itemId: item.id }),
        ),
      ),
      ...pageKeys(words, { offset, limit: pageSize, total: programme.length }, to),
      ...(programme.some(({ id, changedAt }) => resting.has(id) && daysPutOff(activity, changedAt) !== 0)
        ? [key(words.plain('programme:resting.move'), buttons.askMoveResting.pack({ activityId }))]
        : []),
      key(words.plain('programme:list.add'), buttons.addItem.pack({ activityId })),
      ...(programme.length > 0
        ? [key(words.plain('programme:list.file'), buttons.programmeFile.pack({ activityId }))]
        : []),
      activityRow(words.plain('programme:list.toActivity'), activityId),
    ],
  }
}

export const nameOf = (
  { language }: Words,
  { title }: Pick<ProgrammeItem, 'title'>,
  { workingLanguage }: Pick<Activity, 'workingLanguage'>,
): string => readText(title, language, workingLanguage ?? undefined) ?? '—'

/** The items with the days on which they begin, each by its own clock. */
function byDays(words: Words, page: readonly ProgrammeItem[], scene: ProgrammeScene): string {
  const days = Map.groupBy(page, (item) => startsLocally(item).toPlainDate().toString())
  return [...days]
    .map(([day, items]) =>
      [
        words('programme:list.day', {
          day: bold(formatShortDay(Temporal.PlainDate.from(day), words.language)),
        }),
        ...items.map((item) => line(words, item, scene)),
      ].join('\n'),
    )
    .join('\n\n')
}

function line(words: Words, item: ProgrammeItem, { activity, resting, now }: ProgrammeScene): string {
  const time = timeText(words, item, activity)
  const name = shortenedTo(readText(item.title, words.language) ?? '—', 80)
  if (resting.has(item.id)) return words('programme:list.rests', { time, name })
  if (isCancelled(item)) return words('programme:list.cancelled', { time, name: struck(name) })
  const key = isRunning(item, now) ? 'programme:list.running' : 'programme:list.line'
  return words(key, { time, name })
}

/** By the clock of the activity's city the hours alone; by another one, or by two of them, with the city. */
function timeText(words: Words, item: ProgrammeItem, { timeZone, workingLanguage }: Activity): string {
  const isThere = item.startZone === timeZone && item.endZone === timeZone
  return isThere ? clockSpan(words, item) : timesOf(words, item, workingLanguage ?? undefined)
}

const cityOf = ({ language }: Words, { city, timeZone, workingLanguage }: Activity): string =>
  cityName(city, timeZone, language, workingLanguage ?? undefined)

function pageOfNow(programme: readonly ProgrammeItem[], now: Temporal.Instant): number {
  const at = programme.findIndex((item) => Temporal.Instant.compare(overAt(item), now) > 0)
  return at < 0 ? 0 : at - (at % pageSize)
}

const lastPage = ({ length }: readonly unknown[]): number =>
  length === 0 ? 0 : length - 1 - ((length - 1) % pageSize)
