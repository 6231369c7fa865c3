import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import {
  nameOf,
  screenOf,
  showAnswer,
  type UploadKind,
  type UploadStore,
  type WaitingUpload,
} from '../../../uploads/index.ts'
import type { PublishActivity } from '../../actions/publish-activity.ts'
import type { ActivityReview, ReviewActivity, Reviewed } from '../../actions/review-activity.ts'
import { activityFile } from '../../domain/workbook/template.ts'
import { formNotes, type FindForms } from '../applying/form-notes.ts'
import type { Announcements } from '../announcements.ts'
import { activityPreview } from './activity-preview.ts'
import { mistakesAnswer } from './mistakes.ts'
import { publishedCard } from './published-card.ts'

export interface ActivityKindNeeds {
  uploads: UploadStore
  review: ReviewActivity
  publish: PublishActivity
  announced: Announcements
  clock: Clock
  homeTimeZone: string
  botUsername: string
  findForms: FindForms
}

/** Activity workbooks: every mistake, or a preview of what would change; published as it was shown. */
export function activityKind(needs: ActivityKindNeeds): UploadKind {
  const { uploads, review, publish, announced, clock, homeTimeZone, botUsername, findForms } = needs

  const previewOf = async (words: Words, reviewed: ActivityReview, uploadId: number) =>
    activityPreview(
      { words, now: clock.now(), homeTimeZone },
      reviewed,
      uploadId,
      await formNotes(findForms, { ...reviewed.fields }),
    )

  /** Somebody was faster: the preview as of now, to be looked at once more. */
  async function lookAgain(chat: Chat, upload: WaitingUpload, reviewed: Reviewed): Promise<void> {
    const { words } = chat
    if (reviewed.kind === 'mistakes') {
      await uploads.finish(upload.id, 'refused')
      return showAnswer(chat, upload.id, mistakesAnswer(words, nameOf(words, upload), reviewed.issues))
    }
    const preview = await previewOf(words, reviewed, upload.id)
    if (preview.message.keyboard)
      await uploads.preview(upload.id, { ...upload.content, shown: reviewed.digest })
    else await uploads.finish(upload.id, 'discarded')
    chat.toast(words.plain('uploads:changedMeanwhile'), true)
    await showAnswer(chat, upload.id, preview)
  }

  return {
    kind: 'activity',
    async judge(upload, workbook, words) {
      const reviewed = await review(workbook, upload.personId)
      if (reviewed.kind === 'mistakes')
        return { answer: mistakesAnswer(words, nameOf(words, upload), reviewed.issues) }
      const answer = await previewOf(words, reviewed, upload.id)
      return answer.message.keyboard ? { answer, shown: reviewed.digest } : { answer }
    },
    async publish(chat, upload) {
      const outcome = await publish(upload.content, upload.personId)
      if (outcome.kind !== 'published') return lookAgain(chat, upload, outcome)
      await uploads.finish(upload.id, 'published')
      chat.display(screenOf(upload.id), publishedCard(chat.words, outcome, botUsername))
      if (outcome.before) await announced.hasChanged(outcome.before, outcome.activity)
      if (!outcome.withIds) return
      await chat.tellDocument({
        name: upload.fileName ?? `${outcome.activity.code}.xlsx`,
        content: await writeSpreadsheet(activityFile(outcome.withIds)),
        caption: chat.words('uploads:published.withIds'),
      })
    },
  }
}
