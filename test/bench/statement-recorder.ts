import { standBetween } from './stand-between.ts'

/** A statement as it was executed, with its values as text. */
export interface Executed {
  text: string
  values: readonly (string | null)[]
}

/** Stands between the bot and PostgreSQL and writes down what is asked, with its values. */
export interface StatementRecorder {
  /** The address to give to the bot. */
  url: string
  /** What has been executed since this was asked last. */
  take(): Executed[]
  close(): void
}

/** Writes down what goes through to the database behind `databaseUrl`. */
export async function recordStatements(databaseUrl: string): Promise<StatementRecorder> {
  let executed: Executed[] = []
  const between = await standBetween(databaseUrl, () => listening((one) => void executed.push(one)))
  return {
    ...between,
    take() {
      const taken = executed
      executed = []
      return taken
    },
  }
}

/** Follows one connection: texts come with Parse, values with Bind, and Execute runs what was bound last. */
function listening(heard: (executed: Executed) => void): (type: string, body: Buffer) => void {
  const texts = new Map<string, string>()
  let bound: Executed | undefined
  return (type, body) => {
    if (type === 'Q') heard({ text: body.subarray(0, -1).toString(), values: [] })
    if (type === 'P') {
      const [name, text] = body.toString('utf8').split('\0')
      texts.set(name ?? '', text ?? '')
    }
    if (type === 'B') bound = readBind(body, texts)
    if (type === 'E' && bound) heard(bound)
  }
}

function readBind(body: Buffer, texts: ReadonlyMap<string, string>): Executed {
  const portalEnd = body.indexOf(0)
  const nameEnd = body.indexOf(0, portalEnd + 1)
  const text = texts.get(body.toString('utf8', portalEnd + 1, nameEnd)) ?? ''
  let at = nameEnd + 1
  at += 2 + 2 * body.readInt16BE(at)
  const count = body.readInt16BE(at)
  at += 2
  const values: (string | null)[] = []
  for (let each = 0; each < count; each += 1) {
    const length = body.readInt32BE(at)
    at += 4
    values.push(length < 0 ? null : body.toString('utf8', at, at + Math.max(length, 0)))
    at += Math.max(length, 0)
  }
  return { text, values }
}
