import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Database } from '../../../platform/database.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { RequestStore } from '../data/request-store.ts'
import type { RoleStore } from '../data/role-store.ts'

export interface ErasePersonNeeds {
  database: Pick<Database, 'forget'>
  roles: Pick<RoleStore, 'allLocked'>
  requests: Pick<RequestStore, 'noteDone'>
  /** The corners of all rooms, in the order in which they are shown. */
  personalData(): readonly PersonalData[]
  /** Takes back what they have applied for; what it returns tells the coordinators afterwards, without a name. */
  withdrawFromAll(personId: number): Promise<() => Promise<void>>
}

/**
 * Erases somebody at their word, everywhere, in the transaction of that word. A seat is given back first; the last owner
 * stays, or nobody could let anybody in.
 */
export function erasePerson(needs: ErasePersonNeeds) {
  return async (personId: number): Promise<void> => {
    const owners = (await needs.roles.allLocked()).filter(({ role }) => role === 'owner')
    if (owners.length > 0 && owners.every((grant) => grant.personId === personId))
      throw new DomainError('privacy:errors.lastOwner')
    const tellCoordinators = await needs.withdrawFromAll(personId)
    // Later rooms hang on earlier ones.
    for (const room of needs.personalData().toReversed()) await room.erase(personId)
    await needs.requests.noteDone(personId, 'erasure')
    needs.database.forget()
    await tellCoordinators()
  }
}
