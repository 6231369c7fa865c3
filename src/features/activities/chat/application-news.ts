import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf, type Application } from '../domain/application.ts'
import { openApplication } from './buttons.ts'

/** What there is news of, and whose it is. */
interface Concerned {
  application: Application
  activity: Activity
  name: string
}

/** What has become of an offered seat. */
export type OfferFate = 'taken' | 'declined' | 'over'

const said = (words: Words, { application, activity, name }: Concerned) => ({
  title: titleOf(activity, words.language),
  reference: referenceOf(activity.code, application.number),
  name,
})

/** Somebody has answered what was asked again: the way to their card. */
export const answersNews = (words: Words, concerned: Concerned): Message => ({
  text: words('life:sentBack.news', said(words, concerned)),
  keyboard: [
    [
      {
        text: words.plain('life:sentBack.openCard'),
        callback_data: openApplication.pack({ applicationId: concerned.application.id }),
      },
    ],
  ],
})

/** An offered seat was taken or not, and who has been offered it next. */
export const offerNews = (
  words: Words,
  concerned: Concerned,
  what: OfferFate,
  nextName: string | undefined,
): Message => ({
  text: [
    words(`life:offer.news.${what}`, said(words, concerned)),
    ...(nextName === undefined ? [] : [words('life:offer.news.next', { name: nextName })]),
  ].join('\n'),
  isSilent: true,
})

/** An application was withdrawn, perhaps late. */
export const withdrawalNews = (words: Words, concerned: Concerned, isLate: boolean): Message => ({
  text: [
    words('activities:card.withdrawn', said(words, concerned)),
    ...(isLate ? [words('life:withdraw.late')] : []),
  ].join('\n'),
  isSilent: true,
})

/** Data were erased: which application it was, and nothing of whose. */
export const erasureNews = (words: Words, { application, activity }: Omit<Concerned, 'name'>): Message => ({
  text: words('privacy:erase.told', {
    title: titleOf(activity, words.language),
    reference: referenceOf(activity.code, application.number),
  }),
  isSilent: true,
})
