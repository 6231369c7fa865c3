import type { Database } from '../platform/database.ts'
import type { Chat } from './context.ts'
import type { Feature } from './feature.ts'

/** The rooms in which something may be open for whoever is there, in their order. */
export type OpenInRooms = (chat: Pick<Chat, 'viewer'>) => Promise<readonly Feature[]>

/**
 * Looks in all rooms at once, in one statement, for what may be open for somebody. Hardly anybody has anything open, and
 * each room would look in several tables of its own. Rooms that do not say where to look are always among them.
 */
export function openInRooms({ query }: Pick<Database, 'query'>, features: readonly Feature[]): OpenInRooms {
  const conditionsOf = ({ openWhere = [] }: Feature) =>
    openWhere.length === 0 ? 'true' : openWhere.map((where) => `(${where})`).join(' or ')

  return async ({ viewer: { personId } }) => {
    if (personId === null) return features
    const [row] = await query<{ open: boolean[] }>(
      `select json_build_array(${features.map(conditionsOf).join(', ')}) as open from (select $1::bigint as id) viewer`,
      [personId],
    )
    return features.filter((_feature, at) => row?.open[at] ?? true)
  }
}

/** The first that has something open shows it again; whether any has. */
export const showingAgain =
  (openIn: OpenInRooms) =>
  async (chat: Chat): Promise<boolean> => {
    for (const { showsAgain } of await openIn(chat)) if (await showsAgain?.(chat)) return true
    return false
  }
