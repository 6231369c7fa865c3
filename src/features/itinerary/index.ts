import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import { openWork } from '../../bot/drafts/open-work.ts'
import type { DeskNumber, Feature } from '../../bot/feature.ts'
import { ownProgrammes } from './actions/own-programme.ts'
import { readingScene, type Scene } from './actions/read-scene.ts'
import { runsActivity } from './actions/runs-activity.ts'
import { dutyPhones } from './actions/duty-phones.ts'
import { servingStaff } from './actions/serving.ts'
import { whoFollowsChanges } from './actions/who-follows-changes.ts'
import { phonesOfPersons } from './data/boarding/phones-of-persons.ts'
import { whereIs } from './actions/where-is.ts'
import { programmeOnCard } from './chat/person-card.ts'
import { nextItems } from './chat/next-items.ts'
import { openBoarding } from './boarding.ts'
import { openCalendar } from './calendar.ts'
import { delivering, ownFates } from './chat/delivering.ts'
import { deliveryStore, type DeliveryFate } from './data/changes/delivery-store.ts'
import { lostDeliveries } from './data/changes/lost-deliveries.ts'
import { endLostDeliveries } from './jobs/end-lost-deliveries.ts'
import { itemStore } from './data/programme/item-store.ts'
import { itineraryPersonalData } from './data/personal-data.ts'
import { personsNamed } from './data/persons-named.ts'
import { ruleStore } from './data/reminders/rule-store.ts'
import type { ItineraryNeeds, Room } from './needs.ts'
import { openProgramme } from './programme.ts'
import { openReminding } from './reminding.ts'
import { openSeeing } from './seeing.ts'
import { openTelling } from './telling.ts'
import { attended } from './data/boarding/attended.ts'

export type { ItineraryNeeds }
export type { NextItem } from './chat/next-items.ts'
export type Itinerary = ReturnType<typeof itinerary>

/** Itinerary: everybody at the right place at the right time, and told when that changes. */
export function itinerary(needs: ItineraryNeeds) {
  const deliveries = deliveryStore(needs.database, needs.clock)
  const items = itemStore(needs.database, needs.clock)
  const serving = servingStaff({ ...needs, phones: phonesOfPersons(needs.database) })
  const room: Room = {
    ...needs,
    items,
    deliveries,
    deliver: delivering({ ...needs, deliveries }),
    rules: ruleStore(needs.database, needs.clock),
    runs: runsActivity(needs),
    serving,
    ownProgrammes: ownProgrammes({ ...needs, items, serving }),
    readScene: readingScene({ ...needs, items }),
  }
  const reminding = openReminding(room)
  const telling = openTelling(room)
  const seeing = openSeeing(room)
  const replan = async (scene: Scene): Promise<void> => {
    await reminding.replan(scene)
    await seeing.touch(scene)
  }
  const programme = openProgramme({
    ...room,
    replan,
    noteChanges: telling.noteChanges,
    preview: reminding.preview,
  })
  const calendar = openCalendar(room)
  const boarding = openBoarding(room)
  const parts = [programme, seeing, calendar, boarding, telling, reminding].map(({ part }) => part)

  const chat = new Composer<Chat>()
  for (const { chats = [] } of parts) chat.use(...chats)

  const open = openWork(parts.flatMap((part) => part.open ?? []))
  chat.use(open.chat)

  const learn = async (fates: readonly DeliveryFate[]) => telling.notArrived(await deliveries.learn(fates))

  const feature: Feature = {
    name: 'itinerary',
    ...open,
    chat,
    personCard: programmeOnCard(needs),
    tripKeys: seeing.tripKeys,
    learnsFates: (fates) => learn(ownFates(fates)),
    links: Object.assign({}, ...parts.map(({ links = {} }) => links)) as NonNullable<Feature['links']>,
    activityKeys: (words, activityId) =>
      parts.flatMap((part) => part.activityKeys?.(words, activityId) ?? []),
    async deskNumbers(words, reach) {
      const numbers: DeskNumber[] = []
      for (const part of parts) numbers.push(...((await part.deskNumbers?.(words, reach)) ?? []))
      return numbers
    },
    async home(seen) {
      for (const { home } of parts) {
        const said = await home?.(seen)
        if (said) return said
      }
      return undefined
    },
  }

  return {
    feature,
    publish: programme.publish,
    /** In which zone people are, as far as a trip of theirs says it. */
    whereIs: whereIs({ ...needs, items }),
    /** Who of these people wants to be told without a sound. */
    mutedAmong: reminding.mutedAmong,
    missingFrom: boarding.missingFrom,
    departures: boarding.departures,
    /** The coordinators of an activity who are on duty; all of them where nobody is. */
    onDuty: whoFollowsChanges({
      ...needs,
      phones: phonesOfPersons(needs.database),
      watchers: { of: () => Promise.resolve([]) },
    }),
    /** Who was at a mandatory item or on board, by application. */
    attended: attended(needs.database),
    /** What comes next for people on a trip, in words. */
    nextItems: nextItems({ ...needs, items }),
    /** A short question about somebody's own programme, answered out of it. */
    shortAnswer: seeing.shortAnswer,
    /** Whom to call at any hour. */
    dutyPhones: dutyPhones(needs),
    /** The programme as a workbook brings it. */
    workbook: programme.workbook,
    /** What is fetched from outside: calendars. */
    routes: calendar.routes,
    /** Whoever is approved for an activity, or what is known of them, has changed: in the same transaction. */
    async participantsChanged(activityId: number, applicationIds: readonly number[] | 'all'): Promise<void> {
      const scene = await room.readScene(activityId, applicationIds)
      if (!scene) return
      await replan(scene)
      await telling.participantsChanged(scene)
    },
    /** Somebody has come to work at an activity, or is known by another number there. */
    async servingChanged(personId: number): Promise<void> {
      for (const { activity } of await serving.ofPerson(personId)) {
        const scene = await room.readScene(activity.id, 'all')
        if (scene) await reminding.replan(scene)
      }
    },
    jobs: parts.flatMap(({ jobs = [] }) => jobs),
    watches: [
      ...parts.flatMap(({ watches = [] }) => watches),
      endLostDeliveries({ ...needs, lost: lostDeliveries(needs.database), learn }),
    ],
    sweeps: [...parts.flatMap(({ sweeps = [] }) => sweeps), ...deliveries.sweeps],
    personsNamed,
    personalData: itineraryPersonalData(needs.database, needs.clock),
  }
}
