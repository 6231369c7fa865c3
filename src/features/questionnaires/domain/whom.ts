/** Whom a questionnaire is sent to. */
export type Whom =
  | { kind: 'activity'; activityId: number; state: 'approved' | 'applicants' }
  | { kind: 'firms' }
  | { kind: 'cluster'; cluster: 'rail' | 'aviation' }

/** As buttons and rows keep it: `a12.approved`, `firms`, `c.rail`. */
export function writeWhom(whom: Whom): string {
  if (whom.kind === 'activity') return `a${whom.activityId}.${whom.state}`
  return whom.kind === 'firms' ? 'firms' : `c.${whom.cluster}`
}

export function readWhom(text: string): Whom | undefined {
  const [, activityId, state] = /^a(\d{1,15})\.(approved|applicants)$/.exec(text) ?? []
  if (activityId && (state === 'approved' || state === 'applicants'))
    return { kind: 'activity', activityId: Number(activityId), state }
  if (text === 'firms') return { kind: 'firms' }
  const [, cluster] = /^c\.(rail|aviation)$/.exec(text) ?? []
  return cluster === 'rail' || cluster === 'aviation' ? { kind: 'cluster', cluster } : undefined
}
