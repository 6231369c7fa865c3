type Cluster = 'rail' | 'aviation' | 'both' | 'none'

/**
 * The clusters whose firms somebody is measured against: a firm of both belongs to each of them, and one that is in none
 * has no others beside it.
 */
export function clusterPeers(cluster: string | null): readonly Cluster[] {
  switch (cluster) {
    case 'rail':
      return ['rail', 'both']
    case 'aviation':
      return ['aviation', 'both']
    case 'both':
      return ['rail', 'aviation', 'both']
    default:
      return []
  }
}
