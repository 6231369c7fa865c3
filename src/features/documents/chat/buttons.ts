import { button } from '../../../bot/callback-data.ts'

/** One's own documents, and one of them. */
export const ownList = button('d.own', { applicationId: 'number' })
export const ownDocument = button('d.mine', { applicationId: 'number', mark: 'text' })
/** "I have it": `isThere` 0 takes it back. */
export const declare = button('d.have', { applicationId: 'number', mark: 'text', isThere: 'number' })
/** The next file is this document. */
export const sendFile = button('d.send', { applicationId: 'number', mark: 'text' })
export const stopWaiting = button('d.stop', { applicationId: 'number' })

/** Everybody's, for coordinators. */
export const matrix = button('d.all', { activityId: 'number', offset: 'number' })
/** Whose documents are overdue, over all activities. */
export const lateList = button('d.late', { offset: 'number' })
/** Whose documents have come and wait for a coordinator's eyes, over all activities. */
export const toCheckList = button('d.check', { offset: 'number' })
export const table = button('d.table', { activityId: 'number' })
/** One person's, and one of them; `from`: the list it was opened from (`way-back.ts`). */
export const ofPerson = button('d.of', { applicationId: 'number', from: 'later' })
export const ofPersonOne = button('d.one', { applicationId: 'number', mark: 'text', from: 'later' })
export const judge = button('d.judge', {
  ...{ applicationId: 'number', mark: 'text', verdict: 'text', from: 'later' },
})
export const askReason = button('d.back', { applicationId: 'number', mark: 'text', from: 'later' })
export const showFile = button('d.file', { applicationId: 'number', mark: 'text' })
