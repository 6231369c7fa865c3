import type { Database } from '../../../../platform/database.ts'
import type { LocalizedText } from '../../../../shared/localized-text.ts'
import { fromSought, groupMark, type Sought } from './sought.ts'
import { parameters } from './parameters.ts'

/** Something that applications can be filtered by, and how many it would leave. */
export interface Choice {
  /** The part of the filter that it fills, as it stands in a button; of firms and activities the number. */
  value: string
  name: string | LocalizedText
  count: number
}

/** Of a facet what stands in the filter, what it is called, and from where. */
const columns = {
  activity: { value: 'x.id', name: 'x.title', order: 'x.starts_on', join: '' },
  firm: {
    value: 'f.id',
    name: 'f.name',
    order: 'f.folded_name',
    join: 'join firms f on f.id = sought.firm_id',
  },
  group: {
    value: groupMark,
    name: 'g',
    order: 'g',
    join: `join participant_details d on d.application_id = sought.id
      cross join lateral unnest(d.groups || d.bus) g`,
  },
} as const

export type FacetChoices = ReturnType<typeof facetChoices>

/** What the applications that are sought can be filtered by further: one statement. */
export function facetChoices({ query }: Pick<Database, 'query'>) {
  return {
    async of(
      facet: keyof typeof columns,
      sought: Sought,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<{ choices: Choice[]; total: number }> {
      const { values, given } = parameters()
      const { value, name, join, order } = columns[facet]
      const rows = await query<Choice & { total: number }>(
        `with sought as (select a.id, a.activity_id, a.firm_id ${fromSought(sought, given)})
         select ${value}::text as value, ${name} as name, count(*)::int as count, (count(*) over ())::int as total
         from sought join activities x on x.id = sought.activity_id ${join}
         where ${name} is not null group by ${value}, ${name}, ${order} order by ${order}, 1
         offset ${given(offset)}::int limit ${given(limit)}::int`,
        values,
      )
      return { choices: rows, total: rows[0]?.total ?? 0 }
    },

    /** What a group or a bus of an activity is called that a button knows by its mark. */
    async groupName(activityId: number, mark: string): Promise<string | undefined> {
      const [row] = await query<{ g: string }>(
        `select g from applications a join participant_details d on d.application_id = a.id
           cross join lateral unnest(d.groups || d.bus) g
         where a.activity_id = $1 and ${groupMark} = $2 limit 1`,
        [activityId, mark],
      )
      return row?.g
    },
  }
}
