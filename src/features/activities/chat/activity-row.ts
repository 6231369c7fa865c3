import type { InlineKeyboardButton } from 'grammy/types'
import { deskActivity, openActivity, openPerson } from './buttons.ts'

/** A row of its own with the button that leads to an activity on the coordinators' desk. */
export const activityRow = (text: string, activityId: number): InlineKeyboardButton[] => [
  { text, callback_data: deskActivity.pack({ activityId }) },
]

/** The same to its card as those who take part see it. */
export const tripRow = (text: string, activityId: number): InlineKeyboardButton[] => [
  { text, callback_data: openActivity.pack({ activityId }) },
]

/** The same to the card of somebody who has applied. */
export const personRow = (text: string, applicationId: number): InlineKeyboardButton[] => [
  { text, callback_data: openPerson.pack({ applicationId }) },
]
