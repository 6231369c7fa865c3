/** What the Bot API answers when it refuses: an HTTP status and Telegram's own words. */
export class ApiError extends Error {
  readonly code: number
  readonly parameters: ErrorParameters | undefined

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description)
    this.name = 'ApiError'
    this.code = code
    this.parameters = parameters
  }
}

export interface ErrorParameters {
  retry_after?: number
  migrate_to_chat_id?: number
}

export const badRequest = (words: string, parameters?: ErrorParameters) =>
  new ApiError(400, `Bad Request: ${words}`, parameters)

export const forbidden = (words: string) => new ApiError(403, `Forbidden: ${words}`)

export const conflict = (words: string) => new ApiError(409, `Conflict: ${words}`)

export const tooManyRequests = (seconds: number) =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
