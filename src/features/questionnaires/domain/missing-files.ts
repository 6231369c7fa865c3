import { fileNameIn } from './form-files.ts'
import type { FormIssue } from './xlsform/form-issue.ts'

/**
 * Of all files that a form names, a warning each, only those that are missing: one warning a sheet, at the first of them, with
 * their number and the first three names.
 */
export function missingOnly(
  warnings: readonly FormIssue[],
  isMissing: (name: string) => boolean,
): readonly FormIssue[] {
  const bySheet = Map.groupBy(
    warnings.filter((one) => isFile(one) && isMissing(nameIn(one))),
    ({ sheet }) => sheet,
  )
  return warnings.flatMap((one) => {
    if (!isFile(one)) return [one]
    const missing = bySheet.get(one.sheet) ?? []
    if (missing[0] !== one) return []
    const names = [...new Set(missing.map(nameIn))]
    return [{ ...one, found: names.slice(0, 3).join(', '), details: { count: names.length } }]
  })
}

const isFile = ({ code }: FormIssue): boolean => code === 'W_MEDIA_MISSING'

/** As it is compared; what stands in the cell may have been shortened. */
const nameIn = ({ details }: FormIssue): string => fileNameIn(String(details['file']))
