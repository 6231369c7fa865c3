import { DomainError } from '../../../shared/domain-error.ts'

const refusal = (name: string, details: Record<string, string | number> = {}) =>
  new DomainError(`documents:errors.${name}`, details)

/** What documents refuse. Sentences: `locales/<language>/documents.json`. */
export const documentErrors = {
  gone: () => refusal('gone'),
  notYours: () => refusal('notYours'),
  nothingAsked: () => refusal('nothingAsked'),
  tooLarge: (megabytes: number) => refusal('tooLarge', { megabytes }),
  noFile: () => refusal('noFile'),
  reasonTooLong: (length: number, most: number) => refusal('reasonTooLong', { length, max: most }),
}
