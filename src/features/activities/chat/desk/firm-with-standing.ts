import type { Words } from '../../../../platform/texts/words.ts'
import type { Named } from '../../data/application-lists.ts'

/** The firm, with what stands against it: nobody has confirmed yet that they belong to it, or it was denied. */
export function firmWithStanding(
  words: Words,
  { firm, firmState }: Pick<Named, 'firm' | 'firmState'>,
): string | null {
  if (firm === null) return null
  if (firmState === 'requested') return `${firm} ${words.plain('activities:labels.requested')}`
  return firmState === 'refused' ? `${firm} ${words.plain('activities:labels.refusedByFirm')}` : firm
}
