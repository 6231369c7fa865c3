import { cleanLine, lengthOf } from '../../../shared/clean-text.ts'
import { hasIdentityNumber } from '../../../shared/identity-number.ts'
import { isLanguage, type Language, type LocalizedText } from '../../../shared/localized-text.ts'
import { peopleErrors } from './errors.ts'

/** Who answers for the personal data, and where people write about them. */
export interface Controller {
  name: LocalizedText
  address: string | null
  contactEmail: string | null
  contactPhone: string | null
}

/** What an owner tells about it, in the order in which it is asked. */
export const controllerFields = ['name', 'address', 'email', 'phone'] as const

export type ControllerField = (typeof controllerFields)[number]

/** The first thing a notice cannot do without that has not been told; a telephone is not among them. */
export function missingField(controller: Controller | undefined): ControllerField | undefined {
  if (Object.keys(controller?.name ?? {}).length === 0) return 'name'
  if (!controller?.address) return 'address'
  return controller.contactEmail ? undefined : 'email'
}

/** Reads a name: one line, or one for each language, "tr: Eskişehir Sanayi Odası". */
export function readControllerName(text: string, language: Language): LocalizedText {
  const lines = text.split('\n').map(cleanLine).filter(Boolean)
  const told = lines.map((line) => /^(\w\w)\s*[:=]\s*(.+)$/.exec(line))
  const names = told.every((found) => found && isLanguage(found[1]?.toLowerCase()))
    ? Object.fromEntries(told.map((found) => [found?.[1]?.toLowerCase() ?? '', readLine(found?.[2] ?? '')]))
    : { [language]: readLine(text) }
  if (lines.length === 0) throw peopleErrors.textMissing()
  return names
}

/** An address or a name: one line of at most 200 characters. */
export function readLine(text: string): string {
  const line = cleanLine(text)
  if (!line) throw peopleErrors.textMissing()
  if (hasIdentityNumber(line)) throw peopleErrors.identityNumber()
  const length = lengthOf(line)
  if (length > 200) throw peopleErrors.textTooLong({ length, max: 200 })
  return line
}
