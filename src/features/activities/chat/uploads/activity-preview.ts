import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun } from '../../domain/activity.ts'
import type { ActivityFields } from '../../domain/workbook/activity-workbook.ts'
import type { ActivityReview } from '../../actions/review-activity.ts'
import { fitting, listOf, previewButtons, type Answer } from '../../../uploads/index.ts'
import { formWarnings, type FormNote } from '../applying/form-notes.ts'
import { changeLines, changeSheet, countChanges } from './changes.ts'
import { factLines, titleIn, type Scene } from './facts.ts'
import { gapLines } from './gap-lines.ts'
import { issueSheet, placeOf, sentenceOf } from './mistakes.ts'

/** What publishing a workbook would do, with the buttons to do it or not; nothing to tap where nothing would change. */
export function activityPreview(
  scene: Scene,
  review: ActivityReview,
  uploadId: number,
  forms: readonly FormNote[] = [],
): Answer {
  const { words } = scene
  const { known, fields, differences, read } = review
  const warnings = fitting([...warningLines(words, review), ...formWarnings(words, forms)], {
    lines: 6,
    characters: 900,
  })
  if (known && differences.length === 0)
    return { message: { text: nothingNew(words, review, review.doubts > 0 ? warnings : undefined) } }
  const changes = fitting(known ? differences.map((one) => changeLines(words, one)) : [], {
    lines: 12,
    characters: 1300,
  })
  const isLong = warnings.rest > 0 || changes.rest > 0
  const text = [
    words(known ? 'uploads:preview.isUpdate' : 'uploads:preview.isNew'),
    ...unseen(scene, fields),
    ...factLines(scene, read),
    gapLines(words, read),
    listOf(words, words('uploads:preview.warnings'), warnings),
    listOf(words, words('uploads:changes.title', { count: countChanges(differences) }), changes),
    review.told > 0 ? words('planning:summary.tells', { count: review.told }) : '',
  ]
  return {
    message: {
      text: text.filter((part) => part !== '').join('\n\n'),
      keyboard: previewButtons(words, uploadId),
    },
    ...(isLong
      ? {
          file: {
            name: `${fields.code} ${words.plain('uploads:preview.fileName')}`,
            sheets: sheetsOf(words, review),
          },
        }
      : {}),
  }
}

/** Why nobody will find it among the open ones; said before anything else. */
function unseen({ words, now }: Scene, fields: ActivityFields): string[] {
  if (hasBegun(fields, now)) return [words('uploads:preview.begun')]
  const closesAt = fields.applicationsCloseAt
  return closesAt && Temporal.Instant.compare(closesAt, now) <= 0 ? [words('uploads:preview.closed')] : []
}

/** Nothing to publish; but rows that are left to her are named all the same. */
const nothingNew = (words: Words, { fields }: ActivityReview, warnings?: Fitted): string =>
  [
    words('uploads:unchanged', { title: titleIn(words, fields), code: fields.code }),
    ...(warnings ? [listOf(words, words('uploads:preview.warnings'), warnings)] : []),
  ].join('\n\n')

type Fitted = ReturnType<typeof fitting>

function warningLines(words: Words, { read, fields, approved, placed }: ActivityReview): string[] {
  const isTooSmall = fields.capacity !== null && fields.capacity < approved
  const waiting = read.sheets.includes('participants') ? placed.waiting.length : 0
  return [
    ...(waiting > 0 ? [words('uploads:preview.waits', { count: waiting })] : []),
    ...(isTooSmall
      ? [words('uploads:preview.capacity', { seats: fields.capacity ?? 0, count: approved })]
      : []),
    ...read.warnings.map((issue) =>
      words('uploads:preview.warning', {
        place: placeOf(words, issue),
        sentence: sentenceOf(words, issue),
      }),
    ),
  ]
}

const sheetsOf = (words: Words, { known, differences, read }: ActivityReview) => [
  ...(known ? [changeSheet(words, differences)] : []),
  ...(read.warnings.length > 0
    ? [issueSheet(words, words.plain('uploads:table.warnings'), read.warnings)]
    : []),
]
