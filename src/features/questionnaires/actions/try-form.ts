import type { FormFiles } from '../data/files/form-files.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { filesOf } from '../domain/form-files.ts'
import type { Form } from '../domain/form.ts'
import type { Opened, openResponse } from './open-response.ts'

export interface TryFormNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  formFiles: Pick<FormFiles, 'link'>
  opening: ReturnType<typeof openResponse>
}

/**
 * Begins a trial run of a form that is not published: a version that nobody else is led to, and a response that is never
 * counted. A trial of what was sent before is thrown away.
 */
export function tryForm({ questionnaires, responses, formFiles, opening }: TryFormNeeds) {
  return async (form: Form, uploadId: number, personId: number): Promise<Opened> => {
    const known = await questionnaires.byFormId(form.formId)
    const questionnaireId = known?.id ?? (await questionnaires.save(unpublished(form))).id
    const name = `trial ${uploadId}`
    const version =
      (await questionnaires.version(questionnaireId, name)) ??
      (await questionnaires.addVersion(questionnaireId, { ...form, version: name }, personId))
    const names = filesOf(form).map((file) => file.name)
    await formFiles.link(version.id, names, { personId, formId: form.formId })
    const former = await responses.latestOf({
      ...{
        questionnaireId,
        personId,
        firmId: null,
        activityId: null,
        round: known?.round ?? 1,
        isTest: true,
      },
    })
    if (former?.state === 'draft' && former.versionId !== version.id) await responses.remove(former.id)
    return opening.open({ questionnaireId, personId, isTest: true, versionId: version.id })
  }
}

/** What stands for a form that nobody has published yet: no list has it, and no link opens it. */
const unpublished = ({ formId, purpose: { kind, scope, isAnonymous } }: Form) => ({
  ...{ formId, state: 'draft' as const, purpose: kind, scope, isAnonymous },
  ...{ opensAt: null, closesAt: null },
})
