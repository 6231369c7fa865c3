import { button } from '../../../bot/callback-data.ts'

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
export const listRoles = button('p.roles')
export const pageRoles = button('p.rolepage', { offset: 'number' })
export const askRevoke = button('p.revoke', { grantId: 'number' })
export const revokeRole = button('p.revoked', { grantId: 'number' })
export const chooseScope = button('p.scope', { role: 'text' })
export const pageOfScopes = button('p.scopes', { role: 'text', offset: 'number' })
export const inviteRole = button('p.invite', { role: 'text', activityCode: 'text' })
export const showController = button('p.controller')
export const changeController = button('p.controlled', { field: 'text' })
export const leaveQuestion = button('p.leave')
