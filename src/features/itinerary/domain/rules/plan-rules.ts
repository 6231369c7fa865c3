/**
 * What an activity reminds its people of by itself: what leaves (`departures`), an item near by (`near`) or far (`far`),
 * meetings that nobody has to move for, deadlines, tomorrow (`overview`), the evening before they leave (`eve`), the
 * programme days ahead (`weekAhead`); when the roll is called (`rollCall`) and coordinators get tomorrow as a file
 * (`dayFile`); and what the Ministry wants of its coordinators (`urgeBegin`, `urgeFreeze`).
 */
export const ruleNames = [
  ...(['departures', 'near', 'far', 'meetings', 'deadlines'] as const),
  ...(['overview', 'eve', 'weekAhead', 'rollCall', 'dayFile', 'urgeBegin', 'urgeFreeze'] as const),
] as const
export type RuleName = (typeof ruleNames)[number]

export const isRuleName = (text: string): text is RuleName => ruleNames.some((name) => name === text)

/** What a rule counts in its own measure, the longest first; none of them: it is switched off. */
export type Setting = readonly number[]

/** How an activity reminds its people. */
export type PlanRules = Readonly<Record<RuleName, Setting>>

/** Minutes before the beginning, a single such time (`lead`), an hour of the evening as minutes since midnight, or days before the activity begins. */
export type Measure = 'minutes' | 'lead' | 'hour' | 'days'

export interface RuleKind {
  readonly measure: Measure
  readonly standard: Setting
  /** What is offered at a tap. */
  readonly offered: readonly Setting[]
  /** The least and the most that can be written. */
  readonly between: readonly [number, number]
}

const minutes = (standard: Setting, offered: readonly Setting[]): RuleKind => ({
  measure: 'minutes',
  standard,
  offered,
  between: [0, 10_080],
})
const evening = (standard: number, offered: readonly number[]): RuleKind => ({
  measure: 'hour',
  standard: [standard],
  offered: offered.map((at) => [at]),
  // Later would be in the quiet hours, and earlier not in the evening before.
  between: [12 * 60, 20 * 60 + 59],
})
const days = (standard: number, offered: readonly number[], most: number): RuleKind => ({
  measure: 'days',
  standard: [standard],
  offered: offered.map((count) => [count]),
  between: [2, most],
})

const [day, hour] = [24 * 60, 60]

/** What each rule is measured in, what it is as long as nobody has changed it, and what can be chosen. */
export const ruleKinds: Record<RuleName, RuleKind> = {
  departures: minutes([30], [[15], [30], [45], [60], [60, 15], [90]]),
  near: minutes([30], [[10], [15], [30], [45], [60], [60, 15]]),
  far: minutes([60], [[30], [45], [60], [90], [120], [120, 30]]),
  meetings: minutes([15], [[5], [10], [15], [30]]),
  deadlines: minutes([day, 3 * hour], [[day, 3 * hour], [2 * day, day, 3 * hour], [day], [3 * hour], [hour]]),
  overview: evening(19 * hour, [17 * hour, 18 * hour, 19 * hour, 20 * hour, 20 * hour + 30]),
  eve: evening(18 * hour, [14 * hour, 16 * hour, 18 * hour, 19 * hour, 20 * hour]),
  weekAhead: days(7, [3, 5, 7, 10, 14], 60),
  // Later than that the missing are asked again; earlier nobody can be ticked yet.
  rollCall: { measure: 'lead', standard: [15], offered: [[10], [15], [20], [30], [45]], between: [6, hour] },
  dayFile: evening(18 * hour, [16 * hour, 17 * hour, 18 * hour, 19 * hour, 20 * hour]),
  urgeBegin: days(90, [75, 90, 105, 120], 365),
  urgeFreeze: days(15, [10, 15, 20, 30], 60),
}

const entries = ruleNames.map((name) => [name, ruleKinds[name].standard] as const)
export const standardRules = Object.fromEntries(entries) as unknown as PlanRules

/** The rules of an activity where some have been changed. */
export const rulesWith = (changed: Partial<PlanRules>): PlanRules => ({ ...standardRules, ...changed })

export const isSameSetting = (one: Setting, other: Setting): boolean => one.join() === other.join()

/** A setting as it is kept: each value once, the longest first. */
export const inOrder = (values: Iterable<number>): Setting =>
  [...new Set(values)].sort((one, other) => other - one)

/** An hour of the evening, as a rule keeps it. */
export const timeOf = (minutesOfDay: number): Temporal.PlainTime =>
  Temporal.PlainTime.from('00:00').add({ minutes: minutesOfDay })
