import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { DraftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import {
  mistakesAnswer,
  nameOf,
  screenOf,
  showAnswer,
  type UploadKind,
  type Uploads,
  type WaitingUpload,
} from '../../../uploads/index.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import type { publishForm } from '../../actions/publish-form.ts'
import type { FormReview, ReviewedForm, ReviewForm } from '../../actions/review-form.ts'
import type { tryForm } from '../../actions/try-form.ts'
import * as buttons from '../desk-buttons.ts'
import type { FormCards } from '../desk/form-cards.ts'
import { formFindings } from './form-findings.ts'
import { formMistakes } from './form-mistakes.ts'
import { formPreview } from './form-preview.ts'
import { whichActivity } from './which-activity.ts'

export interface QuestionnaireKindNeeds {
  uploads: Pick<Uploads, 'store' | 'waiting'>
  review: ReviewForm
  publish: ReturnType<typeof publishForm>
  tries: ReturnType<typeof tryForm>
  rights: DeskRights
  cards: FormCards
  sitting: Pick<DraftSitting, 'sitDown'>
  homeTimeZone: string
  /** Pauses whatever this person has open. */
  pauseAll(chat: Chat): Promise<void>
}

/** Questionnaires: every mistake, or a preview; tried by whoever sent them, and published as they were shown. */
export function questionnaireKind(needs: QuestionnaireKindNeeds) {
  const { uploads, review, publish, tries, rights, cards, sitting, homeTimeZone } = needs

  const kind: UploadKind = {
    kind: 'questionnaire',
    async judge(upload, workbook, words) {
      const reviewed = await review(workbook, upload.personId)
      if (reviewed.kind === 'mistakes')
        return { answer: formMistakes(words, nameOf(words, upload), reviewed) }
      const answer = formPreview(words, reviewed, { uploadId: upload.id, homeTimeZone })
      return reviewed.kind === 'same' ? { answer } : { answer, shown: reviewed.digest }
    },
    async publish(chat, upload) {
      const reviewed = await asShown(chat, upload)
      if (!reviewed) return
      const { belonging } = reviewed
      if (belonging.kind === 'ask')
        return chat.display(screenOf(upload.id), whichActivity(chat.words, belonging, upload.id))
      await publishIt(chat, upload, reviewed)
    },
  }

  const chat = new Composer<Chat>()
  chat.callbackQuery(buttons.publishFor.pattern, async (tapped) => {
    const { uploadId, activityId } = buttons.publishFor.unpack(tapped.callbackQuery.data)
    const upload = await waiting(tapped, uploadId)
    const reviewed = await asShown(tapped, upload)
    if (!reviewed) return
    if (reviewed.belonging.kind !== 'ask') return kind.publish(tapped, upload)
    await publishIt(tapped, upload, reviewed, { chosen: activityId === 0 ? null : activityId })
  })
  chat.callbackQuery(buttons.tryUpload.pattern, async (tapped) => {
    const { uploadId } = buttons.tryUpload.unpack(tapped.callbackQuery.data)
    const upload = await waiting(tapped, uploadId)
    const reviewed = await asShown(tapped, upload)
    if (!reviewed) return
    const found = await tries(reviewed.form, uploadId, personIdOf(tapped))
    if (found.kind !== 'draft') throw staleButton()
    await needs.pauseAll(tapped)
    await sitting.sitDown(tapped, found.response.id)
  })
  return { kind, chat }

  async function waiting({ viewer }: Chat, uploadId: number): Promise<WaitingUpload> {
    const upload = await uploads.waiting(uploadId, viewer.personId)
    if (upload.content.kind !== 'questionnaire') throw staleButton()
    return upload
  }

  /** What the preview showed, if it is still so; else the preview as of now, to be looked at once more. */
  async function asShown(tapped: Chat, upload: WaitingUpload): Promise<FormReview | undefined> {
    const reviewed = await review(upload.content.workbook, upload.personId)
    if (reviewed.kind === 'good' && reviewed.digest === upload.content.shown) return reviewed
    await lookAgain(tapped, upload, reviewed)
    return undefined
  }

  async function lookAgain(tapped: Chat, upload: WaitingUpload, reviewed: ReviewedForm): Promise<void> {
    const { words } = tapped
    if (reviewed.kind === 'mistakes') {
      await uploads.store.finish(upload.id, 'refused')
      const name = nameOf(words, upload)
      return showAnswer(tapped, upload.id, mistakesAnswer(words, name, formFindings(words, reviewed.issues)))
    }
    if (reviewed.kind === 'same') await uploads.store.finish(upload.id, 'discarded')
    else await uploads.store.preview(upload.id, { ...upload.content, shown: reviewed.digest })
    tapped.toast(words.plain('formdesk:changedMeanwhile'), true)
    await showAnswer(tapped, upload.id, formPreview(words, reviewed, { uploadId: upload.id, homeTimeZone }))
  }

  async function publishIt(
    tapped: Chat,
    upload: WaitingUpload,
    { form }: FormReview,
    belonging?: { chosen: number | null },
  ): Promise<void> {
    if (belonging) await rights.checkActivity(upload.personId, belonging.chosen)
    await uploads.store.publishAlone(`form ${form.formId.toLowerCase()}`)
    const { questionnaire } = await publish({
      ...{ form, publishedBy: upload.personId },
      activityId: belonging?.chosen ?? null,
    })
    await uploads.store.finish(upload.id, 'published')
    tapped.display(screenOf(upload.id), await cards.card(tapped, questionnaire, { isPublished: true }))
  }
}
