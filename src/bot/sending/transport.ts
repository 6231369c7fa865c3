import { Readable } from 'node:stream'
import { GrammyError, type ApiClientOptions } from 'grammy'
import type { ApiResponse } from 'grammy/types'
import { Agent, buildConnector, request } from 'undici'

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

interface Answer {
  status: number
  text: string
}

/** Makes a call of the Bot API whose parameters are JSON already; throws what grammY would, or `NoAnswer`. */
export type CallApi = (method: string, parameters: string) => Promise<unknown>

export interface Transport {
  /** What grammY's client takes. */
  client: ApiClientOptions
  call: CallApi
  close(): void
}

/** Seconds until a call is given up; a test that wants to see it waits less. */
export interface TimeLimits {
  connect: number
  answer: number
  file: number
}

export interface TransportNeeds {
  token: string
  /** Root of the Bot API; Telegram's own when absent. */
  root?: string | undefined
  limits?: Partial<TimeLimits> | undefined
}

const usualLimits: TimeLimits = { connect: 5, answer: 15, file: 60 }

/**
 * The way to Telegram: connections kept alive, which costs a third of the client grammY brings, and with time limits
 * that tell "never sent" from "sent, no answer".
 */
export function openTransport({ token, root: given, limits }: TransportNeeds): Transport {
  const root = (given ?? 'https://api.telegram.org').replace(/\/$/, '')
  const { connect, answer, file } = { ...usualLimits, ...limits }
  const agent = new Agent({ connections: 64, connect: markingConnector(connect) })

  async function send(url: string, call: Call): Promise<Answer> {
    const method = url.slice(url.lastIndexOf('/') + 1)
    if (typeof call.body === 'string') return post(method, call.body, call.signal)
    const waits = 1000 * file
    try {
      const { statusCode, body } = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers: call.headers ?? {},
        body: Readable.from(call.body as AsyncIterable<Uint8Array>),
        signal: call.signal ?? null,
        headersTimeout: waits,
        bodyTimeout: waits,
      })
      return { status: statusCode, text: await body.text() }
    } catch (error) {
      throw noAnswer(method, error)
    }
  }

  const fetch = async (url: string, call: Call) => {
    const { status, text } = await send(url, call)
    return { status, json: () => JSON.parse(text) as unknown }
  }

  const { origin, pathname: path } = new URL(`${root}/bot${token}/`)

  async function post(method: string, body: string, signal?: AbortSignal): Promise<Answer> {
    const waits = 1000 * timeLimit(method, body, answer)
    try {
      return await postJson(agent, { origin, path: path + method, body, waits }, signal)
    } catch (error) {
      throw noAnswer(method, error)
    }
  }

  return {
    /** grammY names the type of `fetch` after a package that brings none; what it uses of an answer is here. */
    client: { fetch, apiRoot: root },
    async call(method, parameters) {
      const { text } = await post(method, parameters)
      const response = JSON.parse(text) as ApiResponse<unknown>
      if (response.ok) return response.result
      throw new GrammyError(`Call to '${method}' failed!`, response, method, {})
    },
    close: () => void agent.destroy(),
  }
}

const neverConnected = new WeakSet<Error>()

/** Remembers which errors came before there was a connection. */
function markingConnector(seconds: number): buildConnector.connector {
  const connector = buildConnector({ timeout: seconds * 1000 })
  return (options, callback) =>
    connector(options, (...[error, socket]) => {
      if (error) {
        neverConnected.add(error)
        callback(error, null)
      } else callback(null, socket)
    })
}

function noAnswer(method: string, error: unknown): NoAnswer {
  if (!(error instanceof Error)) return new NoAnswer(method, 'unknown', false)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return new NoAnswer(method, code, neverConnected.has(error))
}

/** Seconds until an answer is given up: a long poll takes as long as it was asked to, and 10 s more. */
function timeLimit(method: string, body: string, usual: number): number {
  if (method !== 'getUpdates') return usual
  return ((JSON.parse(body) as { timeout?: number }).timeout ?? 0) + 10
}

interface Post {
  origin: string
  path: string
  body: string
  waits: number
}

/**
 * Posts JSON and reads the answer whole; the plainest way through undici. `request()` brings a stream for each call, whose
 * functions V8 keeps in the old heap together with all that they can see, such as the updates of a long poll (`light.cjs`).
 */
function postJson(agent: Agent, { origin, path, body, waits }: Post, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new DOMException('aborted', 'AbortError'))
    const parts: Buffer[] = []
    let status = 0
    let abort: (() => void) | undefined
    const done = () => abort && signal?.removeEventListener('abort', abort)
    agent.dispatch(
      {
        origin,
        path,
        method: 'POST',
        headers: ['content-type', 'application/json'],
        body,
        headersTimeout: waits,
        bodyTimeout: waits,
      },
      {
        onRequestStart(controller) {
          abort = () => controller.abort(new DOMException('aborted', 'AbortError'))
          if (signal?.aborted) abort()
          else signal?.addEventListener('abort', abort)
        },
        onResponseStart: (_controller, code) => void (status = code),
        onResponseData: (_controller, part) => void parts.push(part),
        onResponseEnd() {
          done()
          resolve({ status, text: Buffer.concat(parts).toString('utf8') })
        },
        onResponseError(_controller, error) {
          done()
          reject(error)
        },
      },
    )
  })
}
