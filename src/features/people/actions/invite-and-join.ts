import type { Clock } from '../../../platform/clock.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { FirmStore } from '../data/firm-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import type { Firm } from '../domain/firm.ts'
import { mayCoordinateEverything } from '../domain/roles.ts'

export interface JoiningNeeds {
  firms: FirmStore
  roles: RoleStore
  clock: Clock
}

/** Whom to ask whether somebody belongs to a firm: its members, or the coordinators where there is none. */
export interface JoinRequest {
  firm: Firm
  askPersonIds: number[]
}

/** What a link led to; `forPersonId` is whom a colleague had entered before. */
export interface Joined {
  firm: Firm
  invitedTo: string[]
  forPersonId: number | null
}

/** Ways into a firm: a link, a request, a new firm. */
export function inviteAndJoin({ firms, roles, clock }: JoiningNeeds) {
  return {
    /**
     * A link that makes whoever taps it first a member of the firm; for members and coordinators. Days: 90. With
     * `forPersonId` it is for somebody already known, whom a colleague has entered.
     */
    async inviteToFirm(
      firmId: number,
      byPersonId: number | null,
      invitedTo: string[] = [],
      forPersonId: number | null = null,
    ): Promise<string> {
      if (byPersonId !== null && !(await maySpeakFor(firmId, byPersonId))) throw notYours()
      const token = newToken()
      await firms.invite({
        firmId,
        tokenHash: hashToken(token),
        invitedTo,
        forPersonId,
        createdBy: byPersonId,
        expiresAt: clock.now().add({ hours: 24 * 90 }),
      })
      return token
    },

    async joinByLink(token: string, personId: number): Promise<Joined> {
      const hash = hashToken(token)
      const redeemed = (await firms.redeem(hash, personId)) ?? (await firms.hasRedeemed(hash, personId))
      const firm = redeemed && (await firms.read(redeemed.firmId))
      if (!firm && (await firms.hasMade(hash, personId))) throw new DomainError('people:errors.ownLink')
      if (!firm) throw new DomainError('bot:errors.unknownLink')
      await firms.setMember(firm.id, personId, 'member', null)
      return { firm, invitedTo: redeemed.invitedTo, forPersonId: redeemed.forPersonId }
    },

    /** Says that somebody belongs to a firm that they found by searching. Nothing of the firm is shown before a yes. */
    async requestToJoin(firmId: number, personId: number): Promise<JoinRequest | undefined> {
      const state = await firms.stateOf(firmId, personId)
      if (state === 'member' || state === 'requested') return undefined
      const firm = await firms.read(firmId)
      if (!firm) throw new DomainError('bot:errors.staleButton')
      await firms.setMember(firmId, personId, 'requested', null)
      return { firm, askPersonIds: (await whoDecides(firmId)).filter((id) => id !== personId) }
    },

    async decideRequest(
      firmId: number,
      personId: number,
      byPersonId: number,
      isAccepted: boolean,
    ): Promise<{ firm: Firm; isNew: boolean }> {
      const firm = await firms.read(firmId)
      if (!firm || byPersonId === personId || !(await maySpeakFor(firmId, byPersonId))) throw notYours()
      const state = isAccepted ? 'member' : 'refused'
      return { firm, isNew: await firms.answerRequest(firmId, personId, state, byPersonId) }
    },
  }

  async function whoDecides(firmId: number): Promise<number[]> {
    const members = await firms.membersOf(firmId, 'member')
    if (members.length > 0) return members
    const grants = (await roles.all()).filter((grant) => mayCoordinateEverything([grant]))
    // A firm is nobody's activity: who runs a single one is asked only where nobody runs the whole house.
    const everywhere = grants.filter(({ activityCode }) => activityCode === null)
    return [...new Set((everywhere.length > 0 ? everywhere : grants).map(({ personId }) => personId))]
  }

  async function maySpeakFor(firmId: number, personId: number): Promise<boolean> {
    if ((await firms.stateOf(firmId, personId)) === 'member') return true
    // Who runs some activities only does not run the firms: they see the whole house.
    return mayCoordinateEverything(await roles.of(personId))
  }
}

const notYours = () => new DomainError('people:errors.notYours')
