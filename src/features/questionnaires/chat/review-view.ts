import type { InlineKeyboardButton } from 'grammy/types'
import { pauseKey } from '../../../bot/drafts/question-view.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { languageOf, titleIn } from '../domain/form-language.ts'
import { askedSteps, isOfResult, leadIn, stepName, type Asked } from '../domain/steps.ts'
import { toRead } from './asking-head.ts'
import { formQuestion } from './buttons.ts'
import { pageRow } from './kinds/choices.ts'
import { asHeading, labelAndValue, type Asking } from './scene.ts'

const linesPerPage = 8
export type Question = Extract<Asked, { kind: 'question' }>

/** Everything that was answered in a short form, each line changeable, before it is handed in. */
export function reviewView(words: Words, standing: Asking, refusal?: string): Message {
  const { response, look } = standing
  const asked = askedSteps(standing.session)
  const questions = asked.filter((step) => step.kind === 'question')
  const pages = Math.max(Math.ceil(questions.length / linesPerPage), 1)
  const page = Math.min(look?.page ?? 0, pages - 1)
  const shown = questions.slice(page * linesPerPage, (page + 1) * linesPerPage)
  const first = page * linesPerPage + 1
  const { id: draftId, revision } = response
  const why = refusal ?? standing.refusal
  const isLast = page === pages - 1
  const key = (text: string, callback_data: string): InlineKeyboardButton => ({ text, callback_data })
  const pick = (text: string, value: string) =>
    key(text, formQuestion.pick.pack({ draftId, revision, step: 'summary', value }))
  const submit = words.plain(
    response.editsId === null ? 'questionnaires:review.submit' : 'questionnaires:review.submitEdit',
  )
  return {
    text: [
      words('questionnaires:review.title', { title: titleIn(standing.form, words.language) }),
      ...(response.isTest ? [words('questionnaires:ask.test')] : []),
      ...(standing.forWhom ? [words('questionnaires:ask.forWhom', { name: standing.forWhom })] : []),
      ...(standing.understood ? [standing.understood] : []),
      ...(why ? [`⚠️ ${why}`] : []),
      reviewLines(words, standing, shown, first).join('\n'),
      ...(isLast
        ? leadIn(standing.session, undefined)
            .filter((step) => !isOfResult(step))
            .flatMap((step) => toRead(words, standing, step))
        : []),
    ].join('\n\n'),
    keyboard: [
      [key(submit, formQuestion.submit.pack({ draftId, revision }))],
      ...changeKeys(words, standing, shown, first),
      ...repeatKeys(words, standing, isLast ? asked : []).map(({ label, value }) => [pick(label, value)]),
      ...pageRow(page, pages).map((row) => row.map(({ label, value }) => pick(label, value))),
      [
        pauseKey(words, formQuestion, draftId),
        key(words.plain('questionnaires:review.discard'), formQuestion.askDiscard.pack({ draftId })),
      ],
    ],
  }
}

/** A button per answer. */
export const changeKeys = (
  words: Words,
  standing: Asking,
  shown: readonly Question[],
  first: number,
): InlineKeyboardButton[][] =>
  shown.map((step, at) => [
    {
      text: `✎ ${first + at}. ${shortenedTo(labelAndValue(words, standing, step).label, 30)}`,
      callback_data: formQuestion.change.pack({
        ...{ draftId: standing.response.id, revision: standing.response.revision },
        step: stepName(step),
      }),
    },
  ])

/** The answers, a line each, under their headings. */
export function reviewLines(
  words: Words,
  standing: Asking,
  shown: readonly Question[],
  first: number,
): string[] {
  return shown.flatMap((step, at) => {
    const { label, value } = labelAndValue(words, standing, step)
    const heading = leadIn(standing.session, step).filter(({ kind }) => kind === 'group')
    return [
      ...heading.flatMap((group) => toRead(words, standing, group)),
      words('questionnaires:review.line', {
        number: String(first + at),
        label: asHeading(words, shortenedTo(label, 80)),
        value: value === '' ? words.plain('questionnaires:review.none') : shortenedTo(value, 120),
      }),
    ]
  })
}

/** One more instance of a repeat, and each of its instances taken away; of the repeats that end among these steps. */
export function repeatKeys(words: Words, { session, form }: Asking, among: readonly Asked[]) {
  const language = languageOf(form, words.language)
  const steps = session.steps()
  const more = among.filter((step) => step.kind === 'more')
  const ends = new Set(more.map(({ repeat }) => repeat.path))
  const added = more.map((step) => ({
    label: `➕ ${session.text(step.repeat.label, step.path, language) || step.repeat.name}`,
    value: `add.${stepName(step)}`,
  }))
  const removable = steps.flatMap((step) =>
    step.kind === 'group' && step.group.kind === 'repeat' && !step.group.count && step.instance !== undefined
      ? [{ step, instance: step.instance, group: step.group }]
      : [],
  )
  const removed = removable
    .filter(
      ({ group }) => ends.has(group.path) && removable.filter((other) => other.group === group).length > 1,
    )
    .slice(0, 12)
    .map(({ step, instance, group }) => ({
      label: words.plain('questionnaires:review.removeInstance', {
        label: shortenedTo(session.text(group.label, step.path, language) || group.name, 24),
        number: String(instance),
      }),
      value: `x${instance}.${removable.findIndex((other) => other.group === group)}`,
    }))
  return [...added, ...removed]
}

/** The repeat whose instance is taken away by a button. */
export function removedBy(
  value: string,
  { session }: Asking,
): { repeat: string; instance: number } | undefined {
  const [, instance, at] = /^x(\d{1,2})\.(\d{1,2})$/.exec(value) ?? []
  const repeats = session
    .steps()
    .flatMap((step) =>
      step.kind === 'group' &&
      step.group.kind === 'repeat' &&
      !step.group.count &&
      step.instance !== undefined
        ? [step.group.path]
        : [],
    )
  const repeat = repeats[Number(at)]
  return instance === undefined || repeat === undefined ? undefined : { repeat, instance: Number(instance) }
}
