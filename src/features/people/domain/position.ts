import { cleanLine, lengthOf } from '../../../shared/clean-text.ts'
import { peopleErrors } from './errors.ts'

const longestPosition = 80

/** Reads what somebody does in their firm: "ihracat müdürü", "responsable export". One line with a letter in it. */
export function readPosition(text: string): string {
  const position = cleanLine(text)
  if (!/\p{L}/u.test(position)) throw peopleErrors.positionMissing()
  if (lengthOf(position) > longestPosition) throw peopleErrors.positionTooLong({ max: longestPosition })
  return position
}
