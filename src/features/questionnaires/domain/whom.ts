/** Whom a questionnaire is sent to. */
export type Whom =
  | { kind: 'activity'; activityId: number; state: 'approved' | 'applicants' }
  | { kind: 'firms' }
  | { kind: 'cluster'; cluster: 'rail' | 'aviation' }
  /** Those whom this coordinator has ticked; of an activity, or of the whole house. */
  | { kind: 'people'; pickedBy: number; activityId: number | null }

/** As buttons and rows keep it: `a12.approved`, `firms`, `c.rail`, `p7.12`. */
export function writeWhom(whom: Whom): string {
  if (whom.kind === 'activity') return `a${whom.activityId}.${whom.state}`
  if (whom.kind === 'people') return `p${whom.pickedBy}.${whom.activityId ?? 0}`
  return whom.kind === 'firms' ? 'firms' : `c.${whom.cluster}`
}

export function readWhom(text: string): Whom | undefined {
  const [, activityId, state] = /^a(\d{1,15})\.(approved|applicants)$/.exec(text) ?? []
  if (activityId && (state === 'approved' || state === 'applicants'))
    return { kind: 'activity', activityId: Number(activityId), state }
  const [, pickedBy, ofActivity] = /^p(\d{1,15})\.(\d{1,15})$/.exec(text) ?? []
  if (pickedBy) return { kind: 'people', pickedBy: Number(pickedBy), activityId: Number(ofActivity) || null }
  if (text === 'firms') return { kind: 'firms' }
  const [, cluster] = /^c\.(rail|aviation)$/.exec(text) ?? []
  return cluster === 'rail' || cluster === 'aviation' ? { kind: 'cluster', cluster } : undefined
}
