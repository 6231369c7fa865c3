import { roleNames, scopeMistake, type Role } from '../../features/people/domain/roles.ts'
import { CannotStart } from '../../platform/cannot-start.ts'
import { readOptions } from './read-options.ts'

const usage = 'npm run invite -- --role owner|coordinator|partner|staff [--activity CODE]'
const mistakes = {
  partnerNeedsActivity: 'A partner’s role is given for one activity, so --activity is needed.',
  ownerEverywhere: 'An owner’s role cannot be limited to an activity, so --activity has to go.',
}

/** Which role a link is to give, and for which activity (`null`: everywhere). */
export function readInvitation(args: readonly string[]): { role: Role; activityCode: string | null } {
  const given = readOptions(args, ['role', 'activity'], usage)
  const role = roleNames.find((name) => name === given.role)
  if (!role) throw new CannotStart(`Which role? Write: ${usage}`)
  const activityCode = given.activity?.toUpperCase() ?? null
  const mistake = scopeMistake(role, activityCode)
  if (mistake) throw new CannotStart(`${mistakes[mistake]} Write: ${usage}`)
  return { role, activityCode }
}
