import { parseArgs } from 'node:util'
import { Api } from 'grammy'
import { openTransport } from '../bot/transport.ts'
import { giveRoles } from '../features/people/actions/give-roles.ts'
import { roleStore } from '../features/people/data/role-store.ts'
import { roleNames, type Role } from '../features/people/domain/roles.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig, type Config } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { connectBeside } from '../platform/embedded-postgres/index.ts'

const usage = 'npm run invite -- --role owner|coordinator|partner|staff [--activity CODE]'

/** Prints a link that gives a role, once, within 24 hours. It works beside the running bot. */
const { role, activityCode } = readArguments()
const config = loadConfig()
const server = config.databaseUrl ? undefined : await connectBeside({ dataDir: config.dataDir })
const database = openDatabase({
  url: config.databaseUrl?.reveal() ?? server?.url ?? '',
  connections: 1,
  applicationName: 'heyet invite',
})
try {
  const roles = roleStore(database, systemClock)
  if (activityCode !== null) await mustExist(activityCode)
  const token = await database.transaction(() => giveRoles({ roles }).invite(role, activityCode))
  console.log(`https://t.me/${await usernameOf(config)}?start=c_${token}`)
} finally {
  await database.close()
  await server?.stop()
}

function readArguments(): { role: Role; activityCode: string | null } {
  const { values } = parseArgs({
    options: { role: { type: 'string' }, activity: { type: 'string' } },
    strict: false,
  })
  const known = roleNames.find((name) => name === values.role)
  if (!known) throw new CannotStart(`Which role? Write: ${usage}`)
  return {
    role: known,
    activityCode: typeof values.activity === 'string' ? values.activity.toUpperCase() : null,
  }
}

async function mustExist(code: string): Promise<void> {
  const rows = await database.query(`select 1 from activities where code = $1`, [code])
  if (rows.length === 0)
    throw new CannotStart(`There is no activity with the code ${code}. /desk lists them.`)
}

/** The bot's own name, as links need it; the sandbox's where there is no token. */
async function usernameOf({ botToken, telegramApiRoot }: Config): Promise<string> {
  if (!botToken) return 'heyet_sandbox_bot'
  const transport = openTransport({ token: botToken.reveal(), root: telegramApiRoot })
  try {
    const api = new Api(botToken.reveal(), transport.client)
    return (await api.getMe()).username
  } catch {
    throw new CannotStart(
      'Telegram cannot be reached or refuses BOT_TOKEN, so the link cannot be written. Try `npm run doctor`.',
    )
  } finally {
    transport.close()
  }
}
