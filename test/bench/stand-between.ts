import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { readMessages } from './postgres-messages.ts'

/** Listens on a free port, passes everything on to the database behind `databaseUrl`, and has each connection of the bot read. */
export async function standBetween(
  databaseUrl: string,
  reader: () => Parameters<typeof readMessages>[0],
): Promise<{ url: string; close(): void }> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((bot) => {
    const database = connect(Number(target.port || 5432), target.hostname)
    bot.on('data', readMessages(reader()))
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
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
