import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ApiClientOptions } from 'grammy'

/**
 * A call that got no answer. `neverSent`: no connection was made, so nothing can have happened at Telegram's; otherwise
 * nobody knows, because the Bot API has no idempotency key.
 */
export class NoAnswer extends Error {
  readonly neverSent: boolean

  constructor(method: string, code: string, neverSent: boolean) {
    super(`${method}: ${code}`)
    this.name = 'NoAnswer'
    this.neverSent = neverSent
  }
}

interface Call {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  signal?: AbortSignal
}

export interface Transport {
  /** What grammY's client takes. */
  client: ApiClientOptions
  close(): void
}

/** Seconds until a call is given up; a test that wants to see it waits less. */
export interface TimeLimits {
  connect: number
  answer: number
  file: number
}

const usualLimits: TimeLimits = { connect: 5, answer: 15, file: 60 }

/**
 * grammY's way to Telegram: node's own HTTP client with connections kept alive, which costs a third less than the one
 * grammY brings, and with time limits that tell "never sent" from "sent, no answer".
 */
export function openTransport(limits: Partial<TimeLimits> = {}): Transport {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 64 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
  }
  const fetch = async (url: string, call: Call) => {
    const address = new URL(url)
    const response = await send(address, call, agents, { ...usualLimits, ...limits })
    const text = await readAll(response).catch((error: NodeJS.ErrnoException) => {
      throw new NoAnswer(methodOf(address), error.code ?? error.name, false)
    })
    return { status: response.statusCode ?? 0, json: () => JSON.parse(text) as unknown }
  }
  return {
    /** grammY names the type of `fetch` after a package that brings none; what it uses of an answer is here. */
    client: { fetch },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

function send(
  url: URL,
  call: Call,
  agents: { http: HttpAgent; https: HttpsAgent },
  limits: TimeLimits,
): Promise<IncomingMessage> {
  const method = methodOf(url)
  const isFile = typeof call.body !== 'string'
  const waits = timeLimit(method, call.body, isFile ? limits.file : limits.answer)
  const isSecure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    let isConnected = false
    const request = (isSecure ? httpsRequest : httpRequest)(
      url,
      {
        method: call.method ?? 'POST',
        headers: headersOf(call),
        agent: isSecure ? agents.https : agents.http,
        signal: call.signal,
      },
      resolve,
    )
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new NoAnswer(method, error.code ?? error.name, !isConnected))
    const connecting = setTimeout(() => request.destroy(named('CONNECT_TIMEOUT')), limits.connect * 1000)
    request.setTimeout(waits * 1000, () => request.destroy(named('ANSWER_TIMEOUT')))
    request.on('socket', (socket) => {
      const connected = () => {
        isConnected = true
        clearTimeout(connecting)
      }
      if (!socket.connecting) connected()
      else socket.once(isSecure ? 'secureConnect' : 'connect', connected)
    })
    request.on('error', (error) => {
      clearTimeout(connecting)
      fail(error)
    })
    if (typeof call.body === 'string') request.end(call.body)
    else if (call.body === undefined) request.end()
    else pipeline(Readable.from(call.body as AsyncIterable<Uint8Array>), request).catch(fail)
  })
}

function headersOf(call: Call): Record<string, string | number> {
  if (typeof call.body !== 'string') return { ...call.headers }
  return { ...call.headers, 'content-length': Buffer.byteLength(call.body) }
}

/** Seconds until an answer is given up: a long poll takes as long as it was asked to, and 10 s more. */
function timeLimit(method: string, body: unknown, usual: number): number {
  if (method === 'getUpdates' && typeof body === 'string')
    return ((JSON.parse(body) as { timeout?: number }).timeout ?? 0) + 10
  return usual
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const methodOf = ({ pathname }: URL) => pathname.slice(pathname.lastIndexOf('/') + 1)

const named = (code: string) => Object.assign(new Error(code), { code })
