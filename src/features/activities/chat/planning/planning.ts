import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { FillPlan, PlanStanding } from '../../actions/planning/fill-plan.ts'
import type { PlanRaw } from '../../actions/planning/plan-reading.ts'
import type { publishPlan } from '../../actions/planning/publish-plan.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { titleOf } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import { isOptionalPlanStep, isPlanStep, type PlanStep } from '../../domain/planning/steps.ts'
import type { Announcements } from '../announcements.ts'
import { deskActivity, editActivity, newWorkshop, planQuestion, poster } from '../buttons.ts'
import { personIdOf, type TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import type { OpenKind } from '../../../../bot/drafts/open-work.ts'
import { typedChoice, wordsOfLastRow } from '../../../../bot/drafts/typed-words.ts'
import { planPrompt, type PlanScene } from './plan-prompts.ts'
import { planStepView } from './plan-step-view.ts'
import { planSummaryView } from './plan-summary-view.ts'
import { concerned } from '../../domain/life-cycle.ts'
import { seatsHeld } from '../../domain/seats.ts'

export interface PlanningNeeds {
  applications: ApplicationStore
  clock: Clock
  filling: FillPlan
  publish: ReturnType<typeof publishPlan>
  announced: Announcements
  homeTimeZone: string
}

/** Planning a workshop or a training in the chat, and editing one. */
export function planning({ applications, clock, filling, publish, announced, homeTimeZone }: PlanningNeeds) {
  const sitting = draftSitting<PlanStep, PlanStanding>({
    name: 'planning',
    buttons: planQuestion,
    isStep: isPlanStep,
    filling,
    answer,
    view,
    submit,
    screenOf,
    texts: ({ activity }) => (activity ? ofEdit : ofDraft),
  })

  const chat = new Composer<Chat>()
  chat.callbackQuery(newWorkshop.pattern, (tapped) =>
    sitDownAt(tapped, (personId) => filling.begin(personId, tapped.viewer.language)),
  )
  chat.callbackQuery(editActivity.pattern, (tapped) => {
    const { activityId } = editActivity.unpack(tapped.callbackQuery.data)
    return sitDownAt(tapped, (personId) => filling.edit(personId, activityId))
  })

  /** Only one plan is open at a time: the question of the former one closes, its draft stays. */
  async function sitDownAt(tapped: Chat, open: (personId: number) => Promise<{ id: number }>): Promise<void> {
    const personId = personIdOf(tapped)
    const former = await filling.openDraftOf(personId)
    const { id } = await open(personId)
    if (former && former.id !== id) tapped.leave(screenOf(former.id))
    await sitting.sitDown(tapped, id)
  }

  const sceneOf = (asked: Chat, standing: PlanStanding): PlanScene => ({
    ...standing,
    words: asked.words,
    now: clock.now(),
    homeTimeZone,
  })

  async function answer(
    asked: Chat,
    standing: PlanStanding,
    draftId: number,
    tapped?: TappedAnswer,
  ): Promise<PlanStanding> {
    const raw = tapped ?? rawOf(asked, standing.step, sceneOf(asked, standing))
    return filling.answer(draftId, personIdOf(asked), raw, asked.viewer.language)
  }

  async function view(asked: Chat, standing: PlanStanding, refusal?: string): Promise<Message> {
    const { step, activity } = standing
    const scene = sceneOf(asked, standing)
    if (step !== 'summary') return planStepView(step, scene, refusal)
    const counts = activity && (await applications.countByState([activity.id])).get(activity.id)
    const told = concerned.reduce((sum, state) => sum + (counts?.[state] ?? 0), 0)
    return planSummaryView({ ...scene, taken: seatsHeld(counts), told })
  }

  async function submit(tapped: Chat, draftId: number): Promise<undefined> {
    const { activity, before } = await publish(draftId, personIdOf(tapped))
    const { words } = tapped
    tapped.leave(screenOf(draftId))
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    tapped.tell({
      text: words(before ? 'planning:saved' : 'planning:published', {
        title: titleOf(activity, words.language),
        code: activity.code,
      }),
      keyboard: [
        key(words.plain('activities:desk.poster'), poster.pack({ activityId: activity.id })),
        key(words.plain('planning:edit'), editActivity.pack({ activityId: activity.id })),
        key(words.plain('planning:applications'), deskActivity.pack({ activityId: activity.id })),
      ],
    })
    if (before) await announced.hasChanged(before, activity)
    return undefined
  }

  const openKind: OpenKind = {
    sitting,
    openDraftOf: filling.openDraftOf,
    openWhere: filling.openWhere,
    async help({ words }, draftId) {
      const { activity } = await filling.standing(draftId)
      return activity
        ? words('planning:help.edit', { title: titleOf(activity, words.language) })
        : words('planning:help.new')
    },
  }

  return { chat, openKind }
}

const ofDraft = {
  paused: 'planning:paused',
  discard: 'planning:discard',
  confirmDiscard: 'planning:confirmDiscard',
  discarded: 'planning:discarded',
} as const

/** What is thrown away of something published is not the thing itself. */
const ofEdit = {
  paused: 'planning:paused',
  discard: 'planning:edited.discard',
  confirmDiscard: 'planning:edited.confirmDiscard',
  discarded: 'planning:edited.discarded',
} as const

const screenOf = (draftId: number) => `plan:${draftId}`

/** What somebody has written; a label of a button counts as its tap. */
function rawOf(chat: Chat, step: PlanStep | 'summary', scene: PlanScene): PlanRaw {
  const text = chat.message?.text
  if (text === undefined || step === 'summary') throw activityErrors.textExpected()
  if (isOptionalPlanStep(step) && wordsOfLastRow(chat.words, text) === 'skip') return { kind: 'skip' }
  const { choices } = planPrompt(step, scene)
  const chosen =
    typedChoice(choices, text) ?? (step === 'kind' ? choices[Number(text.trim()) - 1] : undefined)
  return chosen && step !== 'languages' ? { kind: 'choice', value: chosen.value } : { kind: 'text', text }
}
