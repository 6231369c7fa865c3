import { button } from '../../../bot/callback-data.ts'

/** What an activity has lists for, in a language. */
export const chooseList = button('r.lists', { activityId: 'number', language: 'text' })
export const getList = button('r.list', { activityId: 'number', purpose: 'text', language: 'text' })
