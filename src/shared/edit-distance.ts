/**
 * How many slips of a finger (a letter too many, too few, another one, two swapped) lie between two words. Counts to
 * `most` and then gives up with `most + 1`, because nobody asks how different two different words are.
 */
export function editDistance(a: string, b: string, most = 2): number {
  const [left, right] = [[...a], [...b]]
  if (Math.abs(left.length - right.length) > most) return most + 1
  let beforeLast: number[] = []
  let least = 0
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [row, letter] of left.entries()) {
    const current = [row + 1]
    for (const [column, other] of right.entries()) {
      const changed = at(last, column) + (letter === other ? 0 : 1)
      const moved = Math.min(at(last, column + 1), at(current, column)) + 1
      const areSwapped = letter === right[column - 1] && left[row - 1] === other
      current.push(Math.min(changed, moved, areSwapped ? at(beforeLast, column - 1) + 1 : Infinity))
    }
    // Every way goes through one of two rows that follow each other.
    const leastHere = Math.min(...current)
    if (least > most && leastHere > most) return most + 1
    least = leastHere
    beforeLast = last
    last = current
  }
  return Math.min(at(last, right.length), most + 1)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
