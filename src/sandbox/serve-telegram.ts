import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { ApiError } from './bot-api/api-error.ts'
import { onlyLocalHosts } from './local-hosts.ts'
import { PhoneError } from './phone-error.ts'
import { performVerb } from './phone-verbs.ts'
import { readClockMove, readNewPhone } from './sandbox-input.ts'
import type { SandboxEvent } from './sandbox-events.ts'
import type { Telegram } from './telegram.ts'

export interface SandboxHooks {
  /** Moves the clock, running what falls due in between; without it only the clock moves. */
  moveClock?(to: Temporal.Instant): Promise<void> | void
  /** Empties the sandbox and fills it anew; without it all phones are gone. */
  reset?(): Promise<void> | void
}

/** The sandbox over HTTP, under `/sandbox/*`: what `verbs.ts` describes, for the page and for tests. */
export function serveTelegram(telegram: Telegram, hooks: SandboxHooks = {}): Hono {
  const app = new Hono()
  app.use('/sandbox/*', onlyLocalHosts, bodyLimit({ maxSize: 60 * 1024 * 1024 }))
  app.get('/sandbox/state', (c) => c.json(telegram.state()))
  app.get('/sandbox/events', (c) => streamEvents(c, telegram))
  app.get('/sandbox/calls', (c) => c.json(telegram.calls(Number(c.req.query('after') ?? 0) || 0)))
  app.get('/sandbox/calls/:id', (c) => {
    const call = telegram.callInFull(Number(c.req.param('id')))
    return call ? c.json(call) : c.json({ error: 'This call is not kept any more.' }, 404)
  })
  app.get('/sandbox/files/:fileId', (c) => sendFile(telegram, c.req.param('fileId')))
  app.get('/sandbox/phones/:id', (c) => c.json(telegram.phone(Number(c.req.param('id'))).state()))
  app.post('/sandbox/phones', async (c) => c.json(telegram.openPhone(await readNewPhone(c.req)).state()))
  app.post('/sandbox/phones/:id/:verb', async (c) => {
    const outcome = await performVerb(telegram.phone(Number(c.req.param('id'))), c.req.param('verb'), c.req)
    return c.json(outcome ?? {})
  })
  app.post('/sandbox/clock', async (c) => {
    const to = await readClockMove(c.req, telegram.clock)
    await (hooks.moveClock ? hooks.moveClock(to) : telegram.moveClock(to))
    return c.json({ now: telegram.clock.now().toString() })
  })
  app.post('/sandbox/reset', async (c) => {
    await (hooks.reset ? hooks.reset() : telegram.reset())
    return c.json({})
  })
  app.onError((error, c) => {
    if (error instanceof PhoneError) return c.json({ error: error.message, refusal: error.refusal }, 400)
    if (error instanceof ApiError) return c.json({ error: error.message }, 400)
    throw error
  })
  return app
}

function sendFile(telegram: Telegram, fileId: string): Response {
  const file = telegram.file(fileId)
  if (!file) return Response.json({ error: 'There is no such file.' }, { status: 404 })
  // A file that somebody sent is shown as a picture or saved, never run in the page's name.
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.mimeType)
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': isPicture ? file.mimeType : 'application/octet-stream',
      'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

function streamEvents(c: Context, telegram: Telegram) {
  return streamSSE(c, async (stream) => {
    const closed = Promise.withResolvers<void>()
    const unsubscribe = telegram.subscribe((event) => {
      const message = asMessage(event)
      if (message) void stream.writeSSE(message)
    })
    stream.onAbort(() => closed.resolve())
    await stream.writeSSE({ event: 'hello', data: '{}' })
    await closed.promise
    unsubscribe()
  })
}

/** `changed` is a plain message; the clock, calls and a reset are events of their own. */
function asMessage(event: SandboxEvent): { event?: string; data: string } | undefined {
  if (event.kind === 'changed') return { data: JSON.stringify({ changed: event.phones }) }
  if (event.kind === 'answered') return { event: 'calls', data: JSON.stringify(event.call) }
  if (event.kind === 'clock') return { event: 'clock', data: JSON.stringify({ now: event.now }) }
  return event.kind === 'reset' ? { event: 'reset', data: '{}' } : undefined
}
