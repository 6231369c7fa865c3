import type { Words } from '../../../../platform/texts/words.ts'
import type { AnnouncedOne, Fate } from '../../domain/staging.ts'
import { fitting } from '../applying/fitting.ts'

const fates: readonly Fate[] = ['approved', 'waitlisted', 'rejected', 'noSeat', 'leftOut']
/** By name: whoever it went otherwise for than was meant. */
const isNamed = (fate: Fate): boolean => fate === 'noSeat' || fate === 'leftOut'
/** Characters that all of it takes at most. */
const mostCharacters = 2500

/** What has become of several decisions: how many of each, and by name those for whom it went otherwise. */
export function resultLines(
  words: Words,
  results: readonly AnnouncedOne[],
  named: ReadonlyMap<number, { name: string }>,
): string[] {
  const names = (those: readonly AnnouncedOne[]) =>
    those.map(({ applicationId }) => words('several:name', { name: named.get(applicationId)?.name ?? '' }))
  const lines = fates.flatMap((fate) => {
    const those = results.filter((one) => one.fate === fate)
    if (those.length === 0) return []
    return [words(`several:result.${fate}`, { count: those.length }), ...(isNamed(fate) ? names(those) : [])]
  })
  const untold = results.filter(({ isUntold }) => isUntold)
  const unheard =
    untold.length > 0 ? [words('several:result.untold', { count: untold.length }), ...names(untold)] : []
  return fitting([...lines, ...unheard], mostCharacters)
}
