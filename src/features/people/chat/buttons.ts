import { button } from '../../../bot/callback-data.ts'
import type { Words } from '../../../platform/texts/words.ts'

/** The buttons of this room. Their names are stable for good: old buttons stay in old chats. */
export const chooseLanguage = button('p.language', { language: 'text' })
/** The language beneath the first words; `came` is the link they came by, which is opened again in it. */
export const chooseFirstLanguage = button('p.first', { language: 'text', came: 'text' })
export const decideJoin = button('p.join', { firmId: 'number', personId: 'number', answer: 'text' })
export const inviteColleague = button('p.colleague', { firmId: 'number' })
/** The whole link: whoever has not opened it cannot have the button. */
export const takeLink = button('p.mine', { answer: 'text', token: 'text' })
/** `revision` is the decision that stood when it was shown, 0 for none: an old button decides nothing. */
export const decideConsent = button('p.consent', { purpose: 'text', answer: 'text', revision: 'number' })
export const changeConsent = button('p.reconsent', { purpose: 'text' })
export const showNotice = button('p.notice')
/** That the words of a notice in force have been read. */
export const readNotice = button('p.noticeread', { wording: 'text' })
export const listRoles = button('p.roles')
export const pageRoles = button('p.rolepage', { offset: 'number' })
export const askRevoke = button('p.revoke', { grantId: 'number' })
export const revokeRole = button('p.revoked', { grantId: 'number' })
export const chooseScope = button('p.scope', { role: 'text' })
export const pageOfScopes = button('p.scopes', { role: 'text', offset: 'number' })
export const listRoleLinks = button('p.rolelinks', { offset: 'number' })
export const endRoleLink = button('p.rolelink', { invitationId: 'number' })
export const inviteRole = button('p.invite', { role: 'text', activityCode: 'text' })
export const showController = button('p.controller')
export const changeController = button('p.controlled', { field: 'text' })
/** The way to the desk, which the room of activities shows: its name is from there. */
export const openDesk = button('a.desk')
export const leaveQuestion = button('p.leave')
export const changeZone = button('p.zones')
export const chooseZone = button('p.zone', { timeZone: 'text' })
export const listFirms = button('p.firms', { offset: 'number' })
export const findFirm = button('p.find')
export const openFirm = button('p.firm', { firmId: 'number' })
export const renameFirm = button('p.rename', { firmId: 'number' })
export const mergeFirm = button('p.merge', { firmId: 'number' })
export const previewMerge = button('p.merging', { fromId: 'number', intoId: 'number' })
export const doMerge = button('p.merged', { fromId: 'number', intoId: 'number' })
export const openMember = button('p.member', { firmId: 'number', personId: 'number' })
export const askLeaving = button('p.leaving', { firmId: 'number', personId: 'number' })
export const memberLeaves = button('p.left', { firmId: 'number', personId: 'number' })
export const movePerson = button('p.move', { firmId: 'number', personId: 'number' })

export const sendData = button('p.data')
/** Whose data it is: an old button in the chat of a stranger erases nobody. */
export const askErasing = button('p.erasing')
export const erase = button('p.erased', { personId: 'number' })
export const openPrivacy = button('p.privacy')
export const correctData = button('p.correct')
export const correctField = button('p.corrects', { field: 'text' })
export const listRequests = button('p.requests')
export const newRequest = button('p.requestnew', { kind: 'text' })
export const requestCame = button('p.requestvia', { kind: 'text', via: 'text' })
export const askTicking = button('p.request', { requestId: 'number' })
export const tickRequest = button('p.requestdone', { requestId: 'number' })
/** `personId` 0: everybody. */
export const showAudit = button('p.audit', { personId: 'number', offset: 'number' })
export const findAudited = button('p.auditfind')

/** The last row of a page that was opened from the desk. */
export const deskRow = (words: Words) => [
  { text: words.plain('activities:desk.open'), callback_data: openDesk.pack({}) },
]
