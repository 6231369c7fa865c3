import { expect, test } from 'vitest'
import { openLog } from '../../src/platform/log.ts'
import { openShutdown } from '../../src/platform/shutdown.ts'

function ending(limit?: number) {
  const lines: string[] = []
  const codes: number[] = []
  const shutdown = openShutdown({
    log: openLog({ level: 'info', to: { write: (line: string) => void lines.push(line) } }),
    exit: (code) => void codes.push(code),
    ...(limit === undefined ? {} : { limit }),
  })
  return { shutdown, lines, codes }
}

test('what was opened last is closed first, one after the other', async () => {
  const { shutdown, codes } = ending()
  const closed: string[] = []
  const close = (name: string, milliseconds: number) => async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    closed.push(name)
  }
  shutdown.closing('database', close('database', 0))
  shutdown.closing('jobs', close('jobs', 20))
  shutdown.closing('http', close('http', 5))
  await shutdown.begin('SIGTERM')
  expect(closed).toEqual(['http', 'jobs', 'database'])
  expect(codes).toEqual([0])
})

test('a step that fails or hangs does not keep the others from closing', async () => {
  const { shutdown, lines, codes } = ending(3_200)
  let isDatabaseClosed = false
  shutdown.closing('database', () => void (isDatabaseClosed = true))
  shutdown.closing('hanging', () => new Promise(() => {}))
  shutdown.closing('failing', () => Promise.reject(new Error('Ayşe')))
  const before = performance.now()
  await shutdown.begin('SIGTERM')
  expect(performance.now() - before).toBeLessThan(3_200)
  expect(isDatabaseClosed).toBe(true)
  expect(codes).toEqual([1])
  const text = lines.join('')
  expect(text).toContain('stop.late')
  expect(text).toContain('stop.failed')
  expect(text).not.toContain('Ayşe')
})

test('a second call waits for the first', async () => {
  const { shutdown, codes } = ending()
  expect(shutdown.hasBegun).toBe(false)
  await Promise.all([shutdown.begin('SIGTERM'), shutdown.begin('SIGINT')])
  expect(shutdown.hasBegun).toBe(true)
  expect(codes).toEqual([0])
})
