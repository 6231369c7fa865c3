import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { openForActivity, openForm, resumeForm } from './buttons.ts'

/** What opens a questionnaire, for one of its activities or for none. */
export const openKey = (questionnaireId: number, activityId: number | null): string =>
  activityId === null
    ? openForm.pack({ questionnaireId })
    : openForActivity.pack({ questionnaireId, activityId, firmId: 0 })

/** The way back to a draft. */
export const resumeRow = (words: Words, responseId: number, title: string) => [
  {
    text: words.plain('questionnaires:pause.resume', { title: shortenedTo(title, 40) }),
    callback_data: resumeForm.pack({ responseId }),
  },
]
