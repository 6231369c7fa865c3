import { button } from '../../../bot/callback-data.ts'
import { questionButtons } from '../../../bot/drafts/question-buttons.ts'

/** The buttons of this room. Their names are stable for good: old buttons stay in old chats. */
export const listForms = button('q.list')
export const openForm = button('q.open', { questionnaireId: 'number' })
export const openForFirm = button('q.firm', { questionnaireId: 'number', firmId: 'number' })
/** For one of the activities it is a form of; `firmId` 0: not said. */
export const openForActivity = button('q.openof', {
  questionnaireId: 'number',
  activityId: 'number',
  firmId: 'number',
})
export const resumeForm = button('q.resume', { responseId: 'number' })
export const editForm = button('q.edit', { responseId: 'number' })
export const showResult = button('q.result', { responseId: 'number' })

/** What a colleague or a coordinator has answered, a page of it. */
export const lookAtAnswers = button('q.look', { responseId: 'number', page: 'number' })
export const confirmAnswers = button('q.right', { responseId: 'number' })

/** Sections of a firm's draft: which one, by its place among them. */
export const chooseSection = button('q.hand', { responseId: 'number' })
export const handSection = button('q.handone', { responseId: 'number', at: 'number' })
export const askTakingBack = button('q.handed', { responseId: 'number', at: 'number' })
export const takeSectionBack = button('q.back', { responseId: 'number', at: 'number' })

/** Buttons of the live question of a questionnaire. */
export const formQuestion = questionButtons('q.s')
