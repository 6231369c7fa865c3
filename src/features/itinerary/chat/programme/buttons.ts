import { button } from '../../../../bot/callback-data.ts'
import { questionButtons } from '../../../../bot/drafts/question-buttons.ts'

/** Buttons of the coordinators' programme. An `offset` of -1 opens the page with what is going on. */
export const listItems = button('i.plist', { activityId: 'number', offset: 'number' })
export const openItem = button('i.pitem', { itemId: 'number' })
export const moveItem = button('i.pmove', { itemId: 'number' })
/** Lead times of its own, and its texts in the other languages. */
export const remindItem = button('i.premind', { itemId: 'number' })
export const translateItem = button('i.ptexts', { itemId: 'number' })
export const editItem = button('i.pedit', { itemId: 'number' })
export const cancelItem = button('i.pcancel', { itemId: 'number' })
export const restoreItem = button('i.pback', { itemId: 'number' })
/** `minutes` of 0: how many is asked. */
export const lateItem = button('i.plate', { itemId: 'number', minutes: 'number' })
export const addItem = button('i.padd', { activityId: 'number' })
/** What rests since a postponement moves to the new days; looked at first. */
export const askMoveResting = button('i.prest', { activityId: 'number' })
export const moveResting = button('i.prested', { activityId: 'number' })
export const programmeFile = button('i.pfile', { activityId: 'number' })

/** Buttons of the live question about an item that is being changed. */
export const itemQuestion = questionButtons('i.p')
