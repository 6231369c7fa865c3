import { createHash } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { Activities, Activity } from '../../activities/index.ts'
import { mayDo, reachOf } from '../../people/index.ts'
import type { Attachments } from '../data/attachments.ts'
import type { DeskCounts, OpenDrafts } from '../data/desk-counts.ts'
import type { FormFiles } from '../data/files/form-files.ts'
import type { ActivitiesNaming } from '../data/activities-naming.ts'
import type { QuestionnaireStore, Version } from '../data/questionnaire-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { filesOf } from '../domain/form-files.ts'
import { sizeOf, type FormSize } from '../domain/form-size.ts'
import type { Form } from '../domain/form.ts'
import { missingOnly } from '../domain/missing-files.ts'
import { notOpenBecause, type Questionnaire } from '../domain/questionnaire.ts'
import type { FormIssue } from '../domain/xlsform/form-issue.ts'
import type { FormReading } from '../domain/xlsform/read-form.ts'
import type { DeskRights } from './desk-rights.ts'
import { checkPromise, saysTheSame } from './publish-form.ts'
import type { RunningActivities } from './running-activities.ts'

export interface ReviewFormNeeds {
  read(workbook: Workbook): Promise<FormReading>
  questionnaires: QuestionnaireStore
  activities: Pick<Activities, 'store'>
  named: ActivitiesNaming
  running: RunningActivities
  attachments: Attachments
  counts: DeskCounts
  rights: DeskRights
  formFiles: Pick<FormFiles, 'known'>
  clock: Clock
  homeTimeZone: string
}

/** What a form belongs to: activities, nothing but the house, or she is asked which of these. */
export type Belonging =
  | { kind: 'activities'; activities: readonly Activity[] }
  | { kind: 'house' }
  | { kind: 'ask'; among: readonly Activity[]; mayBeNone: boolean }

/** A form that could be published, and what that would do. */
export interface FormReview {
  kind: 'good' | 'same'
  form: Form
  size: FormSize
  warnings: readonly FormIssue[]
  belonging: Belonging
  known?: Questionnaire
  /** What is replaced, and how many open drafts stay on it. */
  replaced?: { version: string; openDrafts: OpenDrafts }
  /** Of what was shown: another one needs another look. */
  digest: string
}

export type ReviewedForm =
  FormReview | { kind: 'mistakes'; issues: readonly FormIssue[]; warnings: readonly FormIssue[] }

export type ReviewForm = ReturnType<typeof reviewForm>

/** Reads a questionnaire that a coordinator has sent: everything that is wrong with it, or what publishing it would do. */
export function reviewForm(needs: ReviewFormNeeds) {
  const { read, questionnaires, rights, counts, clock, homeTimeZone } = needs

  return async (workbook: Workbook, personId: number): Promise<ReviewedForm> => {
    const { form, issues, warnings } = await read(workbook)
    if (!form) return { kind: 'mistakes', issues, warnings: missingOnly(warnings, () => true) }
    const row = await questionnaires.byFormId(form.formId)
    const known = row && row.state !== 'draft' ? row : undefined
    const belonging = await belongingOf(form, known, personId)
    const published = known && (await currentVersion(known, form))
    const isSame =
      known !== undefined &&
      published?.version === form.version &&
      known.versionId === published.id &&
      notOpenBecause(known, clock.now()) !== 'closed'
    const replaced = known && (await replacedBy(known, form))
    return {
      kind: isSame ? 'same' : 'good',
      form,
      warnings: await withoutSent(warnings, form, personId),
      belonging,
      size: sizeOf(form, clock.now().toZonedDateTimeISO(homeTimeZone)),
      ...(known ? { known } : {}),
      ...(replaced ? { replaced } : {}),
      digest: digestOf(known, belonging, replaced),
    }
  }

  /** Files that the form names are missed only as far as they have not been sent along. */
  async function withoutSent(
    warnings: readonly FormIssue[],
    form: Form,
    personId: number,
  ): Promise<readonly FormIssue[]> {
    const names = filesOf(form).map(({ name }) => name)
    const sent = await needs.formFiles.known(names, { personId, formId: form.formId })
    return missingOnly(warnings, (name) => !sent.has(name))
  }

  /** The version of this name; one that says something else is refused here already. */
  async function currentVersion(known: Questionnaire, form: Form): Promise<Version | undefined> {
    checkPromise(known, form)
    const version = await questionnaires.version(known.id, form.version)
    if (version && !saysTheSame(version.form, form)) throw questionnaireErrors.versionTaken(form.version)
    return version
  }

  async function replacedBy({ id, versionId }: Questionnaire, form: Form): Promise<FormReview['replaced']> {
    if (versionId === null) return undefined
    const { version } = await questionnaires.form(versionId)
    if (version === form.version) return undefined
    return { version, openDrafts: await counts.openDrafts(id) }
  }

  /** Whatever names it or has been chosen for it before; else she is asked. */
  async function belongingOf(
    form: Form,
    known: Questionnaire | undefined,
    personId: number,
  ): Promise<Belonging> {
    const grants = await rights.grantsOf(personId)
    if (known) await rights.checkWhole(personId, known.id)
    const activities = await activitiesOf(form, known)
    for (const { id } of activities) if (!(await rights.reaches(grants, id))) throw formDeskErrors.notYours()
    if (activities.length > 0) return { kind: 'activities', activities }
    const seesAll = mayDo(grants, 'askTheHouse')
    const needsOne = ['application', 'logistics', 'survey'].includes(form.purpose.kind)
    if (seesAll && (known || !needsOne)) return { kind: 'house' }
    return { kind: 'ask', among: await needs.running(reachOf(grants, 'askForms')), mayBeNone: seesAll }
  }

  async function activitiesOf({ formId }: Form, known: Questionnaire | undefined): Promise<Activity[]> {
    const ids = known
      ? (await needs.attachments.of(known.id)).map(({ activityId }) => activityId)
      : await needs.named.ofForm(formId)
    return [...(await needs.activities.store.byIds(ids)).values()]
  }
}

const digestOf = (
  known: Questionnaire | undefined,
  belonging: Belonging,
  replaced: FormReview['replaced'],
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        known?.versionId,
        known?.state,
        belonging.kind === 'activities' ? belonging.activities.map(({ id }) => id) : belonging.kind,
        replaced?.version,
      ]),
    )
    .digest('hex')
