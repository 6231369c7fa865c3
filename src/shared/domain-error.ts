/**
 * A rule of the trade that said no. The code is the key of its sentence in `locales/<language>/<room>.json`, the details
 * are that sentence's variables; whoever shows it to a person needs nothing else.
 */
export class DomainError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
  /** What was wanted has been done before, as by a tap that came twice: a short note says so, nobody has to close it. */
  readonly isDone: boolean

  constructor(
    code: string,
    details: Readonly<Record<string, string | number>> = {},
    { isDone = false }: { isDone?: boolean } = {},
  ) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.details = details
    this.isDone = isDone
  }
}

/** Which rule says no to something, at once or later; whatever else goes wrong there is thrown on. */
export const refusalOf = (work: () => Promise<unknown>): Promise<DomainError | undefined> =>
  Promise.try(work).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof DomainError) return error
      throw error
    },
  )

/** Whether a rule says no to it. */
export const isRefused = async (work: () => Promise<unknown>): Promise<boolean> =>
  (await refusalOf(work)) !== undefined
