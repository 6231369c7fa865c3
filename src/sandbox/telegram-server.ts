import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import type { Telegram } from './telegram.ts'
import { createTelegram, type TelegramNeeds } from './telegram.ts'

/** A Telegram that listens on 127.0.0.1; its `root` is what the bot takes as `TELEGRAM_API_ROOT`. */
export interface TelegramServer extends Telegram {
  readonly root: string
  stop(): Promise<void>
}

export async function startTelegramServer({
  port,
  ...needs
}: TelegramNeeds & { port: number }): Promise<TelegramServer> {
  const telegram = createTelegram(needs)
  const listener = await listen(telegram, port)
  return {
    ...telegram,
    root: listener.root,
    async stop() {
      await listener.stop()
      telegram.close()
    },
  }
}

/** Opens a loopback listener for the Bot API of a Telegram. */
export async function listen(
  telegram: Telegram,
  port: number,
): Promise<{ root: string; stop(): Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: telegram.botApi.fetch, port, hostname: '127.0.0.1' }, resolve)
  const address = await promise
  return {
    root: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
