import type { Accounts, PersonsAccount } from '../../../bot/data/accounts.ts'
import type { Viewer } from '../../../bot/context.ts'
import { hashToken, newToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { MemberStore } from '../data/member-store.ts'
import type { MoveStore } from '../data/move-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import { isOwner, mayCoordinateEverything } from '../domain/roles.ts'

export interface MovePersonNeeds {
  accounts: Accounts
  members: MemberStore
  moves: MoveStore
  roles: RoleStore
  /** What other rooms keep about a person becomes another's. */
  handOver(fromPersonId: number, toPersonId: number): Promise<void>
}

/** Hours a link that moves a person stays good. */
const linkHours = 24

/** Somebody has a new Telegram account: a link takes them over with their applications and roles. */
export function movingPerson({ accounts, members, moves, roles, handOver }: MovePersonNeeds) {
  return {
    /** A link for the new account. Who has a role is moved by an owner only, or a link would give it away. */
    async invite(personId: number, byPersonId: number): Promise<string> {
      const own = await roles.of(byPersonId)
      if (!mayCoordinateEverything(own)) throw new DomainError('people:errors.coordinatorsOnly')
      if (!isOwner(own) && (await roles.of(personId)).length > 0)
        throw new DomainError('people:errors.ownersOnly')
      const token = newToken()
      await moves.invite({ tokenHash: hashToken(token), personId, createdBy: byPersonId, hours: linkHours })
      return token
    },

    /** The account that follows the link is the person's from here on; resolves with those that were it before. */
    async follow(token: string, viewer: Viewer): Promise<{ personId: number; former: PersonsAccount[] }> {
      const move = await moves.redeem(hashToken(token), viewer.personId)
      if (!move) throw new DomainError('bot:errors.unknownLink')
      const { personId } = move
      // Whoever made it may have lost the right meanwhile.
      await mayStill(personId, move.createdBy)
      const former = (await accounts.ofPerson(personId)).filter(({ userId }) => userId !== viewer.userId)
      for (const { userId } of former) await accounts.unlink(userId)
      if (viewer.personId !== null && viewer.personId !== personId) {
        await members.handOver(viewer.personId, personId)
        await roles.handOver(viewer.personId, personId)
        await handOver(viewer.personId, personId)
      }
      await accounts.linkPerson(viewer.userId, personId)
      viewer.personId = personId
      return { personId, former }
    },
  }

  async function mayStill(personId: number, byPersonId: number): Promise<void> {
    const theirs = await roles.of(byPersonId)
    const isAllowed =
      isOwner(theirs) || (mayCoordinateEverything(theirs) && (await roles.of(personId)).length === 0)
    if (!isAllowed) throw new DomainError('bot:errors.unknownLink')
  }
}
