import { button } from '../../../bot/callback-data.ts'
import { questionButtons } from '../../../bot/drafts/question-buttons.ts'

/** The buttons of this room. Their names are stable for good: old buttons stay in old chats. */
export const listTrips = button('a.trips')
export const pageOfTrips = button('a.tripsp', { offset: 'number' })
export const openActivity = button('a.open', { activityId: 'number' })
export const apply = button('a.apply', { activityId: 'number' })
export const declineInvitation = button('a.decline', { activityId: 'number' })
export const applyForColleague = button('a.colleague', { activityId: 'number' })
export const askWithdraw = button('a.withdraw', { applicationId: 'number' })
export const withdraw = button('a.withdrawn', { applicationId: 'number' })
export const whyWithdrawn = button('a.why', { applicationId: 'number', reason: 'text' })
export const answerOffer = button('a.seat', { applicationId: 'number', answer: 'text' })
export const keepOne = button('a.keepone', { keptId: 'number', otherId: 'number' })
export const seeApplication = button('a.mine', { applicationId: 'number' })
/** The same underneath: what was tapped is a receipt. */
export const seeBelow = button('a.minebelow', { applicationId: 'number' })
export const resume = button('a.resume', { applicationId: 'number' })
export const claimRead = button('a.claimed', { applicationId: 'number', mark: 'text' })

/** Buttons of the live question of an application. */
export const applicationQuestion = questionButtons('a.s')

/** Buttons of the live question of a workshop that is being planned. */
export const planQuestion = questionButtons('a.p')

/** Buttons of the coordinators. */
export { openDesk as desk } from '../../people/index.ts'
export const pageOfDesk = button('a.deskp', { time: 'text', offset: 'number' })
export const approve = button('a.approve', { applicationId: 'number' })
export const waitlist = button('a.wait', { applicationId: 'number' })
export const askReason = button('a.reject', { applicationId: 'number' })
export const reject = button('a.rejected', { applicationId: 'number', reason: 'text' })
export const writeReason = button('a.reason', { applicationId: 'number' })
export const confirmReject = button('a.refuse', { applicationId: 'number', reason: 'text' })
export const confirmFirm = button('a.firm', { applicationId: 'number' })
export const refuseFirm = button('a.nofirm', { applicationId: 'number' })
export const approveAnyway = button('a.approved', { applicationId: 'number' })
export const offerSeat = button('a.offer', { applicationId: 'number' })
export const takeOfferBack = button('a.unoffer', { applicationId: 'number' })
export const toFront = button('a.front', { applicationId: 'number' })
export const openApplication = button('a.card', { applicationId: 'number' })
export const listApplications = button('a.list', { activityId: 'number', state: 'text', offset: 'number' })
export const deskActivity = button('a.activity', { activityId: 'number' })
export const poster = button('a.poster', { activityId: 'number' })
export const participantsList = button('a.people', { activityId: 'number' })
/** Rows of the list of participants that wait for somebody; without a `mark` all of them. */
export const listWaiting = button('a.waiting', { activityId: 'number', offset: 'number' })
export const askDropWaiting = button('a.waitask', { activityId: 'number', mark: 'text' })
export const dropWaiting = button('a.waitdrop', { activityId: 'number', mark: 'text' })
export const setState = button('a.state', { activityId: 'number', state: 'text' })
export const closeApplications = button('a.closed', { activityId: 'number' })
export const newWorkshop = button('a.workshop')
export const editActivity = button('a.edit', { activityId: 'number' })
export const templates = button('a.templates')
export const sendTemplate = button('a.template', { kind: 'text' })
export const hearing = button('a.hear', { how: 'text' })
