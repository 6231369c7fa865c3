import { ApiError, badRequest, type ErrorParameters } from './api-error.ts'
import type { Input } from './input.ts'
import type { ApiContext } from './method.ts'
import type { Pace } from './pace.ts'
import { methodsNotEmulated } from './parameters.ts'
import { registry } from './registry.ts'

/** The answer to a call, as it goes into the body. */
export type Outcome =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: ErrorParameters }

/** Performs a call; refusals come back as data. */
export function answerCall(context: ApiContext, pace: Pace) {
  return (input: Input): Outcome | Promise<Outcome> => {
    try {
      const method = registry.get(input.method.toLowerCase())
      if (!method) throw unknownMethod(input.method)
      const tooSoon = pace.admit(input)
      if (tooSoon) throw tooSoon
      const result = method(context, input)
      return result instanceof Promise ? result.then(succeed, refuse) : succeed(result)
    } catch (error) {
      return refuse(error)
    }
  }
}

const succeed = (result: unknown): Outcome => ({ ok: true, result })

/** A refusal as data; anything that is no refusal is a fault of the emulator and says so. */
export function refuse(error: unknown): Outcome {
  if (!(error instanceof ApiError)) throw error
  const { code: error_code, message: description, parameters } = error
  return { ok: false, error_code, description, ...(parameters && { parameters }) }
}

function unknownMethod(name: string): ApiError {
  if (name === '') return badRequest('method is empty')
  const isKnown = methodsNotEmulated.has(name.toLowerCase())
  return new ApiError(404, `Not Found: method not ${isKnown ? 'emulated' : 'found'}`)
}
