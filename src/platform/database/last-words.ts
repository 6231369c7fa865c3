/**
 * A piece of the statement with which a transaction ends. What nobody has to read back before the end is written as such
 * a piece: all pieces of a transaction travel in one statement, which is atomic by itself and needs neither BEGIN nor
 * COMMIT where nothing else has been written.
 */
export interface LastWords {
  /** What it writes, e.g. `application 12`: a later piece of the same name takes the earlier one's place. */
  name: string
  /** Common table expressions, separated by commas, with parameters `$1 …` of their own. */
  tables: string
  /** Columns of the one row that comes back, each with a name; a rule that must hold is one of them. */
  columns: string
  parameters: readonly unknown[]
  /** Told what came back, after the commit. */
  heard?(row: Record<string, unknown>): void
}

export interface Statement {
  text: string
  parameters: unknown[]
}

/** Whether a statement found that a rule of its own (`must_hold`) does not hold, so that nothing of it remains. */
export const isBrokenRule = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'HY001'

const composed = new Map<string, string>()

/** Makes one statement of all pieces. */
export function compose(pieces: readonly LastWords[]): Statement {
  const key = pieces.map(({ tables }) => tables).join('\n--\n')
  let text = composed.get(key)
  if (text === undefined) composed.set(key, (text = textOf(pieces)))
  return { text, parameters: pieces.flatMap(({ parameters }) => parameters) }
}

function textOf(pieces: readonly LastWords[]): string {
  let before = 0
  const parts = pieces.map(({ tables, columns, parameters }) => {
    const shifted = { tables: shift(tables, before), columns: shift(columns, before) }
    before += parameters.length
    return shifted
  })
  return `with ${parts.map(({ tables }) => tables).join(', ')} select ${parts.map(({ columns }) => columns).join(', ')}`
}

const shift = (text: string, by: number): string =>
  text.replace(/\$(\d+)/g, (_whole, number: string) => `$${Number(number) + by}`)
