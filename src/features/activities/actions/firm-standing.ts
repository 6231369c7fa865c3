import type { People } from '../../people/index.ts'
import type { Application } from '../domain/application.ts'
import type { WaitReason } from '../domain/seats.ts'

/** How somebody stands with the firm they apply for; `unasked` until their application is handed in. */
export type FirmStanding = 'member' | 'requested' | 'refused' | 'unasked'

/** Whether the firm's people have confirmed who applies; who was entered by one of them is theirs. */
export async function firmStanding(
  { members }: Pick<People, 'members'>,
  { firmId, personId, filledBy, answers }: Application,
): Promise<FirmStanding> {
  if (firmId === null) return answers.newFirm ? 'member' : 'unasked'
  const own = await members.stateOf(firmId, personId)
  const isVouchedFor =
    own === undefined && filledBy !== null && (await members.stateOf(firmId, filledBy)) === 'member'
  const state = isVouchedFor ? 'member' : own
  return state === undefined || state === 'left' ? 'unasked' : state
}

/** Why it stands as it does, as far as the person may know it: who else is in a firm is for those who belong to it. */
export async function reasonToSay<Reason extends string | null | undefined>(
  people: Pick<People, 'members'>,
  application: Application,
  reason: Reason,
): Promise<Reason | undefined> {
  if (reason !== ('firmQuota' satisfies WaitReason)) return reason
  return (await firmStanding(people, application)) === 'member' ? reason : undefined
}
