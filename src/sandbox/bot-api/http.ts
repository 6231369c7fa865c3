import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context, type HonoRequest } from 'hono'
import type { World } from '../world.ts'
import { ApiError } from './api-error.ts'
import { refuse, type Outcome } from './answer-call.ts'
import { isIdlePoll, type CallLog } from './call-log.ts'
import { refusalOf, type Fault, type Faults } from './faults.ts'
import { readInput, type Input } from './input.ts'
import { readBody } from './read-body.ts'
import type { Schedule } from './schedule.ts'

export interface BotApiNeeds {
  token: string
  world: World
  log: CallLog
  faults: Faults
  schedule: Schedule
  answer(input: Input): Outcome | Promise<Outcome>
}

type Env = { Bindings: Partial<HttpBindings> }

/** The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function botApiOverHttp(needs: BotApiNeeds): Hono<Env> {
  const app = new Hono<Env>()
  app.all('/:bot{bot[^/]+}/:method', (c) =>
    answerRequest(needs, c, c.req.param('bot'), c.req.param('method')),
  )
  app.get('/file/:bot{bot[^/]+}/:path{.+}', (c) => {
    if (c.req.param('bot') !== `bot${needs.token}`) return asResponse(unauthorized())
    const file = needs.world.files.values().find(({ path }) => path === c.req.param('path'))
    const bytes = file && needs.world.bytes.bytes(file.bytesKey)
    return bytes ? new Response(new Uint8Array(bytes)) : asResponse(refuse(new ApiError(404, 'Not Found')))
  })
  app.notFound(() => asResponse(refuse(new ApiError(404, 'Not Found'))))
  return app
}

const unauthorized = () => refuse(new ApiError(401, 'Unauthorized'))

async function answerRequest(
  needs: BotApiNeeds,
  c: Context<Env>,
  bot: string,
  method: string,
): Promise<Response> {
  const receivedAt = performance.now()
  if (bot !== `bot${needs.token}`) return asResponse(unauthorized())
  try {
    const input = readInput(await readBody(c.req as HonoRequest, method))
    tellReceived(needs.world, input, receivedAt)
    return await answerInput(needs, c, input, receivedAt)
  } catch (error) {
    return asResponse(refuse(error))
  }
}

function tellReceived({ events }: World, input: Input, receivedAt: number) {
  if (!events.hasListeners) return
  const { method, values: payload, uploads } = input
  events.publish({ kind: 'received', call: { method, payload, uploads: [...uploads.keys()], receivedAt } })
}

async function answerInput(
  needs: BotApiNeeds,
  c: Context<Env>,
  input: Input,
  receivedAt: number,
): Promise<Response> {
  const { log, faults, world } = needs
  const fault = faults.take(input.method)
  // An answered press is forgotten, so whose it was is looked up before.
  const presser = world.queries.get(input.text('callback_query_id'))?.personId
  const outcome = await perform(needs, input, fault)
  if (faults.delayMilliseconds > 0) await wait(needs.schedule, faults.delayMilliseconds)
  const call = log.add(input, outcome, receivedAt, presser)
  if (world.events.hasListeners && !isIdlePoll(call, outcome))
    world.events.publish({ kind: 'answered', call })
  if (fault?.kind === 'drop') return dropConnection(c)
  if (fault?.kind === 'never-answer') return neverAnswer(c)
  return asResponse(outcome)
}

function perform(needs: BotApiNeeds, input: Input, fault: Fault | undefined): Outcome | Promise<Outcome> {
  const refusal = fault && refusalOf(fault)
  if (refusal) return refuse(refusal)
  if (fault && 'isPerformed' in fault && !fault.isPerformed)
    return refuse(new ApiError(502, `Not performed: ${fault.kind}`))
  return needs.answer(input)
}

function asResponse(outcome: Outcome): Response {
  const status = outcome.ok ? 200 : outcome.error_code
  const retryAfter = outcome.ok ? undefined : outcome.parameters?.retry_after
  return new Response(JSON.stringify(outcome), {
    status,
    headers: {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  })
}

function dropConnection(c: Context<Env>): Response {
  c.env.incoming?.socket.destroy()
  return new Response(null, { status: 502, headers: { 'x-hono-already-sent': 'true' } })
}

/** Holds the connection until the other side gives up. */
function neverAnswer(c: Context<Env>): Promise<Response> {
  const { signal } = c.req.raw
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(dropConnection(c))))
}

const wait = (schedule: Schedule, milliseconds: number) =>
  new Promise<void>((resolve) => schedule(milliseconds, resolve))
