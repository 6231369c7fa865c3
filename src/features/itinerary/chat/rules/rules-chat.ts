import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { draftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import { personIdOf, type TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { OpenKind } from '../../../../bot/drafts/open-work.ts'
import { typedChoice } from '../../../../bot/drafts/typed-words.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import type { ApplyRule } from '../../actions/rules/apply-rule.ts'
import type { FillRule, RuleRaw, RuleStanding } from '../../actions/rules/fill-rule.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import { isRuleName } from '../../domain/rules/plan-rules.ts'
import { isRuleStep, type RuleStep } from '../../domain/rules/rule-draft.ts'
import * as buttons from './buttons.ts'
import { ruleChoices, rulePreview, ruleQuestionView, rulesView, toRules } from './rule-views.ts'
import { differenceText } from './setting-text.ts'

export interface RulesChatNeeds {
  rules: Pick<RuleStore, 'read'>
  runs: RunsActivity
  filling: FillRule
  apply: ApplyRule
  pauseOthers(chat: Chat): Promise<void>
}

/** The reminder plan of an activity on the desk: all its rules, and changing one of them. */
export function rulesChat({ rules, runs, filling, apply, pauseOthers }: RulesChatNeeds) {
  const sitting = draftSitting<RuleStep, RuleStanding>({
    name: 'itinerary rule',
    buttons: buttons.ruleQuestion,
    isStep: isRuleStep,
    filling,
    answer: async (chat, standing, draftId, tapped) =>
      filling.answer(draftId, personIdOf(chat), rawOf(chat, standing, tapped)),
    view: ({ words }, standing, refusal) =>
      Promise.resolve(
        standing.step === 'summary'
          ? rulePreview(words, standing, refusal)
          : ruleQuestionView(words, standing, refusal),
      ),
    submit,
    screenOf,
    texts: () => texts,
  })

  const chat = new Composer<Chat>()
  chat.callbackQuery(buttons.openRules.pattern, async (tapped) => {
    const { activityId } = buttons.openRules.unpack(tapped.callbackQuery.data)
    const activity = await runs(tapped.viewer.personId, activityId)
    await layAside(tapped)
    tapped.turn(rulesView(tapped.words, activity, await rules.read(activityId)))
  })
  chat.callbackQuery(buttons.openRule.pattern, async (tapped) => {
    const { activityId, rule } = buttons.openRule.unpack(tapped.callbackQuery.data)
    if (!isRuleName(rule)) throw staleButton()
    const { id } = await filling.begin(personIdOf(tapped), activityId, rule)
    await pauseOthers(tapped)
    await sitting.sitDown(tapped, id)
  })

  /** Whoever looks at the whole plan again is not answering the question about one rule any more. */
  async function layAside(tapped: Chat): Promise<void> {
    const personId = personIdOf(tapped)
    const open = await filling.openDraftOf(personId)
    if (!open) return
    await filling.pause(open.id, personId)
    await tapped.conversation.exitAll()
  }

  async function submit(tapped: Chat, draftId: number): Promise<RuleStanding | undefined> {
    const outcome = await apply(draftId, personIdOf(tapped))
    const { words } = tapped
    if (outcome.kind === 'changed meanwhile') {
      tapped.toast(words.plain('rules:changedMeanwhile'), true)
      return outcome.standing
    }
    tapped.leave(screenOf(draftId))
    tapped.tell({
      text: [words('rules:applied'), differenceText(words, outcome.difference)].join('\n\n'),
      keyboard: [toRules(words, outcome.activity)],
    })
    return undefined
  }

  const openKind: OpenKind = {
    sitting,
    openDraftOf: filling.openDraftOf,
    openWhere: filling.openWhere,
    help: ({ words }) => Promise.resolve(words('rules:help')),
  }
  return { chat, openKind }
}

const texts = {
  paused: 'rules:paused',
  discard: 'programme:discard',
  confirmDiscard: 'rules:confirmDiscard',
  discarded: 'rules:discarded',
} as const

const screenOf = (draftId: number) => `rule:${draftId}`

/** What somebody has tapped or written; a label of a button counts as its tap. */
function rawOf(chat: Chat, standing: RuleStanding, tapped?: TappedAnswer): RuleRaw {
  if (tapped) return tapped
  const text = chat.message?.text
  if (text === undefined || standing.step === 'summary') throw draftErrors.chooseOne()
  const chosen = typedChoice(ruleChoices(chat.words, standing).choices, text)
  return chosen ? { kind: 'choice', value: chosen.value } : { kind: 'text', text }
}
