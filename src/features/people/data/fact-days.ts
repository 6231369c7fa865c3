import { sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** What is no fact that somebody would be asked about again. */
const withoutDay = new Set(['homeZone', 'isPhoneVerified', 'name', 'country'])

/** The facts among these values, each with the day on which it is told: `{ city: '2026-03-12' }`. */
export function factDays(
  values: Readonly<Record<string, unknown>>,
  now: Temporal.Instant,
): Record<string, string> {
  const day = now.toString().slice(0, 10)
  const told = Object.entries(values).filter(
    ([name, value]) => value !== null && value !== undefined && !withoutDay.has(name),
  )
  return Object.fromEntries(told.map(([name]) => [name, day]))
}

/** The days there are, with those of facts that are told or confirmed now. */
export const withFactDays = (
  column: AnyPgColumn,
  values: Readonly<Record<string, unknown>>,
  now: Temporal.Instant,
): SQL => sql`coalesce(${column}, '{}'::jsonb) || ${JSON.stringify(factDays(values, now))}::jsonb`
