import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from './cannot-start.ts'
import type { Logger } from './log.ts'
import type { Metrics } from './metrics.ts'

/** True when a part is ready, else a sentence about what it waits for. */
export type ReadinessCheck = () => Promise<true | string>

export interface HttpNeeds {
  host: string
  port: number
  log: Logger
  metrics: Metrics
}

/** The one HTTP server of the process: health, metrics, and whatever is mounted. */
export interface Http {
  /** `/readyz` says yes when every check does. */
  readyWhen(name: string, check: ReadinessCheck): void
  /** What the start is busy with, until it is over: `/readyz` says so, and whatever is not mounted yet asks for patience. */
  starting(what: string | undefined): void
  /** Adds the routes of a part below a path, at any time. `largestBody` in bytes, else 1 MiB. */
  mount(path: string, routes: Hono, options?: { largestBody?: number }): void
  /** Begins to answer; resolves with the address, e.g. `http://127.0.0.1:8080`. */
  listen(): Promise<string>
  /** Takes nothing new, lets what is being answered finish for up to 2 s. */
  close(): Promise<void>
}

const defaultLargestBody = 1_048_576
const checkPatience = 3_000

export function openHttp({ host, port, log, metrics }: HttpNeeds): Http {
  const checks = new Map<string, ReadinessCheck>()
  const mounted: { path: string; routes: Hono }[] = []
  let busyWith: string | undefined
  let app = build()
  const server = createAdaptorServer({
    fetch: (request, bindings) => app.fetch(request, bindings),
    serverOptions: patience,
  }) as Server

  /** Hono takes no further routes once it has answered, and here they come while it answers already. */
  function build(): Hono {
    const built = new Hono()
    built.get('/healthz', (c) => c.text('ok\n'))
    built.get('/readyz', async (c) => {
      const waitingFor = busyWith === undefined ? await askAll(checks) : [`start: ${busyWith}`]
      return c.json({ ready: waitingFor.length === 0, waitingFor }, waitingFor.length === 0 ? 200 : 503)
    })
    built.get('/metrics', async (c) => {
      const { type, text } = await metrics.page()
      return c.body(text, 200, { 'content-type': type })
    })
    for (const { path, routes } of mounted) built.route(path, routes)
    built.notFound((c) =>
      busyWith === undefined
        ? c.text('There is nothing here.\n', 404)
        : c.text(`Heyet is starting: ${busyWith}\n`, 503, { 'retry-after': '2', refresh: '2' }),
    )
    built.onError((error, c) => {
      log.error({ err: error, method: c.req.method }, 'http.failed')
      return c.text('Something went wrong here.\n', 500)
    })
    return built
  }

  return {
    readyWhen: (name, check) => checks.set(name, check),
    starting: (what) => (busyWith = what),
    mount(path, routes, { largestBody = defaultLargestBody } = {}) {
      const limited = new Hono()
      const onError: Parameters<typeof bodyLimit>[0]['onError'] = (c) => c.text('This is too large.\n', 413)
      limited.use(bodyLimit({ maxSize: largestBody, onError }))
      limited.route('/', routes)
      mounted.push({ path, routes: limited })
      app = build()
    },
    listen: () => listen(server, host, port),
    close: () => close(server),
  }
}

/** Whoever sends slowly on purpose holds a connection for this long at most, in milliseconds. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
}

/** Every check at once; one that throws or does not answer is not ready. */
async function askAll(checks: ReadonlyMap<string, ReadinessCheck>): Promise<string[]> {
  const answers = await Promise.all(
    [...checks].map(async ([name, check]) => {
      const answer = await ask(check)
      return answer === true ? [] : [`${name}: ${answer}`]
    }),
  )
  return answers.flat()
}

async function ask(check: ReadinessCheck): Promise<true | string> {
  const late = Promise.withResolvers<string>()
  const timer = setTimeout(() => late.resolve('does not answer'), checkPatience)
  try {
    return await Promise.race([check(), late.promise])
  } catch {
    return 'does not work'
  } finally {
    clearTimeout(timer)
  }
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, resolve)
  try {
    await promise
  } catch (error) {
    throw new CannotStart(cannotListen(error, host, port))
  }
  const { address, port: taken, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`
}

function cannotListen(error: unknown, host: string, port: number): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is already taken. Stop the program that has it, or set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`
  return `HTTP cannot be served on ${host}, port ${port} (${code ?? 'unknown'}). Set HOST and PORT to others.`
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  // Streams of events never end by themselves.
  const timer = setTimeout(() => server.closeAllConnections(), 2_000)
  await closed
  clearTimeout(timer)
}
