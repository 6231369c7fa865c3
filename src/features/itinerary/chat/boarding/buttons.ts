import { button } from '../../../../bot/callback-data.ts'

/** "I'm on board." */
export const onBoard = button('i.aboard', { itemId: 'number' })

/** The items of an activity whose lists can be opened. */
export const chooseList = button('i.rclist', { activityId: 'number' })
/** The next day of a programme on paper. */
export const nextDayFile = button('i.rcday', { activityId: 'number' })
/** The card of a list, underneath. */
export const openList = button('i.rcopen', { itemId: 'number' })
/** Another part of the card, in place; `section` -1: all buses at a glance. */
export const showSection = button('i.rcbus', { itemId: 'number', section: 'number', first: 'number' })
/** `isThere` 1 ticks, 0 takes the tick away. */
export const tick = button('i.rctick', { itemId: 'number', applicationId: 'number', isThere: 'number' })
export const askAgain = button('i.rcask', { itemId: 'number' })
export const checkInCode = button('i.rccode', { itemId: 'number' })
/** Who is there since when, and how that became known. */
export const whoCame = button('i.rcwhen', { itemId: 'number' })
/** Who has missed a departure, each with the way to their card; `offset` -1: underneath, so that the roll-call stays. */
export const whoMissed = button('i.rcgone', { itemId: 'number', offset: 'number' })
/** The code of a whole activity, and who was where in it. */
export const activityCode = button('i.rcwall', { activityId: 'number' })
export const attendanceSheet = button('i.rcsheet', { activityId: 'number' })
/** Whoever has read the code of an activity says where they are. */
export const checkInHere = button('i.checkin', { itemId: 'number' })
