import type { ReplyKeyboardMarkup } from 'grammy/types'
import type { Words } from '../../../platform/texts/words.ts'
import { answerKey, stepBefore, type Asked } from '../domain/steps.ts'
import type { Asking } from './scene.ts'

/** Whether the question stands on a keyboard in place of the phone's own, which alone can share a location. */
export const asksForLocation = ({ asked, response, look }: Asking): boolean =>
  asked?.kind === 'question' &&
  asked.question.type === 'geopoint' &&
  !look?.why &&
  asked.question.guidance === undefined &&
  (response.answers[answerKey(asked)] ?? '') === ''

/** Its other buttons are typed words. */
export function locationKeyboard(words: Words, { session }: Asking, asked: Asked): ReplyKeyboardMarkup {
  const others = [
    ...(stepBefore(session, asked) ? [{ text: words.plain('bot:drafts.back') }] : []),
    ...(session.isRequired(asked.path) ? [] : [{ text: words.plain('bot:drafts.skip') }]),
    { text: words.plain('bot:drafts.pause') },
  ]
  return {
    keyboard: [[{ text: words.plain('questionnaires:ask.share'), request_location: true }], others],
    resize_keyboard: true,
    one_time_keyboard: true,
  }
}
