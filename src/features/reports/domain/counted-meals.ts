import type { Language } from '../../../shared/localized-text.ts'
import type { Listed } from './listed.ts'

/** How many have ticked each menu: a kitchen needs numbers, never names. The most wanted first. */
export function countedMeals(
  people: readonly Listed[],
  language: Language,
): { label: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { told } of people)
    for (const label of told.get('meals')?.shown(language).split('; ') ?? [])
      counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .toSorted((one, other) => other.count - one.count || one.label.localeCompare(other.label, language))
}
