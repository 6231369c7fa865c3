import { DomainError } from '../../../shared/domain-error.ts'
import type { FirmInvitationStore } from '../data/firm-invitation-store.ts'
import type { FirmMerging } from '../data/firm-merging.ts'
import type { FirmStore } from '../data/firm-store.ts'
import type { MemberStore } from '../data/member-store.ts'
import type { RoleStore } from '../data/role-store.ts'
import type { Firm } from '../domain/firm.ts'
import { readFirmName } from '../domain/firm-name.ts'
import { mayDo } from '../domain/rights.ts'

export interface TendFirmsNeeds {
  firms: FirmStore
  members: MemberStore
  invitations: FirmInvitationStore
  merging: FirmMerging
  roles: RoleStore
  /** How many applications are in the name of a firm. */
  applicationsOf(firmId: number): Promise<number>
  /** Whatever other rooms keep about a firm is another's from here on. */
  moveFirm(fromId: number, intoId: number): Promise<void>
  standingChanged(personId: number): Promise<void>
  firmHasGrown(firmId: number): Promise<void>
}

/** What making two firms one will do. */
export interface MergePreview {
  from: Firm
  into: Firm
  people: number
  applications: number
}

/** Keeping the firms in order: renaming, making two one, letting somebody go. Only those who run the whole house may. */
export function tendingFirms(needs: TendFirmsNeeds) {
  const { firms, members, invitations, merging, roles } = needs

  async function mustRunTheHouse(personId: number | null): Promise<number> {
    if (personId === null || !mayDo(await roles.of(personId), 'tendFirms'))
      throw new DomainError('people:errors.coordinatorsOnly')
    return personId
  }

  async function known(firmId: number): Promise<Firm> {
    const firm = await firms.read(firmId)
    if (!firm) throw gone()
    return firm
  }

  async function preview(fromId: number, intoId: number): Promise<MergePreview> {
    if (fromId === intoId) throw gone()
    const [from, into] = [await known(fromId), await known(intoId)]
    const there = await members.peopleOf(fromId, 1000)
    return { from, into, people: there.length, applications: await needs.applicationsOf(fromId) }
  }

  return {
    mustRunTheHouse,
    known,
    preview,

    async rename(firmId: number, typed: string): Promise<Firm> {
      const firm = await known(firmId)
      const name = readFirmName(typed)
      await firms.update(firmId, { name })
      return { ...firm, name }
    },

    /** One firm becomes part of another; this cannot be taken back. Of two taps at once one does it. */
    async merge(fromId: number, intoId: number): Promise<MergePreview> {
      if (fromId === intoId || !(await merging.lock([fromId, intoId]))) throw gone()
      const what = await preview(fromId, intoId)
      await needs.moveFirm(fromId, intoId)
      await merging.merge(fromId, intoId)
      await needs.firmHasGrown(intoId)
      return what
    },

    /** Somebody no longer belongs to a firm; the links they have made for it end. */
    async leave(firmId: number, personId: number, byPersonId: number): Promise<Firm> {
      const firm = await known(firmId)
      const state = await members.stateOf(firmId, personId)
      if (state !== 'member' && state !== 'requested') throw gone()
      await members.setMember(firmId, personId, 'left', byPersonId)
      await invitations.endThoseOf(firmId, personId)
      await needs.standingChanged(personId)
      return firm
    },
  }
}

const gone = () => new DomainError('bot:errors.staleButton')
