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
export const sayComing = button('a.coming', { applicationId: 'number' })
export const keepSeat = button('a.keep', { applicationId: 'number' })
export const askReplace = button('a.swapask', { applicationId: 'number' })
export const replace = button('a.swap', { applicationId: 'number' })
export const confirmReplace = button('a.swapyes', { applicationId: 'number' })
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

/** Questions that are open again: the way to them, and their buttons. */
export const answerAgain = button('a.again', { applicationId: 'number' })
export const againQuestion = questionButtons('a.f')

/** Buttons of the coordinators. */
export const askSendBack = button('a.back', { applicationId: 'number', offset: 'number' })
export const tickSendBack = button('a.backq', { applicationId: 'number', step: 'text', offset: 'number' })
export const daySendBack = button('a.backd', { applicationId: 'number' })
export const chooseSendBackDay = button('a.backday', { applicationId: 'number', day: 'text' })
export const typeSendBackDay = button('a.backtype', { applicationId: 'number' })
export const writeSendBack = button('a.backwhy', { applicationId: 'number' })
export const sendBack = button('a.backsend', { applicationId: 'number' })
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
export const wholeActivity = button('a.whole', { activityId: 'number' })
export const askCancel = button('a.cancelask', { activityId: 'number' })
export const previewCancel = button('a.cancelwhy', { activityId: 'number', reason: 'text' })
export const cancelActivity = button('a.cancel', { activityId: 'number', reason: 'text' })
export const askOnline = button('a.onlineask', { activityId: 'number' })
export const moveOnline = button('a.online', { activityId: 'number' })
export const askPostpone = button('a.laterask', { activityId: 'number' })
export const postponeActivity = button('a.later', { activityId: 'number', day: 'text' })
export const noShow = button('a.noshow', { applicationId: 'number' })
export const cameAfterAll = button('a.came', { applicationId: 'number' })
export const tookPart = button('a.tookpart', { applicationId: 'number' })
export const allTookPart = button('a.alltook', { activityId: 'number' })
export const openPerson = button('a.person', { applicationId: 'number' })
export const personHistory = button('a.personlog', { applicationId: 'number' })
export const openTags = button('a.tags', { applicationId: 'number' })
export const tag = button('a.tag', { applicationId: 'number', kind: 'text', mark: 'text' })
export const writeTag = button('a.tagnew', { applicationId: 'number', kind: 'text' })
export const openNotes = button('a.notes', { applicationId: 'number' })
export const writeNote = button('a.note', { applicationId: 'number' })
export const askRemoveNote = button('a.noteask', { noteId: 'number' })
export const removeNote = button('a.notegone', { noteId: 'number' })
/** People without Telegram: all of an activity, what waits for one of them, and that they have been told it. */
export const listHands = button('a.hands', { activityId: 'number', offset: 'number' })
export const openHand = button('a.hand', { activityId: 'number', applicationId: 'number' })
export const toldByHand = button('a.handtold', {
  ...{ activityId: 'number', applicationId: 'number', messageId: 'number' },
})
export const enterByHand = button('a.handnew', { activityId: 'number' })
export const entryFirm = button('a.handfirm', { firmId: 'number' })
/** Somebody of the list of participants who waits there. */
export const enterWaiting = button('a.handrow', { activityId: 'number', mark: 'text' })
export const entryLanguage = button('a.handlang', { language: 'text' })
export const confirmEntry = button('a.handyes', { activityId: 'number' })
export const dropEntry = button('a.handno')
/** Who is invited and has not started the bot. */
export const listInvited = button('a.invited', { activityId: 'number', offset: 'number' })
export const openInvited = button('a.invite1', { activityId: 'number', kind: 'text', id: 'number' })
export const inviteAll = button('a.inviteall', { activityId: 'number' })
export const askStage = button('a.stage', { applicationId: 'number' })
export const askStageReason = button('a.stagewhy', { applicationId: 'number' })
export const stage = button('a.staged', { applicationId: 'number', outcome: 'text', reason: 'text' })
export const writeStageReason = button('a.stageown', { applicationId: 'number' })
export const unstage = button('a.unstage', { applicationId: 'number' })
export const keptDecisions = button('a.kept', { activityId: 'number', offset: 'number' })
export const askAnnounce = button('a.annask', { activityId: 'number' })
export const announceNow = button('a.annnow', { activityId: 'number' })
export const askAnnounceMoment = button('a.annwhen', { activityId: 'number' })
export const typeAnnounceMoment = button('a.anntype', { activityId: 'number' })
export const announceAt = button('a.annat', { activityId: 'number', day: 'text', hour: 'number' })
export const callOffAnnouncing = button('a.annoff', { activityId: 'number' })
/** Several applications at once: ticked one by one, or with `0` all of the page, and with `-1` none. */
export const markSeveral = button('a.mark', { activityId: 'number', state: 'text', offset: 'number' })
export const tickSeveral = button('a.tick', {
  ...{ activityId: 'number', state: 'text', offset: 'number', applicationId: 'number' },
})
export const askSeveral = button('a.sev', { activityId: 'number' })
export const askSeveralReason = button('a.sevwhy', { activityId: 'number', how: 'text' })
export const writeSeveralReason = button('a.sevown', { activityId: 'number' })
export const doSeveral = button('a.sevdo', {
  ...{ activityId: 'number', how: 'text', outcome: 'text', reason: 'text' },
})
export const confirmSeveral = button('a.sevyes', {
  ...{ activityId: 'number', how: 'text', outcome: 'text', reason: 'text' },
})
export const openApplication = button('a.card', { applicationId: 'number' })
export const listApplications = button('a.list', { activityId: 'number', state: 'text', offset: 'number' })
/** Applications, filtered: `filter` as `domain/desk/application-filter.ts` packs it. */
export const applicationsList = button('a.apps', { filter: 'text', offset: 'number' })
export const chooseFacets = button('a.facets', { filter: 'text' })
export const chooseFacet = button('a.facet', { filter: 'text', facet: 'text', offset: 'number' })
export const searchApplications = button('a.search', { filter: 'text' })
export const leaveSearch = button('a.nosearch', { filter: 'text' })
/** The card of an application, with the way back to the list it was opened from. */
export const openFromList = button('a.see', { applicationId: 'number', filter: 'text', offset: 'number' })
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
