import type { Config } from '../../platform/config.ts'
import { askTelegram, type Answer } from './ask-telegram.ts'
import { broken, doubtful, good, type Finding } from './finding.ts'

/** Whether the token opens the Bot API, and whether updates come the way they should. */
export async function examineTelegram(config: Config): Promise<Finding[]> {
  const { botToken, telegramApiRoot, webhookUrl } = config
  if (!botToken) return [good('telegram', 'There is no BOT_TOKEN, so `npm start` opens the sandbox.')]
  const ask = (method: string) => askTelegram(`${telegramApiRoot}/bot${botToken.reveal()}/${method}`)
  const me = await ask('getMe')
  if (me.kind !== 'result') return [notReached(me, new URL(telegramApiRoot).host)]
  const known = good('telegram', `The token is that of @${String(me.result.username)}.`)
  const clock = examineClock(me.aheadBySeconds)
  const webhook = await ask('getWebhookInfo')
  return webhook.kind === 'result'
    ? [known, ...clock, examineWebhook(webhook.result, webhookUrl), ...(await whatTheBotSays(config))]
    : [
        known,
        ...clock,
        doubtful('telegram', 'Telegram did not say how updates are delivered.', 'Try again in a minute.'),
      ]
}

/** Telegram says whole seconds, and the answer has been on its way. */
const tolerated = 5

/** Reminders and deadlines go by this computer's clock. */
export function examineClock(aheadBySeconds: number | undefined): Finding[] {
  if (aheadBySeconds === undefined) return []
  const seconds = Math.round(Math.abs(aheadBySeconds))
  if (seconds <= tolerated) return [good('clock', 'This computer’s clock agrees with Telegram’s.')]
  return [
    doubtful(
      'clock',
      `This computer’s clock is ${seconds} seconds ${aheadBySeconds > 0 ? 'ahead of' : 'behind'} Telegram’s; reminders go by it.`,
      'Have it set by the network: timedatectl set-ntp true.',
    ),
  ]
}

function notReached(answer: Exclude<Answer, { kind: 'result' }>, host: string): Finding {
  if (answer.kind === 'unreachable')
    return broken(
      'telegram',
      `The Bot API at ${host} cannot be reached (${answer.because}).`,
      'Check the network of this computer, its firewall or proxy, and TELEGRAM_API_ROOT.',
    )
  if (answer.code === 401 || answer.code === 404)
    return broken(
      'telegram',
      'Telegram does not know this BOT_TOKEN.',
      'Copy the token from @BotFather again (/mybots, API Token); a revoked token is gone for good.',
    )
  return broken(
    'telegram',
    `The Bot API at ${host} answers with error ${answer.code}.`,
    'Try again in a minute.',
  )
}

const hour = 3_600

/** Telegram's view of the webhook beside ours. */
function examineWebhook(info: Record<string, unknown>, webhookUrl: string | undefined): Finding {
  const found = typeof info.url === 'string' ? info.url : ''
  const errorAge =
    typeof info.last_error_date === 'number' ? Date.now() / 1000 - info.last_error_date : Infinity
  const waiting = Number(info.pending_update_count ?? 0)
  if (!webhookUrl)
    return found === ''
      ? good('telegram', `Updates are fetched by long polling; ${waiting} are waiting.`)
      : doubtful(
          'telegram',
          `Updates still go to a webhook at ${hostOf(found)}, although WEBHOOK_URL is not set.`,
          'If another program uses this token, give it one of its own; otherwise start Heyet, which fetches from then on.',
        )
  if (found !== `${webhookUrl}/telegram`)
    return doubtful(
      'telegram',
      found === '' ? 'No webhook is registered yet.' : `Updates go to a webhook at ${hostOf(found)}.`,
      'Start Heyet; it registers WEBHOOK_URL. If it runs already, another program may use this token.',
    )
  if (errorAge < hour) {
    const said = `Telegram could not deliver to the webhook ${Math.round(errorAge / 60)} minutes ago: ${String(info.last_error_message)}.`
    // What it could not deliver it keeps, and says how much that is.
    return waiting === 0
      ? doubtful('telegram', `${said} Nothing is waiting now.`, 'If it comes again, look at the proxy’s log.')
      : broken(
          'telegram',
          `${said} ${waiting} ${waiting === 1 ? 'update is' : 'updates are'} waiting.`,
          'Check that the proxy runs, that WEBHOOK_URL leads to it from the Internet, and that its certificate is valid.',
        )
  }
  return good('telegram', `Updates arrive by webhook; ${waiting} are waiting.`)
}

/** With a webhook: what a bot that runs here says about why it is not ready; only it knows why it was refused. */
async function whatTheBotSays({ webhookUrl, host, port }: Config): Promise<Finding[]> {
  if (!webhookUrl) return []
  const where = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/readyz`
  const said = await fetch(where, { signal: AbortSignal.timeout(5_000) })
    .then((response) => response.json() as Promise<{ waitingFor?: unknown }>)
    .catch(() => ({ waitingFor: undefined }))
  const reasons = Array.isArray(said.waitingFor) ? said.waitingFor.map(String) : []
  return reasons
    .filter((reason) => reason.startsWith('updates: '))
    .map((reason) =>
      doubtful(
        'telegram',
        `The bot that runs here gets no updates: ${reason.slice('updates: '.length)}.`,
        'Mend what it names; the bot goes on trying by itself.',
      ),
    )
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : 'an unknown address')
