import type { Clock } from '../../../platform/clock.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { FirmInvitationStore } from '../data/firm-invitation-store.ts'
import type { FirmStore } from '../data/firm-store.ts'
import type { MemberStore } from '../data/member-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import type { Firm } from '../domain/firm.ts'
import { peopleErrors } from '../domain/errors.ts'
import { mayDo } from '../domain/rights.ts'

export interface JoiningNeeds {
  firms: FirmStore
  members: MemberStore
  invitations: FirmInvitationStore
  roles: RoleStore
  clock: Clock
  /** Whether somebody can be told something: who has blocked the bot cannot. */
  isReachable(personId: number): Promise<boolean>
}

/** Whom to ask whether somebody belongs to a firm: its members, or the coordinators where none can be reached. */
export interface JoinRequest {
  firm: Firm
  /** How the person stands with the firm now. */
  state: 'member' | 'requested' | 'refused'
  askPersonIds: number[]
}

/** What a link into a firm is for, and how long it can be used. */
interface Invitation {
  /** Codes of activities. */
  invitedTo?: string[]
  forPersonId?: number | null
  daysOpen?: number
}

export type JoinAnswer = 'accept' | 'refuse' | 'overrule'

/** What a link led to; `forPersonId` is whom a colleague had entered before; `isNew` is false where they belonged to it. */
export interface Joined {
  /** Undefined: the link was for somebody of no firm. */
  firm: Firm | undefined
  isNew: boolean
  invitedTo: string[]
  forPersonId: number | null
}

/** Whom a link was made for, and by whom. */
export interface MeantFor {
  forPersonId: number
  createdBy: number | null
}

