import { GrammyError, type Api } from 'grammy'
import type { WebhookInfo } from 'grammy/types'
import { refusesToken } from '../sending/judge-answer.ts'

/** What stands in the way when the token was revoked. */
export const tokenIsRefused = 'Telegram refuses BOT_TOKEN; take the new one from @BotFather and start again'

export type WebhookWatch = ReturnType<typeof watchWebhook>

/** How long Telegram's answer is good for, in milliseconds: anybody may ask `/readyz`, and often. */
const goodFor = 10_000

/** How long ago Telegram's last failure to deliver may be, in seconds, before it is none any more. */
const recent = 90

/** Whether updates reach us by webhook at `address`; Telegram is asked at most once in ten seconds. */
export function watchWebhook({ api, address }: { api: Pick<Api, 'getWebhookInfo'>; address: string }) {
  let asked: { at: number; answer: Promise<WebhookInfo> } | undefined
  let refusal: string | undefined

  function ask(): Promise<WebhookInfo> {
    if (asked && performance.now() - asked.at < goodFor) return asked.answer
    const answer = api.getWebhookInfo()
    // While it is on its way nobody else asks, however long that takes.
    asked = { at: Infinity, answer }
    const note = () => void (asked = { at: performance.now(), answer })
    answer.then(note, note)
    return answer
  }

  return {
    address,
    /** Why Telegram has refused to register the webhook; `undefined` when it has not. */
    noteRefusal(reason: string | undefined): void {
      refusal = reason
      asked = undefined
    },
    /** Whether updates arrive, or what is in the way. */
    async state(): Promise<true | string> {
      if (refusal !== undefined) return `Telegram refuses WEBHOOK_URL: ${refusal}`
      const info = await ask().catch((error: unknown) => {
        if (error instanceof GrammyError && refusesToken(error)) return 'refused'
        return undefined
      })
      if (info === 'refused') return tokenIsRefused
      if (!info) return 'Telegram does not answer'
      const { url, last_error_date: failedAt, pending_update_count: pending } = info
      if (url === '' || url === undefined) return 'no webhook is registered yet'
      if (url !== address) return 'Telegram delivers updates to another address than WEBHOOK_URL'
      const hasFailed = failedAt !== undefined && Date.now() / 1000 - failedAt < recent
      return hasFailed && pending > 0 ? 'Telegram cannot deliver updates to WEBHOOK_URL' : true
    },
  }
}
