import type { Activities } from '../../activities/index.ts'
import type { Attachments } from '../data/attachments.ts'
import type { FormFiles } from '../data/files/form-files.ts'
import type { QuestionnaireStore, Version } from '../data/questionnaire-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { filesOf } from '../domain/form-files.ts'
import type { Form } from '../domain/form.ts'
import { momentIn } from '../domain/moments.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'

export interface PublishFormNeeds {
  questionnaires: QuestionnaireStore
  activities: Pick<Activities, 'store'>
  attachments: Pick<Attachments, 'of'>
  formFiles: Pick<FormFiles, 'link'>
  homeTimeZone: string
}

export interface Published {
  questionnaire: Questionnaire
  version: Version
}

export interface PublishForm {
  form: Form
  publishedBy: number | null
  /** An activity whose form it becomes, where no workbook names it. */
  activityId?: number | null
}

/**
 * Publishes a form as a version of its questionnaire. Whoever begins from now on gets it; open drafts stay on theirs. The
 * same version again is taken only if it says the same.
 */
export function publishForm(needs: PublishFormNeeds) {
  const { questionnaires, activities, attachments, formFiles, homeTimeZone } = needs
  const momentOf = (text: string | undefined): Temporal.Instant | null =>
    text === undefined ? null : momentIn(text, homeTimeZone)

  return async ({ form, publishedBy, activityId }: PublishForm): Promise<Published> => {
    const { kind, scope, isAnonymous, opensAt, closesAt } = form.purpose
    const known = await questionnaires.byFormId(form.formId)
    if (known) checkPromise(known, form)
    const questionnaire = await questionnaires.save({
      formId: known?.formId ?? form.formId,
      state: 'published',
      purpose: kind,
      scope,
      isAnonymous,
      opensAt: momentOf(opensAt),
      closesAt: momentOf(closesAt),
    })
    if (activityId !== undefined && activityId !== null)
      await activities.store.chooseForm(activityId, questionnaire.formId)
    const taken = await questionnaires.version(questionnaire.id, form.version)
    if (taken && !saysTheSame(taken.form, form)) throw questionnaireErrors.versionTaken(form.version)
    const version = taken ?? (await questionnaires.addVersion(questionnaire.id, form, publishedBy))
    const names = filesOf(form).map(({ name }) => name)
    await formFiles.link(version.id, names, { personId: publishedBy, formId: form.formId })
    const isOfHouse =
      known && known.state !== 'draft'
        ? questionnaire.isOfHouse
        : (await attachments.of(questionnaire.id)).length === 0
    const changes = { versionId: version.id, isOfHouse }
    await questionnaires.update(questionnaire.id, changes)
    return { questionnaire: { ...questionnaire, ...changes }, version }
  }
}

/** People were told on the first screen whether their answers are kept with their names; a new version cannot change that. */
export function checkPromise(known: Questionnaire, { purpose }: Form): void {
  if (known.versionId !== null && known.isAnonymous !== purpose.isAnonymous)
    throw questionnaireErrors.promiseChanged(known.isAnonymous ? 'anonymous' : 'named')
}

/** Whether two forms say the same; the database keeps the keys of an object in an order of its own. */
export const saysTheSame = (one: Form, other: Form): boolean => sorted(one) === sorted(other)

const sorted = (form: Form): string =>
  JSON.stringify(form, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
