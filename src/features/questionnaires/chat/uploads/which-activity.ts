import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { titleOf } from '../../../activities/index.ts'
import { discardUpload } from '../../../uploads/index.ts'
import type { Belonging } from '../../actions/review-form.ts'
import * as buttons from '../desk-buttons.ts'

/** No activity names the form: which one does it belong to? */
export const whichActivity = (
  words: Words,
  { among, mayBeNone }: Extract<Belonging, { kind: 'ask' }>,
  uploadId: number,
): Message => ({
  text: words(among.length > 0 ? 'formdesk:preview.which' : 'formdesk:preview.whichNone'),
  keyboard: [
    ...among.map((activity) => [
      {
        text: shortenedTo(titleOf(activity, words.language), 50),
        callback_data: buttons.publishFor.pack({ uploadId, activityId: activity.id }),
      },
    ]),
    ...(mayBeNone
      ? [
          [
            {
              text: words.plain('formdesk:preview.none'),
              callback_data: buttons.publishFor.pack({ uploadId, activityId: 0 }),
            },
          ],
        ]
      : []),
    [
      {
        text: words.plain('uploads:preview.discard'),
        callback_data: discardUpload.pack({ uploadId }),
      },
    ],
  ],
})
