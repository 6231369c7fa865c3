import { request } from 'undici'

/** What the Bot API has to say to the doctor. */
export type Answer =
  | {
      kind: 'result'
      result: Record<string, unknown>
      /** How far this computer's clock is ahead of Telegram's, in seconds; absent where it did not say the time. */
      aheadBySeconds?: number
    }
  | { kind: 'refused'; code: number }
  | { kind: 'unreachable'; because: string }

/**
 * Calls a method as the bot does, which reaches ports that browsers do not. The address holds the token, so nothing an
 * error says about it is passed on.
 */
export async function askTelegram(address: string): Promise<Answer> {
  try {
    const { statusCode, headers, body } = await request(address, { signal: AbortSignal.timeout(15_000) })
    const said = (await body.json()) as {
      ok?: boolean
      result?: Record<string, unknown>
      error_code?: number
    }
    if (said.ok && said.result) return { kind: 'result', result: said.result, ...skewOf(headers['date']) }
    return { kind: 'refused', code: said.error_code ?? statusCode }
  } catch (error) {
    return { kind: 'unreachable', because: because(error as NodeJS.ErrnoException) }
  }
}

function skewOf(date: unknown): { aheadBySeconds?: number } {
  const theirs = typeof date === 'string' ? Date.parse(date) : NaN
  return Number.isNaN(theirs) ? {} : { aheadBySeconds: (Date.now() - theirs) / 1000 }
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'no name server knows this name',
  EAI_AGAIN: 'the name server does not answer',
  ENETUNREACH: 'no network leads there',
  EHOSTUNREACH: 'no network leads there',
  ECONNRESET: 'it ends the connection',
  UND_ERR_SOCKET: 'it ends the connection',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  TimeoutError: 'it does not answer',
  SyntaxError: 'what answers there is no Bot API',
}

/** In words, with the code for whoever looks further; an error without a known one by its code alone. */
function because({ code, name }: NodeJS.ErrnoException): string {
  const known = typeof code === 'string' ? code : name
  const said = words[known]
  return said ? `${said}, ${known}` : known
}
