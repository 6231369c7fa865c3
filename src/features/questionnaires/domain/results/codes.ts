/** Short codes for paths: the name, with as much of what it stands in as is needed to tell it from the others. */
export function codesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const left = new Set(paths)
  const codes = new Map<string, string>()
  for (let parts = 1; left.size > 0; parts += 1) {
    const byCode = Map.groupBy(left, (path) => lastOf(path, parts))
    for (const [code, [path, ...others]] of byCode) {
      if (path === undefined || others.length > 0) continue
      codes.set(path, code)
      left.delete(path)
    }
  }
  return codes
}

const lastOf = (path: string, parts: number): string =>
  path.split('/').filter(Boolean).slice(-parts).join('/')
