import type { Database } from '../../../platform/database.ts'
import { likelyHomeZone } from '../../people/index.ts'

/** Where people are at home: the zone that they have chosen, else that of their phone. */
export function readingHomeZones({ query }: Pick<Database, 'query'>, homeTimeZone: string) {
  return async (personIds: readonly number[]): Promise<Map<number, string>> => {
    const rows = await query<{ id: string; home_zone: string | null; phone: string | null }>(
      `select id, home_zone, phone from persons where id = any (string_to_array($1, ',')::bigint[])`,
      [personIds.join(',')],
    )
    return new Map(
      rows.map((row) => [Number(row.id), row.home_zone ?? likelyHomeZone(row.phone, null, homeTimeZone)]),
    )
  }
}
