import { foldForSearch } from '../../../shared/search-folding.ts'
import { peopleErrors } from './errors.ts'

/** The two clusters of the coordination office, in the order in which they are offered. */
export const clusters = ['rail', 'aviation', 'both', 'none'] as const

export type Cluster = (typeof clusters)[number]

/** Reads a typed cluster in any of the four languages, or its number on the list of buttons: "raylı", "2", "los dos". */
export function readCluster(text: string): Cluster {
  const folded = foldForSearch(text)
  const exact = clusters.find((cluster, index) => folded === String(index + 1) || names[cluster].has(folded))
  const isRail = railStems.test(folded)
  const isAviation = aviationStems.test(folded)
  const cluster =
    exact ?? (isRail && isAviation ? 'both' : isRail ? 'rail' : isAviation ? 'aviation' : undefined)
  if (!cluster) throw peopleErrors.clusterUnknown()
  return cluster
}

const railStems =
  /\b(ray|rayli|demiryol\w*|tren\w*|rail\w*|train\w*|ferrovi\w*|ferrocarril\w*|ferroviaire\w*)\b/
const aviationStems = /\b(havacilik|hava|ucak|uzay|aviation|aerospace|aircraft|aero\w*|aviacion|avion\w*)\b/

const words = (list: string) => new Set(list.split('|').map(foldForSearch))

const names: Record<Cluster, ReadonlySet<string>> = {
  rail: words('rail|raylı sistemler|rail systems|sistemas ferroviarios|systèmes ferroviaires'),
  aviation: words('aviation|havacılık|aviación|aéronautique'),
  both: words(
    'both|both of them|ikisi|ikisi de|her ikisi|her ikisi de|ambos|ambas|los dos|las dos|les deux|tous les deux',
  ),
  none: words(
    'none|neither|no|hiçbiri|hiçbirisi|ikisi de değil|yok|hayır|ninguno|ninguna|ninguno de los dos|aucun|aucune|aucun des deux|ni l’un ni l’autre',
  ),
}
