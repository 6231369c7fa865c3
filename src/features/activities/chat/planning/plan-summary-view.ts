import type { Message } from '../../../../bot/messenger.ts'
import { bold, struck } from '../../../../platform/texts/html.ts'
import { titleOf } from '../../domain/activity.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import { languagesWithoutDescription, planOf } from '../../domain/planning/plan.ts'
import { changedSteps, planSteps, type PlanStep } from '../../domain/planning/steps.ts'
import { planQuestion } from '../buttons.ts'
import { changeKeys, inRows, pauseKey } from '../../../../bot/drafts/question-view.ts'
import type { PlanScene } from './plan-prompts.ts'
import { planLabel, planValue } from './values.ts'

export interface PlanSummaryScene extends PlanScene {
  /** How many people have a seat. */
  taken: number
  /** How many people hear of other days or another place. */
  told: number
}

/** Everything answered, each line changeable, before it is published; of an edit, what was and what is to be. */
export function planSummaryView(scene: PlanSummaryScene): Message {
  const { words, plan, draft, activity } = scene
  const changed = activity ? changedSteps(planOf(activity), plan) : planSteps(plan)
  return {
    text: [
      headOf(scene, changed),
      planSteps(plan)
        .map((step) => (activity && changed.includes(step) ? changedLine(step, scene) : line(step, scene)))
        .join('\n'),
      ...warnings(scene, changed),
    ].join('\n\n'),
    keyboard: [...publishRow(scene, changed), ...changeRows(scene), lastRow()],
  }

  function lastRow() {
    return [
      pauseKey(words, planQuestion, draft.id),
      {
        text: words.plain(activity ? 'planning:edited.discard' : 'planning:discard'),
        callback_data: planQuestion.askDiscard.pack({ draftId: draft.id }),
      },
    ]
  }
}

function headOf({ words, activity }: PlanSummaryScene, changed: readonly PlanStep[]): string {
  if (!activity) return words('planning:summary.new')
  return words(changed.length > 0 ? 'planning:summary.edit' : 'planning:summary.unchanged', {
    title: titleOf(activity, words.language),
    code: activity.code,
  })
}

/** An edit that changes nothing has nothing to save. */
function publishRow({ words, draft, activity }: PlanSummaryScene, changed: readonly PlanStep[]) {
  if (changed.length === 0) return []
  const text = words.plain(activity ? 'planning:summary.save' : 'planning:summary.publish')
  const { id: draftId, revision } = draft
  return [[{ text, callback_data: planQuestion.submit.pack({ draftId, revision }) }]]
}

const changeRows = ({ words, plan, draft }: PlanSummaryScene) =>
  inRows(
    changeKeys(
      planQuestion,
      draft,
      planSteps(plan).map((step) => ({ step, label: planLabel(words, step) })),
    ),
    2,
  )

const line = (step: PlanStep, scene: PlanSummaryScene): string =>
  scene.words('activities:summary.line', {
    label: planLabel(scene.words, step),
    value: shortened(planValue(step, scene.plan, scene)) || none(scene),
  })

function changedLine(step: PlanStep, scene: PlanSummaryScene): string {
  const before = scene.activity ? planValue(step, planOf(scene.activity), scene) : ''
  return scene.words('planning:summary.changed', {
    label: planLabel(scene.words, step),
    before: struck(shortened(before) || none(scene)),
    after: bold(shortened(planValue(step, scene.plan, scene)) || none(scene)),
  })
}

const none = ({ words }: PlanSummaryScene) => words.plain('activities:summary.none')

/** Four descriptions, before and after, have to fit into one message. */
const shortened = (text: string): string =>
  text.length > 280 ? `${text.slice(0, 279).toWellFormed()}…` : text

/** People arrange their days by these. */
const movingSteps: readonly PlanStep[] = ['startsOn', 'endsOn', 'hours', 'place']

function warnings(
  { words, plan, taken, told, activity }: PlanSummaryScene,
  changed: readonly PlanStep[],
): string[] {
  const { capacity } = plan
  const isShort = changed.includes('capacity') && typeof capacity === 'number' && taken > capacity
  const silent = languagesWithoutDescription(plan).map((one) => spokenLanguageName(one, words.language))
  const isMoved = changed.some((step) => movingSteps.includes(step))
  return [
    ...(silent.length > 0
      ? [words('planning:summary.missing', { languages: formatList(silent, words.language) })]
      : []),
    ...(isShort ? [words('planning:summary.fewSeats', { count: taken, seats: capacity })] : []),
    ...(activity && isMoved && told > 0 ? [words('planning:summary.tells', { count: told })] : []),
  ]
}
