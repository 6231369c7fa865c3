import { button } from '../../../../bot/callback-data.ts'
import { questionButtons } from '../../../../bot/drafts/question-buttons.ts'

/** Buttons of what was sent. Their names are stable for good: old buttons stay in old chats. */
export const correctBroadcast = button('b.correct', { broadcastId: 'number' })
export const previewCorrection = button('b.corrected', { draftId: 'number' })
export const askRecall = button('b.recall', { broadcastId: 'number' })
export const recallBroadcast = button('b.recalled', { broadcastId: 'number' })

export const setForNewcomers = button('b.newcomers', { broadcastId: 'number', is: 'number' })

/** The log: of an activity, or with 0 of all that somebody coordinates. */
export const openLog = button('b.log', { activityId: 'number', offset: 'number' })
export const openLogged = button('b.logged', { broadcastId: 'number' })
export const sendLog = button('b.logtable', { activityId: 'number' })
export const askResendDoubtful = button('b.doubt', { broadcastId: 'number' })
export const resendDoubtful = button('b.doubted', { broadcastId: 'number' })

/** Buttons of the live question of a correction. */
export const correctionQuestion = questionButtons('b.x')
