import { isLoopbackHost } from './addresses.ts'
import type { VariableName, Variables } from './variables.ts'
import { mendOfWebhook } from './webhook-address.ts'

/** One thing that is wrong with a variable, told together with its mend and never with its value. */
export interface Mistake {
  readonly variable: VariableName
  readonly mend: string
}

type Known = Partial<Variables>

/** What the variables have to do with each other. Those that are wrong on their own are absent here. */
export function crossRules(known: Known, { isProduction }: { isProduction: boolean }): Mistake[] {
  return [
    ...webhookRules(known),
    ...sandboxRules(known, isProduction),
    ...(known.DATABASE_URL && !known.FIELD_KEYS
      ? [
          mistake(
            'FIELD_KEYS',
            'is needed with DATABASE_URL; make a key with `openssl rand -base64 32`, write FIELD_KEYS=k1:<the key> and keep a copy',
          ),
        ]
      : []),
  ]
}

function webhookRules({ WEBHOOK_URL, TELEGRAM_API_ROOT }: Known): Mistake[] {
  const mend = WEBHOOK_URL && TELEGRAM_API_ROOT && mendOfWebhook(WEBHOOK_URL, TELEGRAM_API_ROOT)
  return mend ? [mistake('WEBHOOK_URL', mend)] : []
}

function sandboxRules(
  { BOT_TOKEN, HOST, WEBHOOK_URL, DATABASE_URL }: Known,
  isProduction: boolean,
): Mistake[] {
  if (BOT_TOKEN) return []
  const mistakes: Mistake[] = []
  if (isProduction)
    mistakes.push(
      mistake(
        'BOT_TOKEN',
        'is needed with NODE_ENV=production; take it from @BotFather, or leave NODE_ENV out to try the sandbox',
      ),
    )
  if (WEBHOOK_URL)
    mistakes.push(
      mistake('BOT_TOKEN', 'is needed with WEBHOOK_URL; take it from @BotFather, or leave WEBHOOK_URL out'),
    )
  if (DATABASE_URL)
    mistakes.push(
      mistake(
        'BOT_TOKEN',
        'is needed with DATABASE_URL; take it from @BotFather, or leave DATABASE_URL out: the sandbox has a database of its own',
      ),
    )
  if (HOST && !isLoopbackHost(HOST))
    mistakes.push(
      mistake(
        'HOST',
        'the sandbox stays on this computer; write 127.0.0.1, or set BOT_TOKEN for the real bot',
      ),
    )
  return mistakes
}

const mistake = (variable: VariableName, mend: string): Mistake => ({ variable, mend })
