const mostCharacters = 31

/** Names that spreadsheets take: without the signs they refuse, not too long, each one once whatever its case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history'])
  return wanted.map((name) => {
    const plain = name.replaceAll(/[[\]:*?/\\]/g, '_').replaceAll(/^'|'$/g, '_') || '_'
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : `_${number}`
      const free = `${plain.slice(0, mostCharacters - ending.length)}${ending}`
      if (taken.has(free.toLowerCase())) continue
      taken.add(free.toLowerCase())
      return free
    }
  })
}
