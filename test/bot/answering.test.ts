import { GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import { answerButtons } from '../../src/bot/answer-buttons.ts'

/** Answers of a Telegram that says 429 to the first call. */
function crowded(retryAfter: number) {
  const calls: string[] = []
  const pauses: number[] = []
  const answer = answerButtons({
    async call(_method, parameters) {
      calls.push((JSON.parse(parameters) as { callback_query_id: string }).callback_query_id)
      if (calls.length > 1) return true
      const said = { ok: false as const, error_code: 429, description: 'Too Many Requests' }
      throw new GrammyError(
        '429',
        { ...said, parameters: { retry_after: retryAfter } },
        'answerCallbackQuery',
        {},
      )
    },
    pause: async (seconds) => void pauses.push(seconds),
  })
  return { answer, calls, pauses }
}

test('a 429 on an answer holds everything back for so long, and the answer is given then', async () => {
  const { answer, calls, pauses } = crowded(0.05)
  const before = performance.now()
  await answer('one')
  expect(performance.now() - before).toBeGreaterThanOrEqual(49)
  expect(calls).toEqual(['one', 'one'])
  expect(pauses).toEqual([0.05])
})

test('an answer that would come too late is not given, nor any other meanwhile', async () => {
  const { answer, calls, pauses } = crowded(60)
  await answer('one')
  await answer('two')
  expect(calls).toEqual(['one'])
  expect(pauses).toEqual([60])
})
