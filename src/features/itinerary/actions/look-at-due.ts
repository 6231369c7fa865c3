import type { Activities, Activity } from '../../activities/index.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { DueFire } from '../data/reminders/due-fires.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { RuleStore } from '../data/reminders/rule-store.ts'
import type { WishStore } from '../data/reminders/wish-store.ts'
import { judgeFire, type Verdict } from '../domain/judge-fire.ts'
import type { ProgrammeItem } from '../domain/item.ts'
import { rings } from '../domain/rings.ts'
import { comesFromAnother } from '../domain/session.ts'
import { itemsFor } from '../domain/own-items.ts'
import { whereaboutsAt } from '../domain/whereabouts.ts'
import type { Serving } from './serving.ts'

export interface LookNeeds {
  activities: Pick<Activities, 'store' | 'travellers' | 'team'>
  people: Pick<People, 'roles'>
  items: Pick<ItemStore, 'shownOf'>
  rules: Pick<RuleStore, 'paused'>
  wishes: Pick<WishStore, 'ofPersons'>
  serving: Pick<Serving, 'of'>
  onBoard(itemIds: readonly number[], applicationIds: readonly number[]): Promise<Set<string>>
  homeTimeZone: string
}

export type RoomTraveller = Awaited<ReturnType<Activities['travellers']['of']>>[number]

/** A reminder that is due, what becomes of it, and all that its words need. */
export interface LookedAt {
  fire: DueFire
  verdict: Verdict
  activity: Activity | undefined
  item: ProgrammeItem | undefined
  /** Theirs, in the order of the programme. */
  items: readonly ProgrammeItem[]
  traveller: RoomTraveller | undefined
  zone: string
  rings: boolean
  dutyPhones: readonly string[]
}

export type LookAtDue = ReturnType<typeof lookingAtDue>

/** Looks at what is due: the same number of statements, however many reminders of an activity there are. */
export function lookingAtDue(needs: LookNeeds) {
  const { activities, people, items, rules, wishes, serving, onBoard, homeTimeZone } = needs

  return async (due: readonly DueFire[], now: Temporal.Instant): Promise<LookedAt[]> => {
    const activityIds = [...new Set(due.map(({ activityId }) => activityId))]
    const applicationIds = due.flatMap(({ applicationId }) => applicationId ?? [])
    const known = await activities.store.byIds(activityIds)
    const paused = await rules.paused(activityIds)
    const programme = Map.groupBy(await items.shownOf(activityIds), ({ activityId }) => activityId)
    const travellers = await travellersOf(due)
    const wished = await wishes.ofPersons([...new Set(due.map(({ personId }) => personId))])
    const aboard = await onBoard(
      due.flatMap(({ itemId }) => itemId ?? []),
      applicationIds,
    )
    const running = await coordinatorsAmong(due, known)
    const staff = await staffAmong(due, known)
    const phones = await dutyPhonesFor(due, known, now)

    return due.map((fire) => {
      const activity = known.get(fire.activityId)
      const isSeated = fire.applicationId !== null
      const works = staff.get(`${fire.activityId}/${fire.personId}`)
      const traveller = isSeated ? travellers.get(fire.applicationId) : owedBy(fire) ? undefined : works
      const all = programme.get(fire.activityId) ?? []
      const theirs = traveller ? itemsFor(all, traveller) : []
      const item = theirs.find(({ id }) => id === fire.itemId)
      const journey = works ? [] : theirs
      const zone = traveller ? whereaboutsAt(journey, traveller.homeZone, now).zone : homeTimeZone
      const takesPart =
        !isSeated && owedBy(fire)
          ? running.has(`${fire.activityId}/${fire.personId}`)
          : traveller?.personId === fire.personId
      const verdict = judgeFire(fire, {
        ...{ now, zone, isPaused: paused.has(fire.activityId) },
        isConcerned: takesPart && activity !== undefined && activity.state !== 'cancelled',
        // What it speaks of is not theirs any more.
        ...(fire.itemId !== null && !item ? { isConcerned: false } : {}),
        item: item ?? null,
        isOnBoard: aboard.has(`${fire.itemId}/${fire.applicationId}`),
      })
      const isNextTable = item !== undefined && comesFromAnother(item, theirs)
      const isMuted = wished.get(fire.personId)?.isMuted ?? false
      return {
        ...{ fire, verdict, activity, item, items: theirs, traveller, zone },
        rings: rings({ kind: fire.kind, item, isNextTable }, { now, zone, isMuted }),
        dutyPhones: phones.get(fire.activityId) ?? [],
      }
    })
  }

  async function travellersOf(due: readonly DueFire[]): Promise<Map<number, RoomTraveller>> {
    const found = new Map<number, RoomTraveller>()
    for (const [activityId, fires] of Map.groupBy(due, (fire) => fire.activityId)) {
      const ids = [...new Set(fires.flatMap(({ applicationId }) => applicationId ?? []))]
      for (const traveller of await activities.travellers.of(activityId, ids))
        found.set(traveller.applicationId, traveller)
    }
    return found
  }

  /** Which coordinators who are to be reminded still run the activity. */
  async function coordinatorsAmong(
    due: readonly DueFire[],
    known: ReadonlyMap<number, Activity>,
  ): Promise<Set<string>> {
    const running = new Set<string>()
    for (const { activityId, personId, applicationId } of due) {
      const code = known.get(activityId)?.code
      if (applicationId !== null || code === undefined) continue
      if (mayDo(await people.roles.of(personId), 'planProgramme', code))
        running.add(`${activityId}/${personId}`)
    }
    return running
  }

  /** Who of those who are to be reminded works at the activity still. */
  async function staffAmong(
    due: readonly DueFire[],
    known: ReadonlyMap<number, Activity>,
  ): Promise<Map<string, RoomTraveller>> {
    const ids = due.flatMap((fire) => (fire.applicationId === null && !owedBy(fire) ? [fire.activityId] : []))
    const found = new Map<string, RoomTraveller>()
    for (const activityId of new Set(ids)) {
      const activity = known.get(activityId)
      for (const one of activity ? await serving.of(activity) : [])
        found.set(`${activityId}/${one.personId}`, one)
    }
    return found
  }

  /** Whom to call, where somebody is told so: the phone of the activity, else the team on duty. */
  async function dutyPhonesFor(
    due: readonly DueFire[],
    known: ReadonlyMap<number, Activity>,
    now: Temporal.Instant,
  ): Promise<Map<number, string[]>> {
    const phones = new Map<number, string[]>()
    for (const { kind, activityId } of due) {
      if (kind !== 'eve' || phones.has(activityId)) continue
      const own = known.get(activityId)?.details['dutyPhone']
      const team = await activities.team.onDuty(activityId, now)
      const ofTeam = team.flatMap(({ phone }) => phone ?? [])
      phones.set(activityId, typeof own === 'string' ? [own] : ofTeam.slice(0, 2))
    }
    return phones
  }
}

/** Whether it is what a coordinator owes the Ministry. */
const owedBy = ({ kind }: Pick<DueFire, 'kind'>): boolean => kind === 'urge_begin' || kind === 'urge_freeze'
