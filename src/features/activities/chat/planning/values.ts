import { formatClock, formatDay } from '../../../../platform/texts/dates.ts'
import { formatList, formatNumber } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import type { Plan } from '../../domain/planning/plan.ts'
import { partsOf, type PlanStep } from '../../domain/planning/steps.ts'
import { hoursText } from '../trips/when-text.ts'

/** How answers are shown. */
export interface ValueScene {
  words: Words
  homeTimeZone: string
}

/** What a step is called on the summary: "Title (Türkçe)". */
export function planLabel(words: Words, step: PlanStep): string {
  const { part, language } = partsOf(step)
  const label = words.plain(`planning:labels.${part}`)
  return language ? `${label} (${spokenLanguageName(language, words.language)})` : label
}

/** What has been answered at a step, as people read it; empty when nothing has. */
export function planValue(step: PlanStep, plan: Plan, { words, homeTimeZone }: ValueScene): string {
  const { part, language } = partsOf(step)
  switch (part) {
    case 'title':
    case 'description':
      return (language && plan[part]?.[language]) ?? ''
    case 'kind':
      return plan.kind ? words.plain(`activities:kind.${plan.kind}`) : ''
    case 'languages':
      return formatList(
        (plan.languages ?? []).map((each) => spokenLanguageName(each, words.language)),
        words.language,
      )
    case 'place':
      return readText(plan.place ?? {}, words.language) ?? ''
    case 'startsOn':
    case 'endsOn':
      return plan[part] ? dayText(plan[part], words) : ''
    case 'hours':
      return plan.hours ? hoursText(words, plan.hours) : ''
    case 'capacity':
      return seatsText(plan, words)
    case 'closesAt':
      return plan.closesAt ? momentText(plan.closesAt, { words, homeTimeZone }) : ''
    case 'approval':
      return plan.approval ? words.plain(`planning:approval.${plan.approval}`) : ''
  }
}

/** A day as it is written in a draft. */
export const dayText = (day: string, words: Words): string =>
  formatDay(Temporal.PlainDate.from(day), words.language)

/** A moment as it is written in a draft, by the clock at home. */
export function momentText(moment: string, { words, homeTimeZone }: ValueScene): string {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(homeTimeZone)
  return `${formatDay(local.toPlainDate(), words.language)} ${formatClock(local)}`
}

function seatsText({ capacity }: Plan, words: Words): string {
  if (capacity === undefined) return ''
  return capacity === null ? words.plain('planning:capacity.none') : formatNumber(capacity, words.language)
}
