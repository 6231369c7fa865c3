import { hashToken, newToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { RoleStore } from '../data/role-store.ts'
import { isOwner, type Grant, type Role } from '../domain/roles.ts'

/** Hours a link that gives a role stays good. */
const linkHours = 24

/** Giving and taking roles. Permission is read from the rows at each act, so taking one away works at the next tap. */
export function giveRoles({ roles }: { roles: RoleStore }) {
  async function invite(role: Role, activityCode: string | null): Promise<string> {
    const token = newToken()
    await roles.invite(hashToken(token), role, activityCode, linkHours)
    return token
  }

  return {
    invite,

    /** The one link to the first owner; `undefined` once there is one. Former links end. */
    async inviteFirstOwner(): Promise<string | undefined> {
      await roles.lockOwners()
      if (await roles.hasOwner()) return undefined
      await roles.voidOwnerInvitations()
      return invite('owner', null)
    },

    async acceptRole(token: string, personId: number): Promise<{ role: Role; activityCode: string | null }> {
      const invitation = await roles.redeem(hashToken(token))
      if (!invitation) throw new DomainError('bot:errors.unknownLink')
      const known = await roles.of(personId)
      const hasIt = known.some(
        (g) => g.role === invitation.role && g.activityCode === invitation.activityCode,
      )
      if (!hasIt) await roles.grant(personId, invitation.role, invitation.activityCode)
      return invitation
    },

    /** Takes a role away; only an owner may, and the last owner stays. */
    async revoke(grantId: number, byPersonId: number): Promise<Grant> {
      const all = await roles.allLocked()
      const grant = all.find(({ id }) => id === grantId)
      if (!isOwner(all.filter(({ personId }) => personId === byPersonId)))
        throw new DomainError('people:errors.ownersOnly')
      if (!grant) throw new DomainError('bot:errors.staleButton')
      if (grant.role === 'owner' && all.filter(({ role }) => role === 'owner').length === 1)
        throw new DomainError('people:errors.lastOwner')
      await roles.revoke(grantId)
      return grant
    },
  }
}
