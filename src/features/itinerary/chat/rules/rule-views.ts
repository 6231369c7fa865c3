import { changeKeys, pauseKey, questionKeyboard, type Choices } from '../../../../bot/drafts/question-view.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { bold, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import type { RuleStanding } from '../../actions/rules/fill-rule.ts'
import {
  isSameSetting,
  ruleKinds,
  ruleNames,
  type PlanRules,
  type RuleName,
} from '../../domain/rules/plan-rules.ts'
import { isSupported } from '../../domain/urge.ts'
import { openReminders } from '../desk/buttons.ts'
import { openRule, openRules, ruleQuestion } from './buttons.ts'
import { differenceText, settingText } from './setting-text.ts'

/** The reminder plan of an activity: its rules in plain words, each a button; changed ones are marked. */
export function rulesView(words: Words, activity: Activity, rules: PlanRules): Message {
  const shown = ruleNames.filter((rule) => isSupported(activity) || !rule.startsWith('urge'))
  const marked = (rule: RuleName) =>
    isSameSetting(rules[rule], ruleKinds[rule].standard) ? 'rules:list.line' : 'rules:list.changed'
  return {
    text: [
      words('rules:list.title', { title: titleOf(activity, words.language) }),
      shown
        .map((rule) =>
          words(marked(rule), {
            label: words.plain(`rules:rule.${rule}.label`),
            setting: bold(settingText(words, rule, rules[rule])),
          }),
        )
        .join('\n'),
      words('rules:list.wishes'),
    ].join('\n\n'),
    keyboard: [
      ...shown.map((rule) => [
        {
          text: words.plain(`rules:rule.${rule}.label`),
          callback_data: openRule.pack({ activityId: activity.id, rule }),
        },
      ]),
      [
        {
          text: words.plain('rules:list.back'),
          callback_data: openReminders.pack({ activityId: activity.id, offset: 0 }),
        },
      ],
    ],
  }
}

/** What can be tapped at a rule: usual settings, off, and the standard again; or typed. */
export function ruleChoices(words: Words, { draft, current }: RuleStanding): Choices {
  const { rule } = draft
  const { offered, standard, measure } = ruleKinds[rule]
  const label = (setting: readonly number[]) => settingText(words, rule, setting)
  const others = offered
    .map((setting, at) => ({ setting, value: `o${at}` }))
    .filter(({ setting }) => !isSameSetting(setting, current) && !isSameSetting(setting, standard))
  return {
    choices: [
      ...(isSameSetting(current, standard)
        ? []
        : [{ label: words.plain('rules:ask.standard', { setting: label(standard) }), value: 'standard' }]),
      ...others.map(({ setting, value }) => ({ label: label(setting), value })),
      ...(current.length > 0 ? [{ label: words.plain('rules:ask.off'), value: 'off' }] : []),
    ],
    perRow: measure === 'minutes' || measure === 'lead' ? 1 : 2,
  }
}

/** The question about a rule: what it does, what it is now, what can be chosen or written. */
export function ruleQuestionView(words: Words, standing: RuleStanding, refusal?: string): Message {
  const { draft, current, activity } = standing
  const { rule } = draft
  const { measure, standard } = ruleKinds[rule]
  const open = { words, buttons: ruleQuestion, draft, step: 'setting', hasBack: false, hasSkip: false }
  return {
    text: [
      words('rules:ask.head', { label: words.plain(`rules:rule.${rule}.label`) }),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      words(`rules:rule.${rule}.what`),
      words(isSameSetting(current, standard) ? 'rules:ask.nowStandard' : 'rules:ask.now', {
        setting: settingText(words, rule, current),
      }),
      words(`rules:ask.${measure}`),
    ].join('\n\n'),
    keyboard: [...questionKeyboard(open, ruleChoices(words, standing)), toRules(words, activity)],
  }
}

/** What a change of a rule would do; nothing changes before the tap. */
export function rulePreview(words: Words, standing: RuleStanding, refusal?: string): Message {
  const { draft, current, next, difference, activity } = standing
  const { id: draftId, revision, rule } = draft
  const label = words.plain(`rules:rule.${rule}.label`)
  return {
    text: [
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      words('rules:preview.head', {
        label,
        before: struck(settingText(words, rule, current)),
        after: bold(settingText(words, rule, next ?? current)),
      }),
      ...(difference ? [differenceText(words, difference)] : []),
      words('rules:preview.sent'),
    ].join('\n\n'),
    keyboard: [
      [
        {
          text: words.plain('rules:preview.apply'),
          callback_data: ruleQuestion.submit.pack({ draftId, revision }),
        },
      ],
      changeKeys(ruleQuestion, draft, [{ step: 'setting', label }]),
      [
        pauseKey(words, ruleQuestion, draftId),
        {
          text: words.plain('programme:discard'),
          callback_data: ruleQuestion.askDiscard.pack({ draftId }),
        },
      ],
      toRules(words, activity),
    ],
  }
}

/** Back to all rules of the activity. */
export const toRules = (words: Words, { id: activityId }: Pick<Activity, 'id'>) => [
  { text: words.plain('rules:toRules'), callback_data: openRules.pack({ activityId }) },
]
