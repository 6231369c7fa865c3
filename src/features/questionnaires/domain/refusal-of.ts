import { questionnaireErrors } from './errors.ts'
import type { Refusal } from './session/session.ts'

/** The form's own words where it has some, else ours. */
export const refusalOf = ({ kind, message }: Refusal) =>
  message
    ? questionnaireErrors.said(message)
    : kind === 'required'
      ? questionnaireErrors.required()
      : questionnaireErrors.notAccepted()
