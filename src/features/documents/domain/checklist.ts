import {
  appliesTo,
  markOf,
  type Applies,
  type DocumentFacts,
  type DocumentRule,
  type DocumentState,
} from './document.ts'

/** What is noted of a document of somebody. */
export interface Noted {
  state: DocumentState
  /** Why it was sent back. */
  reason: string | null
  hasFile: boolean
}

/** How urgent it is that somebody does something. */
export type Urgency = 'red' | 'amber' | 'green' | 'none'

export interface ChecklistLine extends Noted {
  rule: DocumentRule
  mark: string
  applies: Exclude<Applies, 'no'>
  urgency: Urgency
}

/** What somebody needs, most urgent first. */
export function checklist(
  rules: readonly DocumentRule[],
  facts: DocumentFacts,
  noted: ReadonlyMap<string, Noted>,
  today: Temporal.PlainDate,
): ChecklistLine[] {
  return rules
    .flatMap((rule): ChecklistLine[] => {
      const known = noted.get(rule.code) ?? { state: 'requested' as const, reason: null, hasFile: false }
      const said = appliesTo(rule, facts)
      // What has come or was judged has its own state to tell, also before the passport is known.
      const applies = said === 'unknown' && known.state !== 'requested' ? 'yes' : said
      if (applies === 'no') return []
      return [
        { ...known, rule, applies, mark: markOf(rule.code), urgency: urgencyOf(rule, known, applies, today) },
      ]
    })
    .toSorted((one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency))
}

const order: readonly Urgency[] = ['red', 'amber', 'none', 'green']

/** Somebody has to do something with these. */
export const isOpen = ({ state, applies }: Pick<ChecklistLine, 'state' | 'applies'>): boolean =>
  applies === 'yes' && (state === 'requested' || state === 'sent_back' || state === 'expired')

function urgencyOf(
  { isMandatory, dueOn }: DocumentRule,
  { state }: Noted,
  applies: Applies,
  today: Temporal.PlainDate,
): Urgency {
  if (state === 'accepted') return 'green'
  if (applies === 'unknown') return 'none'
  const isLate = dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0
  if (state === 'received') return 'amber'
  if (state === 'sent_back' || state === 'expired') return isMandatory ? 'red' : 'amber'
  if (!isMandatory) return isLate ? 'none' : 'amber'
  return isLate ? 'red' : 'amber'
}

/** Days before a deadline on which somebody is reminded, and the day after it. */
const remindedDaysBefore = [21, 7, 2, 0, -1]

/** Never more of these to one person, the first one included. */
const mostNudges = 4

/** Whether today is a day to say what is still open: the first time at once, later by the deadlines. */
export function isDayToAsk(
  open: readonly ChecklistLine[],
  asked: number,
  today: Temporal.PlainDate,
): boolean {
  if (open.length === 0 || asked >= mostNudges) return false
  if (asked === 0) return true
  return open.some(({ rule: { dueOn } }) => {
    if (dueOn === null) return false
    return remindedDaysBefore.includes(today.until(dueOn, { largestUnit: 'days' }).days)
  })
}
