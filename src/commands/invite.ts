import { Api } from 'grammy'
import { openTransport } from '../bot/sending/transport.ts'
import { giveRoles } from '../features/people/actions/give-roles.ts'
import { auditStore } from '../features/people/data/audit-store.ts'
import { roleStore } from '../features/people/data/role-store.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { loadConfig, type Config } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { holderOf, mustHold } from '../platform/holder.ts'
import { clockOf } from './command-line/clock-of.ts'
import { openDatabaseBeside } from './command-line/database-beside.ts'
import { readInvitation } from './command-line/read-invitation.ts'

/** Prints a link that gives a role, once, within 24 hours. It works beside the running bot. */
const { role, activityCode } = readInvitation(process.argv.slice(3))
const config = loadConfig()
const server = await openDatabaseBeside(config)
const database = openDatabase({ url: server.url, connections: 1, applicationName: 'heyet invite' })
try {
  await mustHold(database.sql, holderOf(config))
  const clock = await clockOf(config)
  const roles = roleStore(database, clock)
  const giving = giveRoles({ roles, audit: auditStore(database, clock) })
  if (activityCode !== null) await mustExist(activityCode)
  // First, because a link that cannot be printed must not end the ones before it.
  const username = await usernameOf(config)
  const token = await database.transaction(() => giving.invite(role, activityCode))
  console.log(`https://t.me/${username}?start=c_${token}`)
  if (!config.botToken)
    console.log('This link is for the sandbox, because there is no BOT_TOKEN. For the real bot, set it.')
} finally {
  await database.close()
  await server.stop()
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
