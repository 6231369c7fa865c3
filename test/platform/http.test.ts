import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { openHttp, type Http } from '../../src/platform/http.ts'
import { openLog } from '../../src/platform/log.ts'
import { openMetrics } from '../../src/platform/metrics.ts'

const opened: Http[] = []
const lines: string[] = []
const log = openLog({ level: 'info', to: { write: (line: string) => void lines.push(line) } })

afterEach(async () => {
  for (const http of opened.splice(0)) await http.close()
})

function open(metrics = openMetrics(), port = 0): Http {
  const http = openHttp({ host: '127.0.0.1', port, log, metrics })
  opened.push(http)
  return http
}

test('it is alive at once, and ready when every check says so', async () => {
  const http = open()
  let database: true | string = 'does not answer'
  http.readyWhen('database', async () => database)
  http.readyWhen('updates', async () => true)
  const root = await http.listen()
  expect((await fetch(`${root}/healthz`)).status).toBe(200)
  const notYet = await fetch(`${root}/readyz`)
  expect(notYet.status).toBe(503)
  expect(await notYet.json()).toEqual({ ready: false, waitingFor: ['database: does not answer'] })
  database = true
  expect((await fetch(`${root}/readyz`)).status).toBe(200)
})

test('while the start goes on it says so, and routes that come later are served', async () => {
  const http = open()
  http.starting('The database is being opened.')
  const root = await http.listen()
  expect((await fetch(`${root}/healthz`)).status).toBe(200)
  const notYet = await fetch(`${root}/readyz`)
  expect(notYet.status).toBe(503)
  expect(await notYet.json()).toEqual({ ready: false, waitingFor: ['start: The database is being opened.'] })
  const early = await fetch(`${root}/telegram`, { method: 'POST' })
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '2'])
  http.mount(
    '/',
    new Hono().post('/telegram', (c) => c.text('kept')),
  )
  http.starting(undefined)
  expect(await (await fetch(`${root}/telegram`, { method: 'POST' })).text()).toBe('kept')
  expect((await fetch(`${root}/readyz`)).status).toBe(200)
  expect((await fetch(`${root}/elsewhere`)).status).toBe(404)
})

test('a check that throws is not ready, and says nothing of why', async () => {
  const http = open()
  http.readyWhen('database', () => Promise.reject(new Error('password geheim')))
  const answer = await fetch(`${await http.listen()}/readyz`)
  expect(await answer.json()).toEqual({ ready: false, waitingFor: ['database: does not work'] })
})

test('metrics count what happened, and go on when one figure cannot be had', async () => {
  const metrics = openMetrics()
  metrics.measure.received(3)
  metrics.measure.handled(0.004)
  metrics.measure.sent('tooMany')
  metrics.worked('activities.decide', 'failed')
  metrics.gauge('updates_waiting', () => Promise.resolve(5))
  metrics.gauge('jobs_waiting', () => Promise.reject(new Error('no database')))
  const text = await (await fetch(`${await open(metrics).listen()}/metrics`)).text()
  for (const line of [
    'heyet_updates_received_total 3',
    'heyet_update_handling_seconds_count 1',
    'heyet_messages_total{outcome="tooMany"} 1',
    'heyet_jobs_total{job="activities.decide",outcome="failed"} 1',
    'heyet_updates_waiting 5',
  ])
    expect(text.split('\n')).toContain(line)
})

test('what is mounted answers, within its limits and without telling what went wrong', async () => {
  const http = open()
  const routes = new Hono()
    .post('/', async (c) => c.text(await c.req.text()))
    .get('/broken', () => {
      throw new Error('Ayşe')
    })
  http.mount('/telegram', routes, { largestBody: 10 })
  const root = await http.listen()
  const post = (body: string) => fetch(`${root}/telegram`, { method: 'POST', body })
  expect(await (await post('hello')).text()).toBe('hello')
  expect((await post('x'.repeat(11))).status).toBe(413)
  const broken = await fetch(`${root}/telegram/broken`)
  expect([broken.status, await broken.text()]).toEqual([500, 'Something went wrong here.\n'])
  expect(lines.join('')).toContain('http.failed')
  expect(lines.join('')).not.toContain('Ayşe')
})

test('a port that is taken is a sentence', async () => {
  const { port } = new URL(await open().listen())
  await expect(open(openMetrics(), Number(port)).listen()).rejects.toThrow(
    new RegExp(`Port ${port} on 127.0.0.1 is already taken`),
  )
})
