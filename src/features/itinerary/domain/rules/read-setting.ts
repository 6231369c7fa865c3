import { asciiDigits } from '../../../../shared/ascii-digits.ts'
import { cleanLine } from '../../../../shared/clean-text.ts'
import { readTime } from '../../../../shared/typed-time.ts'
import { ruleErrors } from './rule-errors.ts'
import { ruleKinds, timeOf, type RuleName, type Setting } from './plan-rules.ts'
import { readMinutesBefore } from './typed-minutes.ts'

/** As many lead times as a workbook can give an item, and as far ahead. */
export const [mostLeads, longestLead] = [6, 10_080]

/** Reads what somebody has typed for a rule, in its own measure; a refusal shows what is right. */
export function readSetting(rule: RuleName, typed: string): Setting {
  const { measure, between } = ruleKinds[rule]
  if (measure === 'minutes') return readLeads(typed)
  if (measure === 'lead') return readLead(typed, between)
  return measure === 'hour' ? readHour(typed, between) : readDays(typed, between)
}

/** Minutes before something, as "45", "60 15" or "1 h 30 min". */
export function readLeads(typed: string): Setting {
  const leads = readMinutesBefore(cleanLine(typed))
  if (!leads) throw ruleErrors.minutesUnreadable()
  if (leads.length > mostLeads) throw ruleErrors.minutesMany(mostLeads)
  if (leads.some((lead) => lead > longestLead)) throw ruleErrors.minutesFar(longestLead / (24 * 60))
  return leads
}

function readLead(typed: string, [least, most]: readonly [number, number]): Setting {
  const leads = readMinutesBefore(cleanLine(typed)) ?? []
  const [lead] = leads
  if (lead === undefined || leads.length > 1 || lead < least || lead > most)
    throw ruleErrors.leadUnreadable({ min: least, max: most })
  return leads
}

/** An hour that can be in the evening is in the evening. */
function readHour(typed: string, [least, most]: readonly [number, number]): Setting {
  const reading = readTime(typed)
  const readings =
    reading.kind === 'unreadable' ? [] : reading.kind === 'time' ? [reading.time] : reading.readings
  const fitting = readings
    .flatMap(({ hour, minute }) => [hour * 60 + minute, (hour + 12) * 60 + minute])
    .find((at) => at >= least && at <= most)
  if (fitting === undefined) throw ruleErrors.hourUnreadable({ from: clock(least), to: clock(most) })
  return [fitting]
}

function readDays(typed: string, [least, most]: readonly [number, number]): Setting {
  const days = Number(/^\D{0,10}(\d{1,4})\D*$/.exec(asciiDigits(cleanLine(typed)))?.[1])
  if (!(days >= least && days <= most)) throw ruleErrors.daysUnreadable({ min: least, max: most })
  return [days]
}

const clock = (at: number): string => timeOf(at).toString({ smallestUnit: 'minute' })
