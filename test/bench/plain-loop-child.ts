import { Api, GrammyError } from 'grammy'
import { reportToParent } from '../support/child-report.ts'

export interface PlainLoopOptions {
  token: string
  apiRoot: string
  firstUserId: number
  count: number
}

// What most bots do: one after the other, and where Telegram asks to wait, wait so long and try again.
const { token, apiRoot, firstUserId, count } = JSON.parse(process.argv[2] ?? '{}') as PlainLoopOptions
const api = new Api(token, { apiRoot })
api.config.use(async (previous, method, payload, signal) => {
  for (;;) {
    const answer = await previous(method, payload, signal)
    if (answer.ok || answer.parameters?.retry_after === undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, (answer.parameters?.retry_after ?? 1) * 1000))
  }
})
reportToParent()
for (let nth = 0; nth < count; nth += 1)
  await api.sendMessage(firstUserId + nth, 'The bus leaves at nine').catch((error: unknown) => {
    if (!(error instanceof GrammyError)) throw error
  })
