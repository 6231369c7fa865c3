import type { Firm, People } from '../../people/index.ts'
import type { Application } from '../domain/application.ts'

/** How somebody stands with the firm they apply for; `unasked` until their application is handed in. */
export type FirmStanding = 'member' | 'requested' | 'refused' | 'unasked'

export interface FirmOfApplication {
  firm: Firm | undefined
  firmStanding: FirmStanding
}

/** The firm of an application, and whether its people have confirmed who applies; who was entered by a colleague is theirs. */
export async function firmOf(
  people: People,
  { firmId, personId, filledBy, answers }: Application,
): Promise<FirmOfApplication> {
  if (firmId === null) return { firm: undefined, firmStanding: answers.newFirm ? 'member' : 'unasked' }
  const firm = await people.firms.read(firmId)
  const own = await people.members.stateOf(firmId, personId)
  const isVouchedFor =
    own === undefined && filledBy !== null && (await people.members.stateOf(firmId, filledBy)) === 'member'
  const state = isVouchedFor ? 'member' : own
  return { firm, firmStanding: state === undefined || state === 'left' ? 'unasked' : state }
}
