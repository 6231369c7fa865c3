import { button } from '../../../bot/callback-data.ts'

/** The coordinators' buttons of this room. Their names are stable for good: old buttons stay in old chats. */
export const tryUpload = button('q.try', { uploadId: 'number' })
/** `activityId` 0: none. */
export const publishFor = button('q.pubfor', { uploadId: 'number', activityId: 'number' })
export const deskForms = button('q.desk', { offset: 'number' })
export const deskForm = button('q.card', { questionnaireId: 'number' })
export const askState = button('q.askstate', { questionnaireId: 'number', state: 'text' })
export const setState = button('q.state', { questionnaireId: 'number', state: 'text' })
export const sendTemplate = button('q.template')
export const finishedList = button('q.finished')
export const sendFinished = button('q.ready', { id: 'text' })
export const chooseWhom = button('q.whom', { questionnaireId: 'number' })
export const chooseOfActivity = button('q.whomof', { questionnaireId: 'number', activityId: 'number' })
/** `whom` as `domain/whom.ts` writes it. */
export const confirmAsk = button('q.toask', { questionnaireId: 'number', whom: 'text' })
export const askThem = button('q.ask', { questionnaireId: 'number', whom: 'text' })
export const remindRest = button('q.remind', { questionnaireId: 'number' })
export const whoHasNot = button('q.rest', { questionnaireId: 'number', offset: 'number' })
/** The activities it is a form of, and could become one of. */
export const formActivities = button('q.acts', { questionnaireId: 'number', offset: 'number' })
export const attach = button('q.attach', { questionnaireId: 'number', activityId: 'number' })
export const askDetaching = button('q.todetach', { questionnaireId: 'number', activityId: 'number' })
export const detach = button('q.detach', { questionnaireId: 'number', activityId: 'number' })
export const askMoving = button('q.tomove', { questionnaireId: 'number' })
export const moveDrafts = button('q.move', { questionnaireId: 'number' })
export const fillForSomebody = button('q.onsite', { questionnaireId: 'number' })
/** `whoId`: a person, or a firm where it is a firm's. */
export const fillForThis = button('q.for', { questionnaireId: 'number', whoId: 'number' })
export const fillForActivity = button('q.foract', {
  ...{ questionnaireId: 'number', whoId: 'number', activityId: 'number' },
})
export const askRound = button('q.round', { questionnaireId: 'number' })
/** `former`: the round that was under way. */
export const beginRound = button('q.newround', { questionnaireId: 'number', former: 'number' })
export const pickPeople = button('q.people', { questionnaireId: 'number', activityId: 'number' })
/** `isPicked`: 1 ticks, 0 takes the tick back. */
export const tickPerson = button('q.tick', {
  ...{ questionnaireId: 'number', activityId: 'number', personId: 'number', isPicked: 'number' },
})
export const stopSending = button('q.stopsend', { questionnaireId: 'number' })
export const whoIsUnreachable = button('q.unreach', { questionnaireId: 'number', offset: 'number' })
export const stopAsking = button('q.stop', { questionnaireId: 'number' })
export const showResults = button('q.results', { questionnaireId: 'number' })
export const chooseTable = button('q.table', { questionnaireId: 'number' })
/** `language` is its place among the languages there are. */
export const orderTable = button('q.xlsx', { questionnaireId: 'number', language: 'number' })
export const stopTable = button('q.xstop', { exportId: 'number' })
