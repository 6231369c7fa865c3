import type { Config } from '../../platform/config.ts'
import { openEmbeddedPostgres } from '../../platform/embedded-postgres/index.ts'

/** The database that this configuration means; an embedded one with the guard of a running bot, so that none starts meanwhile. */
export async function openDatabaseAlone({
  databaseUrl,
  dataDir,
}: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (databaseUrl) return { url: databaseUrl.reveal(), stop: async () => {} }
  return openEmbeddedPostgres({ dataDir })
}
