import { nearest } from '../nearest.ts'
import type { FormReport } from './form-issue.ts'
import type { FormRow } from './form-table.ts'
import { profileFields, type ProfileField } from './profile-fields.ts'

/** Reads which field of the firm or the person a question is about. */
export function readProfile(row: FormRow, report: FormReport): ProfileField | undefined {
  const text = row.get('heyet_profile')
  if (text === '') return undefined
  const field = profileFields.find((one) => one === text.toLowerCase())
  if (field) return field
  const place = row.place('heyet_profile')
  const meant =
    nearest(text, profileFields) ?? profileFields.find((one) => one.endsWith(`.${text.toLowerCase()}`))
  if (meant) report('E_PROFILE_UNKNOWN_NEAR', place, text, { nearest: meant })
  else report('E_PROFILE_UNKNOWN', place, text, { allowed: profileFields.join(', ') })
  return undefined
}
