import { isByHand } from '../../../shared/by-hand.ts'
import type { Accounts, PersonsAccount } from '../../../bot/data/accounts.ts'
import type { Viewer } from '../../../bot/context.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { MemberStore } from '../data/member-store.ts'
import type { MoveStore } from '../data/move-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import { mayDo } from '../domain/rights.ts'

export interface MovePersonNeeds {
  accounts: Accounts
  members: MemberStore
  moves: MoveStore
  roles: RoleStore
}

/** Whom a link has moved. */
export interface Moved {
  personId: number
  /** The accounts that were this person's before. */
  former: PersonsAccount[]
  /** The person whom the new account stood for, whose things are now this one's. */
  alsoPersonId: number | null
}

/** Hours a link that moves a person stays good. */
const linkHours = 24

/** Somebody has a new Telegram account: a link takes them over with their applications and roles. */
export function movingPerson({ accounts, members, moves, roles }: MovePersonNeeds) {
  return {
    /** A link for the new account. Who has a role is moved by an owner only, or a link would give it away. */
    async invite(personId: number, byPersonId: number): Promise<string> {
      const own = await roles.of(byPersonId)
      if (!mayDo(own, 'movePeople')) throw new DomainError('people:errors.coordinatorsOnly')
      if (!mayDo(own, 'giveRoles') && (await roles.of(personId)).length > 0)
        throw new DomainError('people:errors.ownersOnly')
      const token = newToken()
      await moves.invite({ tokenHash: hashToken(token), personId, createdBy: byPersonId, hours: linkHours })
      return token
    },

    /** The account that follows the link is the person's from here on. What other rooms keep is theirs to hand over. */
    async follow(token: string, viewer: Viewer): Promise<Moved> {
      const move = await moves.redeem(hashToken(token), viewer.personId)
      if (!move) throw new DomainError('bot:errors.unknownLink')
      const { personId } = move
      // Whoever made it may have lost the right meanwhile.
      await mayStill(personId, move.createdBy)
      const former = (await accounts.ofPerson(personId)).filter(
        ({ userId }) => userId !== viewer.userId && !isByHand(userId),
      )
      for (const { userId } of former) await accounts.unlink(userId)
      const alsoPersonId = viewer.personId === personId ? null : viewer.personId
      if (alsoPersonId !== null) {
        await members.handOver(alsoPersonId, personId)
        await roles.handOver(alsoPersonId, personId)
      }
      await accounts.linkPerson(viewer.userId, personId)
      viewer.personId = personId
      return { personId, former, alsoPersonId }
    },
  }

  async function mayStill(personId: number, byPersonId: number): Promise<void> {
    const theirs = await roles.of(byPersonId)
    const isAllowed =
      mayDo(theirs, 'giveRoles') || (mayDo(theirs, 'movePeople') && (await roles.of(personId)).length === 0)
    if (!isAllowed) throw new DomainError('bot:errors.unknownLink')
  }
}
