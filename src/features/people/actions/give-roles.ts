import { hashToken, newToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { AuditStore } from '../data/audit-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import { mayDo } from '../domain/rights.ts'
import { scopeMistake, type Grant, type Role } from '../domain/roles.ts'

type Limited = Pick<Grant, 'role' | 'activityCode'>

/** The role a link led to; `isNew` is false where somebody has it already. */
export interface AcceptedRole extends Limited {
  isNew: boolean
}

/** Hours a link that gives a role stays good. */
const linkHours = 24

/** Giving and taking roles. Permission is read from the rows at each act, so taking one away works at the next tap. */
export function giveRoles({ roles, audit }: { roles: RoleStore; audit: Pick<AuditStore, 'note'> }) {
  /** A link that gives a role, once. While there is no owner yet, the newest owner's link is the only one that works. */
  async function invite(role: Role, activityCode: string | null): Promise<string> {
    const mistake = scopeMistake(role, activityCode)
    if (mistake) throw new DomainError(`people:errors.${mistake}`)
    if (role === 'owner') {
      await roles.lockOwners()
      if (!(await roles.hasOwner())) await roles.voidOwnerInvitations()
    }
    const token = newToken()
    await roles.invite(hashToken(token), role, activityCode, linkHours)
    return token
  }

  async function hasRole(personId: number, { role, activityCode }: Limited): Promise<boolean> {
    const grants = await roles.of(personId)
    return grants.some((grant) => grant.role === role && grant.activityCode === activityCode)
  }

  return {
    invite,

    /** The one link to the first owner; `undefined` once there is one. */
    async inviteFirstOwner(): Promise<string | undefined> {
      await roles.lockOwners()
      return (await roles.hasOwner()) ? undefined : invite('owner', null)
    },

    /** Whoever has the role already hears just that: a link tapped twice is no mistake, and another's stays unused. */
    async acceptRole(token: string, personId: number): Promise<AcceptedRole> {
      const hash = hashToken(token)
      const known = await roles.readInvitation(hash)
      const isTheirs = known && (known.isOpen || known.usedBy === personId)
      if (isTheirs && (await hasRole(personId, known))) return { ...known, isNew: false }
      const invitation = await roles.redeem(hash, personId)
      // Links of a time when a partner's could be made for the whole house end here as well.
      if (!invitation || scopeMistake(invitation.role, invitation.activityCode))
        throw new DomainError('bot:errors.unknownLink')
      await roles.grant(personId, invitation.role, invitation.activityCode)
      await audit.note({ byPersonId: personId, act: 'changed', what: 'role', aboutPersonIds: [personId] })
      return { ...invitation, isNew: true }
    },

    /** Ends a link that nobody has used yet; only an owner may. */
    async endLink(invitationId: number, byPersonId: number): Promise<Limited> {
      if (!mayDo(await roles.of(byPersonId), 'giveRoles')) throw new DomainError('people:errors.ownersOnly')
      const ended = await roles.voidInvitation(invitationId)
      if (!ended) throw new DomainError('people:errors.linkEnded')
      await audit.note({ byPersonId, act: 'changed', what: 'role' })
      return ended
    },

    /** Takes a role away; only an owner may, and the last owner stays. */
    async revoke(grantId: number, byPersonId: number): Promise<Grant> {
      const all = await roles.allLocked()
      const grant = all.find(({ id }) => id === grantId)
      if (
        !mayDo(
          all.filter(({ personId }) => personId === byPersonId),
          'giveRoles',
        )
      )
        throw new DomainError('people:errors.ownersOnly')
      if (!grant) throw new DomainError('bot:errors.staleButton')
      if (grant.role === 'owner' && all.filter(({ role }) => role === 'owner').length === 1)
        throw new DomainError('people:errors.lastOwner')
      await roles.revoke(grantId)
      await audit.note({ byPersonId, act: 'changed', what: 'role', aboutPersonIds: [grant.personId] })
      return grant
    },
  }
}
