import { button } from '../../../bot/callback-data.ts'

/** Buttons of what is read of the results. Their names are stable for good: old buttons stay in old chats. */

/** What the answers to one question come to; `at` is its place, `page` that of its texts. */
export const summaryOf = button('q.sumof', {
  ...{ questionnaireId: 'number', round: 'number', at: 'number', page: 'number' },
})
export const allQuestions = button('q.sumqs', {
  questionnaireId: 'number',
  round: 'number',
  offset: 'number',
})
export const drawSummary = button('q.sumdraw', { questionnaireId: 'number', round: 'number', at: 'number' })
export const listRounds = button('q.sumrounds', { questionnaireId: 'number', offset: 'number' })
/** As they were before rounds could be chosen: the one under way. */
export const summaryNow = button('q.sum', { questionnaireId: 'number', at: 'number', page: 'number' })
export const allQuestionsNow = button('q.sumlist', { questionnaireId: 'number', offset: 'number' })
export const drawSummaryNow = button('q.sumpic', { questionnaireId: 'number', at: 'number' })
/** In a message of its own, which cannot be forwarded; from there on it is turned. */
export const openResponses = button('q.respall', { questionnaireId: 'number' })
export const listResponses = button('q.resps', { questionnaireId: 'number', offset: 'number' })
/** In a message of its own, which cannot be forwarded. */
export const openResponseCard = button('q.resp', { responseId: 'number' })
export const turnResponseCard = button('q.respto', { responseId: 'number', page: 'number' })
export const sendResponseFile = button('q.respfile', { responseId: 'number', fileId: 'number' })
