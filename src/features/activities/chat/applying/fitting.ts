/** As many lines as fit into so many characters; what is left out can still be reached by its button. */
export function fitting(lines: readonly string[], atMost: number): string[] {
  const lengths = lines.map((_, index) => lines.slice(0, index + 1).join('\n\n').length)
  const count = lengths.filter((length) => length <= atMost).length
  return count < lines.length ? [...lines.slice(0, count), '…'] : [...lines]
}