/** Ways into a firm: a link, a request, a new firm. */
export function inviteAndJoin({ firms, members, invitations, roles, clock, isReachable }: JoiningNeeds) {
  return {
    /**
     * A link that makes whoever taps it first a member of the firm; for members and coordinators. With `forPersonId` it is
     * for somebody already known, whom a colleague has entered.
     */
    async inviteToFirm(
      firmId: number,
      byPersonId: number | null,
      { invitedTo = [], forPersonId = null, daysOpen = 90 }: Invitation = {},
    ): Promise<string> {
      if (byPersonId !== null && !(await maySpeakFor(firmId, byPersonId))) throw notYours()
      return keep({ firmId, byPersonId, invitedTo, forPersonId, daysOpen })
    },

    /** A link for somebody known who belongs to no firm: whoever taps it and says that it is they takes over what is theirs. */
    async inviteKnown(
      forPersonId: number,
      byPersonId: number,
      { invitedTo = [], daysOpen = 90 }: Omit<Invitation, 'forPersonId'> = {},
    ): Promise<string> {
      if (!mayDo(await roles.of(byPersonId), 'movePeople')) throw notYours()
      return keep({ firmId: null, byPersonId, invitedTo, forPersonId, daysOpen })
    },

    /** Whom a link was made for, when that is somebody a colleague has entered and it is not they who made it. */
    async meantFor(token: string, personId: number): Promise<MeantFor | undefined> {
      const meant = await invitations.meantFor(hashToken(token))
      return meant?.createdBy === personId ? undefined : meant
    },

    /** Whether this person has taken over what was entered for the other one. */
    hasTakenOver: invitations.hasTakenOver,

    /** Whether somebody may make one more link for a colleague: taps alone must not fill the house. */
    async mustNotPileUp(firmId: number, byPersonId: number): Promise<void> {
      if ((await invitations.openOf(firmId, byPersonId)) >= mostOpenLinks)
        throw peopleErrors.linksUnused({ count: mostOpenLinks })
    },

    /** Whoever belongs to the firm already hears just that: a link tapped twice is no mistake, and another's stays unused. */
    async joinByLink(token: string, personId: number): Promise<Joined> {
      const hash = hashToken(token)
      const known = await invitations.read(hash)
      const firm = known?.firmId ? await firms.read(known.firmId) : undefined
      if (!known || (known.firmId !== null && !firm)) throw new DomainError('bot:errors.unknownLink')
      const { invitedTo, forPersonId, isOpen } = known
      if (isOpen && known.createdBy === personId) throw new DomainError('people:errors.ownLink')
      if (!firm && known.usedBy === personId) return { firm, invitedTo, forPersonId, isNew: false }
      if (firm && (known.usedBy === personId || (isOpen && forPersonId === null))) {
        const isMember = (await members.stateOf(firm.id, personId)) === 'member'
        if (isMember) return { firm, invitedTo, forPersonId, isNew: false }
      }
      if (!(await invitations.redeem(hash, personId))) throw new DomainError('bot:errors.unknownLink')
      if (firm) await members.setMember(firm.id, personId, 'member', null)
      return { firm, invitedTo, forPersonId, isNew: true }
    },

    /** Uses a link up for somebody who belongs to the firm already and has come for what else it leads to. */
    spend: (token: string, personId: number): Promise<boolean> =>
      invitations.redeem(hashToken(token), personId),

    /** A link that was taken back makes nobody a member any more; by its hash, as only that is kept. */
    takeBackLink: invitations.endOne,

    /**
     * Says that somebody belongs to a firm that they found by searching. Nothing of the firm is shown before a yes; after
     * a no its members are not asked again.
     */
    async requestToJoin(firmId: number, personId: number): Promise<JoinRequest> {
      const firm = await firms.read(firmId)
      if (!firm) throw new DomainError('bot:errors.staleButton')
      const state = await members.stateOf(firmId, personId)
      if (state === 'member' || state === 'requested' || state === 'refused')
        return { firm, state, askPersonIds: [] }
      await members.setMember(firmId, personId, 'requested', null)
      const askPersonIds = (await whoDecides(firmId)).filter((id) => id !== personId)
      return { firm, state: 'requested', askPersonIds }
    },

    /** Answers a request, once. Where it has been refused, a coordinator may still know better and says so. */
    async decideRequest(
      firmId: number,
      personId: number,
      byPersonId: number,
      answer: JoinAnswer,
    ): Promise<{ firm: Firm; isNew: boolean }> {
      const firm = await firms.read(firmId)
      if (!firm || byPersonId === personId || !(await maySpeakFor(firmId, byPersonId))) throw notYours()
      const isOverruled = answer === 'overrule'
      if (isOverruled && !mayDo(await roles.of(byPersonId), 'tendFirms')) throw notYours()
      const isNew = await members.answerRequest(firmId, personId, {
        from: isOverruled ? ['requested', 'refused'] : ['requested'],
        to: answer === 'refuse' ? 'refused' : 'member',
        by: byPersonId,
      })
      return { firm, isNew }
    },
  }

  async function keep(link: Required<Invitation> & { firmId: number | null; byPersonId: number | null }) {
    const { firmId, byPersonId, invitedTo, forPersonId, daysOpen } = link
    const token = newToken()
    await invitations.invite({
      ...{ firmId, invitedTo, forPersonId, tokenHash: hashToken(token), createdBy: byPersonId },
      expiresAt: clock.now().add({ hours: 24 * daysOpen }),
    })
    return token
  }

  async function whoDecides(firmId: number): Promise<number[]> {
    const known: number[] = []
    for (const id of await members.membersOf(firmId, 'member')) if (await isReachable(id)) known.push(id)
    if (known.length > 0) return known
    const grants = (await roles.all()).filter((grant) => mayDo([grant], 'tendFirms'))
    // A firm is nobody's activity: who runs a single one is asked only where nobody runs the whole house.
    const everywhere = grants.filter(({ activityCode }) => activityCode === null)
    return [...new Set((everywhere.length > 0 ? everywhere : grants).map(({ personId }) => personId))]
  }

  async function maySpeakFor(firmId: number, personId: number): Promise<boolean> {
    if ((await members.stateOf(firmId, personId)) === 'member') return true
    // Who runs some activities only does not run the firms: they see the whole house.
    return mayDo(await roles.of(personId), 'tendFirms')
  }
}

/** Links of one person for one firm that may wait to be used. */
const mostOpenLinks = 30

const notYours = () => new DomainError('people:errors.notYours')
