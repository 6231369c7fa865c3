import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { PublishedActivity } from '../../actions/publish-activity.ts'
import { titleOf } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'

/** After publishing: the link to the activity, and the ways to its desk and its poster. */
export function publishedCard(
  words: Words,
  { activity, before }: PublishedActivity,
  botUsername: string,
): Message {
  const { id: activityId, code } = activity
  return {
    text: words(before ? 'uploads:published.isUpdate' : 'uploads:published.isNew', {
      title: titleOf(activity, words.language),
      link: `https://t.me/${botUsername}?start=t_${code}`,
    }),
    keyboard: [
      [
        {
          text: words.plain('uploads:published.toActivity'),
          callback_data: buttons.deskActivity.pack({ activityId }),
        },
      ],
      [
        {
          text: words.plain('activities:desk.poster'),
          callback_data: buttons.poster.pack({ activityId }),
        },
      ],
    ],
  }
}
