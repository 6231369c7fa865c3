import { DomainError } from '../../../../shared/domain-error.ts'
import type { ResultAccess } from './result-set.ts'

/** Why results are not shown. Sentences: `locales/<language>/formresults.json`. */
export const resultErrors = {
  notShown: (access: Exclude<ResultAccess, { kind: 'shown' }>, submitted: number) =>
    new DomainError(`formresults:errors.${access.kind}`, {
      count: submitted,
      ...(access.kind === 'tooFew' ? { fewest: access.fewest } : {}),
    }),
}
