import type { PlanKind } from './plan.ts'

const prefixes: Readonly<Record<PlanKind, string>> = { workshop: 'CAL', training: 'EGT', consultancy: 'DAN' }

/** What the code of an activity planned in the chat begins with: kind, year and month, "EGT-2612-". */
export const codeStem = (kind: PlanKind, startsOn: string): string =>
  `${prefixes[kind]}-${startsOn.slice(2, 4)}${startsOn.slice(5, 7)}-`

/** The next free code: "EGT-2612-3" after "EGT-2612-2"; codes that somebody chose by hand count too. */
export function nextCode(stem: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((code) => code.startsWith(stem))
    .map((code) => code.slice(stem.length))
    .filter((rest) => /^\d{1,6}$/.test(rest))
    .map(Number)
  return `${stem}${Math.max(0, ...numbers) + 1}`
}
