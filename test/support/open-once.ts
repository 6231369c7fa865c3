import { measureNothing } from '../../src/bot/measure.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openLog } from '../../src/platform/log.ts'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { testKeys } from './test-keys.ts'

/** Opens the house once on a migrated database, so that the queues of its jobs, too, are there to be copied. */
export async function openOnce(databaseUrl: string): Promise<void> {
  const telegram = await startTelegramServer({ port: 0, token: '700:story', username: 'heyet_bot' })
  const house = await openHouse({
    databaseUrl,
    token: '700:story',
    apiRoot: telegram.root,
    clock: systemClock,
    log: openLog({ level: 'warn' }),
    measure: measureNothing,
    sendRate: 1000,
    defaultLanguage: 'tr',
    homeTimeZone: 'Europe/Istanbul',
    handlesUpdates: false,
    worksJobs: false,
    keys: testKeys('a'),
    onJob: () => {},
  })
  await house.close()
  await telegram.stop()
}
