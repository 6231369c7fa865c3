import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../platform/texts/words.ts'
import type { fitting } from './answer.ts'
import * as buttons from './buttons.ts'

/** Publish or discard. */
export const previewButtons = (
  words: Words,
  uploadId: number,
  publish: 'uploads:preview.publish' | 'uploads:firms.save' = 'uploads:preview.publish',
): InlineKeyboardButton[][] => [
  [{ text: words.plain(publish), callback_data: buttons.publishUpload.pack({ uploadId }) }],
  [
    {
      text: words.plain('uploads:preview.discard'),
      callback_data: buttons.discardUpload.pack({ uploadId }),
    },
  ],
]

/** A list under its title; empty when there is nothing in it. */
export function listOf(words: Words, title: string, { shown, rest }: ReturnType<typeof fitting>): string {
  if (shown.length === 0 && rest === 0) return ''
  return [title, ...shown, ...(rest > 0 ? [words('uploads:preview.more', { count: rest })] : [])].join('\n')
}
