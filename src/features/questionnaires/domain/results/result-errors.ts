import { DomainError } from '../../../../shared/domain-error.ts'
import type { ResultAccess } from './result-set.ts'

const refusal = (name: string, details: Record<string, string | number> = {}, isDone = false) =>
  new DomainError(`formresults:errors.${name}`, details, { isDone })

/** Why results are not shown. Sentences: `locales/<language>/formresults.json`. */
export const resultErrors = {
  notShown: (access: Exclude<ResultAccess, { kind: 'shown' }>, submitted: number) =>
    refusal(access.kind, {
      count: submitted,
      ...(access.kind === 'tooFew' ? { fewest: access.fewest } : {}),
    }),
  underWay: () => refusal('underWay', {}, true),
  over: () => refusal('over', {}, true),
  notYours: () => refusal('notYours'),
}
