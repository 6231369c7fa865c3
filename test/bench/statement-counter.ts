import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Stands between the bot and PostgreSQL and counts what is asked, so that nobody needs to be believed. */
export interface StatementCounter {
  /** The address to give to the bot. */
  url: string
  /** Statements so far: simple ones (`begin`, `commit`) and executions of prepared ones. */
  count(): number
  close(): void
}

const simpleQuery = 'Q'.charCodeAt(0)
const execute = 'E'.charCodeAt(0)

/** Listens on a free port and passes everything on to the database behind `databaseUrl`. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let counted = 0
  const server = createServer((bot) => {
    const database = connect(Number(target.port || 5432), target.hostname)
    const read = readMessages((type) => {
      if (type === simpleQuery || type === execute) counted += 1
    })
    bot.on('data', read)
    for (const socket of [bot, database]) {
      sockets.add(socket.setNoDelay(true))
      socket.on('error', () => {})
      socket.on('close', () => (bot.destroy(), database.destroy()))
    }
    bot.pipe(database)
    database.pipe(bot)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.toString(),
    count: () => counted,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Cuts a stream into PostgreSQL's messages: a letter, a length, content. The first message has no letter. */
function readMessages(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = isFirst ? 0 : 1
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      if (!isFirst) onMessage(rest[0] ?? 0)
      isFirst = false
      rest = rest.subarray(length)
    }
  }
}
