import type { Database } from '../../../../platform/database.ts'

/** Who is on board or present already: `item/application` of those asked for. */
export const onBoard =
  ({ query }: Pick<Database, 'query'>) =>
  async (itemIds: readonly number[], applicationIds: readonly number[]): Promise<Set<string>> => {
    if (itemIds.length === 0 || applicationIds.length === 0) return new Set()
    const rows = await query<{ item: number; application: number }>(
      `select item_id::int as item, application_id::int as application from attendances
       where item_id in (select value::bigint from jsonb_array_elements_text($1::jsonb))
         and application_id in (select value::bigint from jsonb_array_elements_text($2::jsonb))`,
      [JSON.stringify(itemIds), JSON.stringify(applicationIds)],
    )
    return new Set(rows.map(({ item, application }) => `${item}/${application}`))
  }
