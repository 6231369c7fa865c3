import { formatClock } from '../../../../platform/texts/dates.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { PlanDifference } from '../../domain/rules/plan-difference.ts'
import { isSamePlan } from '../../domain/rules/plan-difference.ts'
import { ruleKinds, timeOf, type RuleName, type Setting } from '../../domain/rules/plan-rules.ts'

/** A setting as people say it: "1 h and 15 min before", "at 19:00", "7 days before", "off". */
export function settingText(words: Words, rule: RuleName, setting: Setting): string {
  const [first] = setting
  if (first === undefined) return words.plain('rules:off')
  const { measure } = ruleKinds[rule]
  if (measure === 'minutes' || measure === 'lead') return leadsText(words, setting)
  if (measure === 'hour') return words.plain('rules:at', { time: formatClock(timeOf(first)) })
  return words.plain('rules:daysBefore', { count: first })
}

/** "1 h and 15 min before"; of no lead time at all: "off". */
export function leadsText(words: Words, leads: Setting): string {
  if (leads.length === 0) return words.plain('rules:off')
  const [first, ...more] = leads
  if (first === 0 && more.length === 0) return words.plain('rules:atStart')
  return words.plain('rules:before', {
    spans: formatList(
      leads.map((lead) => spanText(words, lead)),
      words.language,
    ),
  })
}

/** "1 day", "1 h 30 min" */
function spanText(words: Words, minutes: number): string {
  const parts = [
    ['days', Math.floor(minutes / 1440)],
    ['hours', Math.floor((minutes % 1440) / 60)],
    ['minutes', minutes % 60],
  ] as const
  const said = parts.filter(([unit, count]) => count > 0 || (unit === 'minutes' && minutes === 0))
  return said.map(([unit, count]) => words.plain(`rules:span.${unit}`, { count })).join(' ')
}

/** What a change would do to the messages that are still to come, and to how many people. */
export const differenceText = (words: Words, difference: PlanDifference): string =>
  isSamePlan(difference)
    ? messagesText(words, difference)
    : [messagesText(words, difference), words('rules:preview.people', { count: difference.people })].join(
        '\n',
      )

/** The same without the people, where they stand beside it. */
export function messagesText(words: Words, difference: PlanDifference): string {
  if (isSamePlan(difference)) return words('rules:preview.nothing')
  const { moved, come, gone } = difference
  return [
    ...(moved > 0 ? [words('rules:preview.moved', { count: moved })] : []),
    ...(come > 0 ? [words('rules:preview.come', { count: come })] : []),
    ...(gone > 0 ? [words('rules:preview.gone', { count: gone })] : []),
  ].join('\n')
}
