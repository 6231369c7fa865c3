import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import { personIdOf, type TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { OpenKind } from '../../../../bot/drafts/open-work.ts'
import { typedChoice, wordsOfLastRow } from '../../../../bot/drafts/typed-words.ts'
import type { FillItem } from '../../actions/editing/fill-item.ts'
import type { ItemStanding } from '../../actions/editing/item-standing.ts'
import type { ItemRaw } from '../../actions/editing/item-reading.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { publishItem } from '../../actions/editing/publish-item.ts'
import type { OpenedDraft } from '../../data/programme/item-draft-store.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { isItemStep, isOptionalStep, type ItemStep } from '../../domain/drafts/steps.ts'
import { missingTexts } from '../../domain/drafts/texts.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { canStillBeLate } from '../../domain/late.ts'
import { isCancelled, type ProgrammeItem } from '../../domain/item.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import * as buttons from './buttons.ts'
import { itemPrompt } from './item-prompts.ts'
import { itemStepView } from './item-step-view.ts'
import { itemSummaryView } from './item-summary.ts'

export interface EditingNeeds {
  items: Pick<ItemStore, 'read'>
  filling: FillItem
  publish: ReturnType<typeof publishItem>
  runs: RunsActivity
  clock: Clock
  pauseOthers(chat: Chat): Promise<void>
}

/** Changing a programme on the phone: each button of an item opens its draft, and the preview ends it. */
export function editing({ items, filling, publish, runs, clock, pauseOthers }: EditingNeeds) {
  const sitting = draftSitting<ItemStep, ItemStanding>({
    name: 'itinerary item',
    buttons: buttons.itemQuestion,
    isStep: isItemStep,
    filling,
    answer,
    view: async ({ words }, standing, refusal) => {
      const { step } = standing
      return step === 'summary'
        ? withRefusal(itemSummaryView(words, standing), refusal)
        : itemStepView(words, step, standing, refusal)
    },
    submit,
    screenOf,
    texts: () => texts,
  })

  const chat = new Composer<Chat>()
  type Begun = Omit<OpenedDraft, 'personId' | 'activityId' | 'itemId'>
  const onItem = (
    pattern: RegExp,
    unpack: (data: string) => { itemId: number },
    begun: (data: string, item: ProgrammeItem) => Begun,
  ) =>
    chat.callbackQuery(pattern, async (tapped) => {
      const { data } = tapped.callbackQuery
      const { itemId } = unpack(data)
      const item = await items.read(itemId)
      if (!item || item.removedAt) throw programmeErrors.gone()
      await runs(tapped.viewer.personId, item.activityId)
      const begin = begun(data, item)
      // A tap that comes late: what it would do has been done, or is not possible any more.
      if (begin.answers.status && isCancelled(item) === (begin.answers.status === 'cancelled'))
        throw programmeErrors.nothingChanged()
      if (begin.kind === 'late' && !canStillBeLate(item, clock.now())) throw programmeErrors.notLate()
      await sitDownAt(tapped, { ...begin, activityId: item.activityId, itemId })
    })
  const edit = { kind: 'edit', isAnew: true } as const
  onItem(buttons.editItem.pattern, buttons.editItem.unpack, () => ({ ...edit, isAnew: false, answers: {} }))
  onItem(buttons.moveItem.pattern, buttons.moveItem.unpack, () => ({
    ...edit,
    answers: {},
    changing: 'start',
  }))
  onItem(buttons.remindItem.pattern, buttons.remindItem.unpack, () => ({
    ...edit,
    answers: {},
    changing: 'remind',
  }))
  onItem(buttons.translateItem.pattern, buttons.translateItem.unpack, () => ({
    ...edit,
    answers: {},
    changing: 'texts',
  }))
  onItem(buttons.cancelItem.pattern, buttons.cancelItem.unpack, () => ({
    ...edit,
    answers: { status: 'cancelled' },
  }))
  onItem(buttons.restoreItem.pattern, buttons.restoreItem.unpack, (_, { statusBefore }) => ({
    ...edit,
    answers: { status: statusBefore ?? 'planned' },
  }))
  onItem(buttons.lateItem.pattern, buttons.lateItem.unpack, (data) => {
    const { minutes } = buttons.lateItem.unpack(data)
    return { kind: 'late', isAnew: true, answers: minutes > 0 ? { minutes: Math.min(minutes, 600) } : {} }
  })
  chat.callbackQuery(buttons.addItem.pattern, async (tapped) => {
    const { activityId } = buttons.addItem.unpack(tapped.callbackQuery.data)
    await sitDownAt(tapped, { kind: 'add', activityId, itemId: null, answers: {}, isAnew: false })
  })

  /** One thing is filled in at a time: whatever else was open closes, its draft stays. */
  async function sitDownAt(tapped: Chat, opened: Omit<OpenedDraft, 'personId'>): Promise<void> {
    const personId = personIdOf(tapped)
    const former = await filling.openDraftOf(personId)
    const { id } = await filling.begin({ ...opened, personId })
    await pauseOthers(tapped)
    if (former && former.id !== id) tapped.leave(screenOf(former.id))
    await sitting.sitDown(tapped, id)
  }

  async function answer(
    asked: Chat,
    standing: ItemStanding,
    draftId: number,
    tapped?: TappedAnswer,
  ): Promise<ItemStanding> {
    const raw = tapped ?? rawOf(asked, standing)
    return filling.answer(draftId, personIdOf(asked), raw, asked.viewer.language)
  }

  async function submit(tapped: Chat, draftId: number): Promise<ItemStanding | undefined> {
    const outcome = await publish(draftId, personIdOf(tapped))
    const { words } = tapped
    if (outcome.kind === 'changed meanwhile') {
      tapped.toast(words.plain('programme:changedMeanwhile'), true)
      return outcome.standing
    }
    tapped.leave(screenOf(draftId))
    const { changes, activity, people } = outcome
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    const [first] = changes
    tapped.tell({
      text: words('programme:published', { count: people }),
      keyboard: [
        ...(first
          ? [key(words.plain('programme:toItem'), buttons.openItem.pack({ itemId: first.after.id }))]
          : []),
        ...(first && missingTexts(first.after).length > 0 && !first.before
          ? [key(words.plain('programme:card.texts'), buttons.translateItem.pack({ itemId: first.after.id }))]
          : []),
        key(
          words.plain('programme:card.back'),
          buttons.listItems.pack({ activityId: activity.id, offset: -1 }),
        ),
      ],
    })
    return undefined
  }

  const openKind: OpenKind = {
    sitting,
    openDraftOf: filling.openDraftOf,
    openWhere: filling.openWhere,
    help: ({ words }) => Promise.resolve(words('programme:help')),
  }

  return { chat, openKind }
}

const texts = {
  paused: 'programme:paused',
  discard: 'programme:discard',
  confirmDiscard: 'programme:confirmDiscard',
  discarded: 'programme:discarded',
} as const

const screenOf = (draftId: number) => `item:${draftId}`

const withRefusal = (message: ReturnType<typeof itemSummaryView>, refusal: string | undefined) =>
  refusal === undefined ? message : { ...message, text: `⚠️ ${refusal}\n\n${message.text}` }

/** What somebody has written; a label of a button counts as its tap. */
function rawOf(chat: Chat, standing: ItemStanding): ItemRaw {
  const { step, draft, item } = standing
  const text = chat.message?.text
  if (text === undefined || step === 'summary') throw programmeErrors.textExpected()
  const canSkip = isOptionalStep(step, draft.answers, item?.kind)
  if (canSkip && wordsOfLastRow(chat.words, text) === 'skip') return { kind: 'skip' }
  const chosen = typedChoice(itemPrompt(chat.words, step, standing).choices, text)
  return chosen ? { kind: 'choice', value: chosen.value } : { kind: 'text', text }
}
