import { button } from '../../../../bot/callback-data.ts'
import { questionButtons } from '../../../../bot/drafts/question-buttons.ts'

/** Buttons of whoever writes a broadcast. `activityId` of 0: for whom is asked. */
export const newBroadcast = button('b.new', { activityId: 'number' })
export const openDraft = button('b.open', { draftId: 'number' })
/** Below "send this to …?" */
export const takeOffered = button('b.take', { draftId: 'number' })
export const dropOffered = button('b.drop', { draftId: 'number' })
export const previewDraft = button('b.preview', { draftId: 'number' })

/** Of the people of a draft; an `offset` of -1 is the way there from its summary. */
export const listUnreachable = button('b.unreached', { draftId: 'number', offset: 'number' })
/** Until the first copy leaves. */
export const undoBroadcast = button('b.undo', { broadcastId: 'number' })

/** Buttons of the live question of a draft. */
export const broadcastQuestion = questionButtons('b.c')
