import type { InlineKeyboardButton } from 'grammy/types'
import { formatClock, formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Application } from '../../domain/application.ts'
import * as buttons from '../buttons.ts'
import { untilFields } from '../trips/until.ts'

/** The hour it is, and by whose clock hours are said. */
export interface ClockScene {
  now: Temporal.Instant
  zone: string
}

/** Until when an offered seat is held, and how long that is. */
export const offerFields = (
  words: Words,
  { offerExpiresAt }: Pick<Application, 'offerExpiresAt'>,
  { now, zone }: ClockScene,
) => ({
  ...untilFields(words, offerExpiresAt ?? now, { zone }),
  left: timeLeft(words, now, offerExpiresAt ?? now),
})

/** A moment that has been, as a day and an hour. */
export function momentFields({ language }: Words, moment: Temporal.Instant, zone: string) {
  const local = moment.toZonedDateTimeISO(zone)
  return { day: formatDate(local.toPlainDate(), language), time: formatClock(local) }
}

/** "26 hours left", "40 minutes left". */
function timeLeft(words: Words, now: Temporal.Instant, until: Temporal.Instant): string {
  const minutes = Math.max(Math.ceil(until.since(now).total('minutes')), 0)
  return minutes < 60
    ? words.plain('life:left.minutes', { count: minutes })
    : words.plain('life:left.hours', { count: Math.round(minutes / 60) })
}

/** Taking the seat, or letting it go. */
export const offerKeys = (words: Words, applicationId: number): InlineKeyboardButton[][] =>
  (['take', 'decline'] as const).map((answer) => [
    {
      text: words.plain(`life:offer.${answer}`),
      callback_data: buttons.answerOffer.pack({ applicationId, answer }),
    },
  ])
