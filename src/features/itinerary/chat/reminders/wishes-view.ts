import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Wishes } from '../../domain/fire.ts'
import * as buttons from './buttons.ts'

/** Minutes that can be chosen, in rows as they stand on the card. */
export const leads = [
  [10, 15, 20],
  [30, 45, 60],
] as const

/** Evening hours that can be chosen; later would be in the quiet hours. */
export const evenings = ['18:00', '19:00', '20:00', '20:30'] as const

/** How somebody wishes to be reminded, each wish a row of buttons with what is chosen marked. */
export function wishesView(words: Words, wishes: Wishes): Message {
  const { minutesBefore, overviewAt, wantsOverview, isMuted } = wishes
  const evening = wantsOverview ? (overviewAt ? formatClock(overviewAt) : 'plan') : 'none'
  return {
    text: [
      words('reminders:wishes.title'),
      words(minutesBefore === null ? 'reminders:wishes.leadPlan' : 'reminders:wishes.lead', {
        count: minutesBefore ?? 0,
      }),
      words(`reminders:wishes.evening.${evening === 'plan' || evening === 'none' ? evening : 'at'}`, {
        time: evening,
      }),
      words(`reminders:wishes.${isMuted ? 'muted' : 'sounds'}`),
      words('reminders:wishes.always'),
    ].join('\n\n'),
    keyboard: [
      [leadKey(words, null, minutesBefore)],
      ...leads.map((row) => row.map((minutes) => leadKey(words, minutes, minutesBefore))),
      [eveningKey(words.plain('reminders:wishes.key.eveningPlan'), 'plan', evening)],
      ...[evenings.slice(0, 2), evenings.slice(2)].map((row) =>
        row.map((time) => eveningKey(`🌙 ${time}`, time, evening)),
      ),
      [eveningKey(words.plain('reminders:wishes.key.noEvening'), 'none', evening)],
      [
        {
          text: words.plain(`reminders:wishes.key.${isMuted ? 'unmute' : 'mute'}`),
          callback_data: buttons.chooseMute.pack({ isMuted: isMuted ? 0 : 1 }),
        },
      ],
    ],
  }
}

function leadKey(words: Words, minutes: number | null, chosen: number | null): InlineKeyboardButton {
  const label =
    minutes === null
      ? words.plain('reminders:wishes.key.leadPlan')
      : words.plain('reminders:wishes.key.lead', { count: minutes })
  return {
    text: marked(label, minutes === chosen),
    callback_data: buttons.chooseLead.pack({ minutes: minutes ?? 0 }),
  }
}

const eveningKey = (label: string, at: string, chosen: string): InlineKeyboardButton => ({
  text: marked(label, at === chosen),
  callback_data: buttons.chooseEvening.pack({ at: at.replace(':', '') }),
})

const marked = (label: string, isChosen: boolean): string => (isChosen ? `✅ ${label}` : label)
