import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { readMessages } from './postgres-messages.ts'

/** Stands between the bot and PostgreSQL and counts what is asked, so that nobody needs to be believed. */
export interface StatementCounter {
  /** The address to give to the bot. */
  url: string
  /** Statements so far: simple ones (`begin`, `commit`) and executions of prepared ones. */
  count(): number
  close(): void
}

/** Listens on a free port and passes everything on to the database behind `databaseUrl`. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let counted = 0
  const server = createServer((bot) => {
    const database = connect(Number(target.port || 5432), target.hostname)
    const read = readMessages((type) => {
      if (type === 'Q' || type === 'E') counted += 1
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
