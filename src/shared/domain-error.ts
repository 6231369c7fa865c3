/**
 * A rule of the trade that said no. The code is the key of its sentence in `locales/<language>/<room>.json`, the details
 * are that sentence's variables; whoever shows it to a person needs nothing else.
 */
export class DomainError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** Whether a rule says no to something, at once or later; whatever else goes wrong there is thrown on. */
export const isRefused = (work: () => Promise<unknown>): Promise<boolean> =>
  Promise.try(work).then(
    () => false,
    (error: unknown) => {
      if (error instanceof DomainError) return true
      throw error
    },
  )
