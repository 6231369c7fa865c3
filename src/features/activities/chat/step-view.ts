import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Firm } from '../../people/index.ts'
import type { Activity } from '../domain/activity.ts'
import { titleOf } from '../domain/activity.ts'
import type { Application, StepName } from '../domain/application.ts'
import { isOptional, progressOf, stepBefore } from '../domain/steps.ts'
import { back, pause, pick, skip } from './buttons.ts'
import { promptOf, type Prompt } from './prompts.ts'

/** What a step's picture needs to know beyond the draft. */
export interface StepScene {
  words: Words
  activity: Activity
  application: Application
  isTrip: boolean
  /** Firms to choose from: the person's own, or what a search found. */
  firms: readonly Firm[]
  /** A proposal for the name, from the Telegram profile. */
  proposedName?: { givenNames: string; surname: string }
  /** Why the last answer was not taken. */
  refusal?: string
}

/** The live question: what is asked, the answers to tap, and always the same last row. */
export function stepView(step: StepName, scene: StepScene): Message {
  const { words, activity, application, refusal } = scene
  const prompt = promptOf(step, scene)
  const { at, of } = progressOf(step, scene)
  const head = words('activities:steps.progress', {
    title: titleOf(activity, words.language),
    at: String(at),
    of: String(of),
    bar: '▰'.repeat(at) + '▱'.repeat(Math.max(of - at, 0)),
  })
  const text = [head, ...(refusal ? [`⚠️ ${refusal}`] : []), prompt.text].join('\n\n')
  if (prompt.sharesPhone) return { text, replyKeyboard: phoneKeyboard(words, step, scene) }
  return { text, keyboard: [...choiceRows(prompt, step, application), lastRow(step, scene)] }
}

function choiceRows(prompt: Prompt, step: StepName, { id, revision }: Application): InlineKeyboardButton[][] {
  const buttons = prompt.choices.map(({ label, value }) => ({
    text: label,
    callback_data: pick.pack({ applicationId: id, revision, step, value }),
  }))
  return inRows(buttons, prompt.perRow ?? 1)
}

/** The same place at every step: back, skip, pause. */
function lastRow(step: StepName, scene: StepScene): InlineKeyboardButton[] {
  const { words, application } = scene
  const to = { applicationId: application.id, revision: application.revision }
  return [
    ...(stepBefore(step, scene)
      ? [{ text: words.plain('activities:steps.back'), callback_data: back.pack(to) }]
      : []),
    ...(isOptional(step)
      ? [{ text: words.plain('activities:steps.skip'), callback_data: skip.pack(to) }]
      : []),
    {
      text: words.plain('activities:steps.pause'),
      callback_data: pause.pack({ applicationId: application.id }),
    },
  ]
}

/** Only a keyboard in place of the phone's own can share a number; its other buttons are typed words. */
function phoneKeyboard(words: Words, step: StepName, scene: StepScene) {
  const others = [
    ...(stepBefore(step, scene) ? [{ text: words.plain('activities:steps.back') }] : []),
    { text: words.plain('activities:steps.pause') },
  ]
  return {
    keyboard: [
      [{ text: words.plain('activities:steps.phone.share'), request_contact: true as const }],
      others,
    ],
    resize_keyboard: true,
    one_time_keyboard: true,
  }
}

export function inRows<Item>(items: readonly Item[], perRow: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) =>
    items.slice(row * perRow, (row + 1) * perRow),
  )
}
