import { DomainError } from '../../../src/shared/domain-error.ts'

/** The code and details of the refusal an act ends in; `undefined` when it is not refused. */
export function refusalOf(act: () => unknown): [code: string, details: object] | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details]
    throw error
  }
}
