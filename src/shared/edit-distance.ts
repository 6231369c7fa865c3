/**
 * How many slips of a finger (a letter too many, too few, another one, two swapped) lie between two words. Counts to
 * `most` and then gives up with `most + 1`, because nobody asks how different two different words are.
 */
export function editDistance(a: string, b: string, most = 2): number {
  const [left, right] = [[...a], [...b]]
  if (Math.abs(left.length - right.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  let current: number[] = []
  let least = 0
  for (let row = 0; row < left.length; row += 1) {
    // Every way goes through one of two rows that follow each other.
    const leastHere = fillRow({ left, right, row, beforeLast, last, current })
    if (least > most && leastHere > most) return most + 1
    least = leastHere
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return Math.min(at(last, right.length), most + 1)
}

interface Rows {
  left: readonly string[]
  right: readonly string[]
  row: number
  beforeLast: readonly number[]
  last: readonly number[]
  /** Written over: rows are taken in turn, because a list of domains is compared with every address. */
  current: number[]
}

/** Fills a row in; the least number of it. */
function fillRow({ left, right, row, beforeLast, last, current }: Rows): number {
  let least = (current[0] = row + 1)
  for (let column = 0; column < right.length; column += 1) {
    const changed = at(last, column) + (left[row] === right[column] ? 0 : 1)
    const moved = Math.min(at(last, column + 1), at(current, column)) + 1
    const areSwapped = row > 0 && left[row] === right[column - 1] && left[row - 1] === right[column]
    const swapped = areSwapped ? at(beforeLast, column - 1) + 1 : Infinity
    least = Math.min(least, (current[column + 1] = Math.min(changed, moved, swapped)))
  }
  return least
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
