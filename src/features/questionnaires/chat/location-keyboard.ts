import type { ReplyKeyboardMarkup } from 'grammy/types'
import type { Words } from '../../../platform/texts/words.ts'
import { answerKey, type Asked } from '../domain/steps.ts'
import { hasBack, type Asking } from './scene.ts'

/** Whether the question stands on a keyboard in place of the phone's own, which alone can share a location. */
export const asksForLocation = ({ asked, response, look }: Asking): boolean =>
  asked?.kind === 'question' &&
  asked.question.type === 'geopoint' &&
  !look?.why &&
  asked.question.guidance === undefined &&
  (response.answers[answerKey(asked)] ?? '') === ''

/** Its other buttons are typed words. */
export function locationKeyboard(words: Words, standing: Asking, asked: Asked): ReplyKeyboardMarkup {
  const others = [
    ...(hasBack(standing, asked) ? [{ text: words.plain('bot:drafts.back') }] : []),
    ...(standing.session.isRequired(asked.path) ? [] : [{ text: words.plain('bot:drafts.skip') }]),
    { text: words.plain('bot:drafts.pause') },
  ]
  return {
    keyboard: [[{ text: words.plain('questionnaires:ask.share'), request_location: true }], others],
    resize_keyboard: true,
    one_time_keyboard: true,
  }
}
