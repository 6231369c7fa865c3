/** Writes words so that they compare as people compare them: `Türkçe`, `TÜRKÇE ` and `turkce` are one. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/[\s_\u2010-\u2015-]+/g, ' ')
    .trim()

/** The candidate that was probably meant by a word with a slip of the finger in it. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word)
  const allowed = folded.length <= 4 ? 1 : folded.length <= 8 ? 2 : 3
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const other = fold(candidate)
    if (Math.abs(other.length - folded.length) > allowed) continue
    const distance = slips(folded, other)
    if (distance <= allowed && distance < Math.min(folded.length, best?.distance ?? Infinity))
      best = { candidate, distance }
  }
  return best?.candidate
}

/** How many letters were added, lost, changed or swapped with their neighbour. */
function slips(left: string, right: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    for (let at = 1; at <= right.length; at++) {
      const isSame = left[row - 1] === right[at - 1]
      const isSwap = left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1]
      line[at] = Math.min(
        (last[at] ?? 0) + 1,
        (line[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[at - 2] ?? 0) + 1 : Infinity,
      )
    }
    ;[beforeLast, last] = [last, line]
  }
  return last[right.length] ?? 0
}
