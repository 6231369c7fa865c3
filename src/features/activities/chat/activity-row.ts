import type { InlineKeyboardButton } from 'grammy/types'
import { deskActivity } from './buttons.ts'

/** A row of its own with the button that leads to an activity on the coordinators' desk. */
export const activityRow = (text: string, activityId: number): InlineKeyboardButton[] => [
  { text, callback_data: deskActivity.pack({ activityId }) },
]
