import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf } from '../../../activities/index.ts'
import {
  findingsSheet,
  fitting,
  listOf,
  previewButtons,
  shortened,
  type Answer,
} from '../../../uploads/index.ts'
import type { OpenDrafts } from '../../data/desk-counts.ts'
import type { FormReview } from '../../actions/review-form.ts'
import { titleIn } from '../../domain/form-language.ts'
import { minutesText } from '../../domain/form-size.ts'
import { momentIn } from '../../domain/moments.ts'
import * as buttons from '../desk-buttons.ts'
import { momentText } from '../desk/moment-text.ts'
import { versionText } from '../version-text.ts'
import { formFindings } from './form-findings.ts'
import { languageLines } from './form-languages.ts'

/** What publishing a form would do, with the buttons to try it, to publish it, or not to. */
export function formPreview(
  words: Words,
  review: FormReview,
  { uploadId, homeTimeZone }: { uploadId: number; homeTimeZone: string },
): Answer {
  const { form, warnings } = review
  const title = shortened(titleIn(form, words.language), 200)
  if (review.kind === 'same')
    return {
      message: { text: words('formdesk:preview.same', { title, version: versionText(form.version) }) },
    }
  const doubts = formFindings(
    words,
    warnings.filter(({ code }) => code !== 'W_TRANSLATION_MISSING'),
  )
  const shown = fitting(
    doubts.map(({ place, sentence }) => words('uploads:preview.warning', { place, sentence })),
    { lines: 6, characters: 1200 },
  )
  const text = [
    words(review.known ? 'formdesk:preview.isUpdate' : 'formdesk:preview.isNew'),
    words('formdesk:preview.title', { title, id: form.formId, version: versionText(form.version) }),
    factLines(words, review, homeTimeZone).join('\n'),
    languageLines(words, review),
    listOf(words, words('uploads:preview.warnings'), shown),
  ]
  return {
    message: {
      text: text.filter((part) => part !== '').join('\n\n'),
      keyboard: [[tryButton(words, uploadId)], ...previewButtons(words, uploadId)],
    },
    ...(shown.rest > 0
      ? {
          file: {
            name: words.plain('uploads:preview.fileName'),
            sheets: [findingsSheet(words, words.plain('uploads:table.warnings'), doubts)],
          },
        }
      : {}),
  }
}

const tryButton = (words: Words, uploadId: number): InlineKeyboardButton => ({
  text: words.plain('formdesk:preview.try'),
  callback_data: buttons.tryUpload.pack({ uploadId }),
})

function factLines(words: Words, review: FormReview, zone: string): string[] {
  const { form, size, belonging, replaced } = review
  const { kind, scope, isAnonymous, opensAt, closesAt } = form.purpose
  const moment = (text: string) => momentText(words, momentIn(text, zone), zone)
  return [
    words('formdesk:preview.purpose', {
      purpose: words.plain(`formdesk:purpose.${kind}`),
      scope: words.plain(`formdesk:scope.${scope}`),
    }),
    ...(isAnonymous ? [words('formdesk:preview.anonymous')] : []),
    ...(belonging.kind === 'activities'
      ? belonging.activities.map((activity) =>
          words('formdesk:preview.activity', { title: titleOf(activity, words.language) }),
        )
      : []),
    words('formdesk:preview.size', {
      count: size.questions,
      minutes: minutesText(size),
    }),
    ...(opensAt ? [words('formdesk:preview.opens', { moment: moment(opensAt) })] : []),
    closesAt
      ? words('formdesk:preview.closes', { moment: moment(closesAt) })
      : words('formdesk:preview.noClosing'),
    ...(replaced
      ? [
          words('formdesk:preview.replaces', { version: versionText(replaced.version) }),
          ...draftLines(words, replaced.openDrafts),
        ]
      : []),
  ]
}

/** What becomes of those who are in the middle of the version before. */
const draftLines = (words: Words, { movable, whileApplying }: OpenDrafts): string[] => [
  ...(movable > 0 ? [words('formdesk:preview.drafts', { count: movable })] : []),
  ...(whileApplying > 0 ? [words('formdesk:preview.applying', { count: whileApplying })] : []),
  ...(movable + whileApplying === 0 ? [words('formdesk:preview.noDrafts')] : []),
]
