import { DomainError } from '../../../shared/domain-error.ts'

/** What can be said against publishing a workbook or a list of firms. Sentences: `locales/<language>/uploads.json`. */
export const uploadErrors = {
  notYourActivity: (code: string) => new DomainError('uploads:errors.notYourActivity', { code }),
  firmList: () => new DomainError('uploads:errors.firmList'),
}
