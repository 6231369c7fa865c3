import { eq } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import { firms } from '../../../people/data/tables.ts'
import { clusterPeers } from '../../domain/summary/cluster-peers.ts'
import { fewestShown } from '../../domain/summary/summary.ts'

/** What the firms of a cluster have come to, by the path of the calculation. */
export type Medians = ReadonlyMap<string, { median: number; n: number }>

export type ClusterMedians = ReturnType<typeof clusterMedians>

/**
 * The medians of a questionnaire's calculations over the firms of one firm's cluster, its own among them: of each firm what
 * it has handed in last. Fewer than five firms say nothing.
 */
export function clusterMedians({ db, query }: Pick<Database, 'db' | 'query'>) {
  return async (
    questionnaireId: number,
    firmId: number | null,
    paths: readonly string[],
  ): Promise<Medians> => {
    if (firmId === null || paths.length === 0) return new Map()
    const [firm] = await db.select({ cluster: firms.cluster }).from(firms).where(eq(firms.id, firmId))
    const peers = clusterPeers(firm?.cluster ?? null)
    if (peers.length === 0) return new Map()
    const rows = await query<{ path: string; median: number; n: number }>(
      `with latest as (
         select distinct on (r.firm_id) r.calculated from responses r join firms f on f.id = r.firm_id
         where r.questionnaire_id = $1::bigint and r.state = 'submitted' and not r.is_test
           and f.cluster in (select jsonb_array_elements_text($2::jsonb))
         order by r.firm_id, r.submitted_at desc, r.id desc)
       select score.key as path, count(*)::int as n,
         (percentile_cont(0.5) within group (order by score.value::float8))::float8 as median
       from latest, jsonb_each_text(latest.calculated) as score
       where score.key in (select jsonb_array_elements_text($3::jsonb)) and score.value ~ '^-?[0-9]+([.][0-9]+)?$'
       group by score.key having count(*) >= $4::int`,
      [questionnaireId, JSON.stringify(peers), JSON.stringify(paths), fewestShown],
    )
    return new Map(rows.map(({ path, median, n }) => [path, { median, n }]))
  }
}
