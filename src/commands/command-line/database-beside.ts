import { CannotStart } from '../../platform/cannot-start.ts'
import type { Config } from '../../platform/config.ts'
import { connectBeside, hasDatabase } from '../../platform/embedded-postgres/index.ts'

/** The database that this configuration means, beside a bot that may be running; none is made where there is none. */
export async function openDatabaseBeside({
  databaseUrl,
  dataDir,
  botToken,
}: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (databaseUrl) return { url: databaseUrl.reveal(), stop: async () => {} }
  if (hasDatabase(dataDir)) return connectBeside({ dataDir })
  throw new CannotStart(
    botToken
      ? `There is no database in ${dataDir} yet; the first \`npm start\` makes it.`
      : `There is no database of a sandbox in ${dataDir}. For the real bot set BOT_TOKEN, as when it is started.`,
  )
}
