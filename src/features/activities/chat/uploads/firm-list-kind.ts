import type { JobIds } from '../../../../platform/jobs.ts'
import { mayDo, type People } from '../../../people/index.ts'
import { nameOf, screenOf, type UploadKind, type UploadStore } from '../../../uploads/index.ts'
import { publishFirmsJob } from '../../actions/publish-firms.ts'
import type { ReviewFirms } from '../../actions/review-firms.ts'
import { uploadErrors } from '../../domain/upload-errors.ts'
import { firmsPreview } from './firms-preview.ts'
import { mistakesAnswer } from './mistakes.ts'

export interface FirmListKindNeeds {
  people: People
  uploads: Pick<UploadStore, 'startPublishing'>
  review: ReviewFirms
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** Lists of firms: read and previewed; the links are made by a job, because a long list takes a while. */
export const firmListKind = ({ people, uploads, review, sendJob }: FirmListKindNeeds): UploadKind => ({
  kind: 'firm_list',
  async judge(upload, workbook, words) {
    const reviewed = await review(workbook, upload.personId)
    if (reviewed.kind === 'mistakes')
      return { answer: mistakesAnswer(words, nameOf(words, upload), reviewed.issues) }
    return { answer: firmsPreview(words, reviewed, upload.id), shown: reviewed.digest }
  },
  async publish(chat, { id, personId }) {
    if (!mayDo(await people.roles.of(personId), 'tendFirms')) throw uploadErrors.firmList()
    await uploads.startPublishing(id)
    await sendJob(publishFirmsJob, { uploadId: id })
    chat.display(screenOf(id), { text: chat.words('uploads:firms.writing') })
  },
})
