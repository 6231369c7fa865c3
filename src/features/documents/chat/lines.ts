import { formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { readText } from '../../../shared/localized-text.ts'
import type { Activity } from '../../activities/index.ts'
import type { PersonsDocuments } from '../actions/look-at-documents.ts'
import type { ChecklistLine, Urgency } from '../domain/checklist.ts'

export const signOf: Readonly<Record<Urgency, string>> = {
  red: '🔴',
  amber: '🟡',
  green: '🟢',
  none: '⚪',
}

/** The title as somebody reads it; else the activity's working language, else any. */
export const titleOfLine = (
  words: Words,
  activity: Activity,
  { rule }: Pick<ChecklistLine, 'rule'>,
): string => readText(rule.title, words.language, activity.workingLanguage ?? undefined) ?? rule.code

/** "🟡 Photo · requested · by 20 November 2026", and why it was sent back. */
export function documentLine(words: Words, activity: Activity, line: ChecklistLine): string {
  const { state, applies, urgency, reason, rule } = line
  const isDone = state === 'accepted'
  return [
    words('documents:line', {
      sign: signOf[urgency],
      document: titleOfLine(words, activity, line),
      state: words.plain(`documents:state.${applies === 'unknown' ? 'unknown' : state}`),
    }),
    ...(rule.dueOn && !isDone
      ? [words('documents:due', { on: formatDate(Temporal.PlainDate.from(rule.dueOn), words.language) })]
      : []),
    ...(state === 'sent_back' && reason ? [words('documents:because', { reason })] : []),
  ].join(' · ')
}

export const renewalLine = (words: Words, { renewBy }: PersonsDocuments): string[] =>
  renewBy ? [words('documents:renew', { on: formatDate(renewBy, words.language) })] : []

/** What the rule says, where it comes from, and when somebody has looked whether it still holds. */
export function ruleLines(
  words: Words,
  activity: Activity,
  { rule: { rule: says, ruleSource, ruleCheckedOn } }: ChecklistLine,
): string[] {
  const rule =
    typeof says === 'string'
      ? says
      : says && readText(says, words.language, activity.workingLanguage ?? undefined)
  if (!rule) return []
  const on = ruleCheckedOn ? formatDate(Temporal.PlainDate.from(ruleCheckedOn), words.language) : undefined
  return [
    words('documents:rule', { rule }),
    ...(ruleSource ? [words('documents:source', { source: ruleSource })] : []),
    ...(on ? [words('documents:checked', { on })] : []),
  ]
}
