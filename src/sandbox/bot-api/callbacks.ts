import type { ButtonAnswer } from '../verbs.ts'
import { badRequest } from './api-error.ts'
import type { Input } from './input.ts'
import type { Methods, PressWaiters } from './method.ts'

/** Answering presses of inline buttons, each once. */
export const callbackMethods: Methods = {
  answerCallbackQuery({ world, presses }, input) {
    const query = world.queries.get(input.text('callback_query_id'))
    const answer = readAnswer(input)
    if (!query) throw badRequest('query is too old and response timeout expired or query ID is invalid')
    world.queries.delete(query.id)
    world.people.change(query.personId, { lastAnswer: { id: world.next('answer'), ...answer } })
    presses.answer(query.id, answer)
    return true
  },
}

function readAnswer(input: Input): ButtonAnswer {
  const text = input.text('text')
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  const url = input.text('url')
  return { text, showAlert: input.flag('show_alert'), ...(url && { url }) }
}

export function pressWaiters(schedule: (milliseconds: number, run: () => void) => () => void): PressWaiters {
  const waiting = new Map<string, (answer: ButtonAnswer | null) => void>()
  return {
    wait: (queryId) =>
      new Promise((resolve) => {
        const cancel = schedule(10_000, () => settle(null))
        function settle(answer: ButtonAnswer | null) {
          cancel()
          waiting.delete(queryId)
          resolve(answer)
        }
        waiting.set(queryId, settle)
      }),
    answer: (queryId, answer) => waiting.get(queryId)?.(answer),
  }
}
