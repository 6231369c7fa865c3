import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { resumeForm } from './buttons.ts'

/** The way back to a draft. */
export const resumeRow = (words: Words, responseId: number, title: string) => [
  {
    text: words.plain('questionnaires:pause.resume', { title: shortenedTo(title, 40) }),
    callback_data: resumeForm.pack({ responseId }),
  },
]
