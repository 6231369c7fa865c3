import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Chat } from './bot/context.ts'
import { doorPersonalData } from './bot/data/personal-data.ts'
import { downloadFile } from './bot/download-file.ts'
import { askingAll } from './bot/asking-all.ts'
import type { Feature } from './bot/feature.ts'
import type { FrontDoor } from './bot/front-door.ts'
import type { Watch } from './bot/keep-watch.ts'
import type { PersonalData } from './bot/personal-data.ts'
import { homeCard } from './bot/home.ts'
import { followLink } from './bot/start.ts'
import { activities as openActivities, type ActivitiesNeeds } from './features/activities/index.ts'
import { broadcasts as openBroadcasts } from './features/broadcasts/index.ts'
import { correspondence as openCorrespondence } from './features/correspondence/index.ts'
import { documents as openDocuments } from './features/documents/index.ts'
import { itinerary as openItinerary } from './features/itinerary/index.ts'
import { people as openPeople } from './features/people/index.ts'
import { questionnaires as openQuestionnaires } from './features/questionnaires/index.ts'
import { reports as openReports } from './features/reports/index.ts'
import { uploads as openUploads } from './features/uploads/index.ts'
import type { Clock } from './platform/clock.ts'
import type { KeyRing } from './platform/crypto.ts'
import type { Database } from './platform/database.ts'
import type { Job, JobIds } from './platform/jobs.ts'
import type { Texts } from './platform/texts/open-texts.ts'
import { behindActivities } from './rooms-behind-activities.ts'
import { roundsOf } from './rooms-rounds.ts'
import type { Language } from './shared/localized-text.ts'

export interface RoomsNeeds {
  api: Api
  door: FrontDoor
  database: Database
  clock: Clock
  texts: Texts
  log: Logger
  keys: KeyRing
  homeTimeZone: string
  defaultLanguage: Language
  publicUrl: string | undefined
  botUsername: string
  /** Messages a second of the whole bot. */
  sendRate: number
  /** Queues a job with the current transaction. */
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** A room that goes by who takes part in what, and hears when that changes. */
export type LaterRoom = Pick<ActivitiesNeeds, 'participantsChanged'>

export type Rooms = ReturnType<typeof openRooms>

/** The rooms, each entering only those before it. A new room is its folder and its lines here. */
export function openRooms(needs: RoomsNeeds) {
  const { door } = needs
  const features: Feature[] = []
  const laterRooms: LaterRoom[] = []

  const later = askingAll(needs.database, features)

  const people = openPeople({
    ...needs,
    messenger: door.messenger,
    accounts: door.accounts,
    handMessages: door.rows.byHand,
    publishCommands: (userId, language, menu) => void door.profile.publishFor(userId, language, menu),
    showsAgain: later.showsAgain,
    laterPrivacyKeys: later.privacyKeys,
    showHome: async (chat: Chat) => chat.tell(await homeCard(chat, features)),
    runningActivities: (language, offset) => activities.running(language, offset),
    isRunning: (code) => activities.isRunning(code),
    pauseOthers: (chat) => later.pauseBut(chat, people.feature),
    followLink: (chat, payload) => followLink(chat, features, payload),
    applicationsOf: (firmId) => activities.applicationsOfFirm(firmId),
    mergeDoubts: (words, fromId, intoId) => activities.mergeDoubts(words, fromId, intoId),
    async moveFirm(fromId, intoId) {
      await activities.moveFirm(fromId, intoId)
      await questionnaires.moveFirm(fromId, intoId)
    },
    async handOver(chat, from, to) {
      await activities.handOver(chat, from, to)
      await questionnaires.handOver(from, to)
      await correspondence.handOver(from, to)
    },
    standingChanged: (personId) => activities.standings.ofPerson(personId),
    firmHasGrown: (firmId) => activities.standings.ofFirm(firmId),
    servingChanged: (personId) => itinerary.servingChanged(personId),
    catchUp: (personId) => activities.catchUp(personId),
    seatedOn: (personId) => activities.seatedOn(personId),
    openInvitedTo: (chat, codes) => activities.openInvitedTo(chat, codes),
    takeOver: (chat, from, to) => activities.takeOver(chat, from, to),
    zoneChosen: (personId) => activities.personChanged(personId),
    personalData: () => personalData(),
    withdrawFromAll: (personId) => activities.withdrawFromAll(personId),
    seatsOf: (personId, language) => activities.seatsOf(personId, language),
    personCorrected: (personId) => activities.personCorrected(personId),
    activityCodes: (ids) => activities.activityCodes(ids),
    forgets: () => [activities.journeys.forgets, questionnaires.forgets, documents.forgets],
    ended: (asked) => activities.journeys.ended(asked),
  })
  const open = { ...needs, people, messenger: door.messenger, accounts: door.accounts }
  const download = downloadFile(needs.api)
  const uploads = openUploads({ ...open, download })
  const activities = openActivities({
    ...open,
    uploads,
    laterDesk: later.desk,
    laterNumbers: later.numbers,
    laterActivityKeys: later.activityKeys,
    laterPersonCard: later.personCard,
    laterTripKeys: later.tripKeys,
    ...behindActivities(() => ({ questionnaires, documents, itinerary, broadcasts })),
    pauseOthers: (chat) => later.pauseBut(chat, activities.feature),
    async participantsChanged(activityId, applicationIds) {
      for (const room of laterRooms) await room.participantsChanged(activityId, applicationIds)
    },
  })
  const questionnaires = openQuestionnaires({
    ...open,
    download,
    activities,
    uploads,
    pauseOthers: (chat) => later.pauseBut(chat, questionnaires.feature),
  })
  const documents = openDocuments({
    ...open,
    download,
    activities,
    questionnaires,
    pauseOthers: (chat) => later.pauseBut(chat, documents.feature),
  })
  const itinerary = openItinerary({
    ...open,
    activities,
    pauseOthers: (chat) => later.pauseBut(chat, itinerary.feature),
  })
  const broadcasts = openBroadcasts({
    ...open,
    activities,
    questionnaires,
    documents,
    itinerary,
    pauseOthers: (chat) => later.pauseBut(chat, broadcasts.feature),
  })
  const correspondence = openCorrespondence({
    ...open,
    activities,
    itinerary,
    broadcasts,
    pauseOthers: (chat) => later.pauseBut(chat, correspondence.feature),
    showsAgain: async (chat) => void (await later.showsAgain(chat)),
  })
  const reports = openReports({ ...open, activities, questionnaires })
  laterRooms.push(itinerary, broadcasts)
  features.push(
    people.first,
    // A reply to a broadcast or to a letter is that, whatever else is open.
    correspondence.feature,
    broadcasts.feature,
    activities.feature,
    documents.feature,
    questionnaires.feature,
    itinerary.feature,
    uploads.feature,
    people.feature,
    // What nothing else takes is for the coordinators.
    correspondence.last,
    reports.feature,
  )

  const kept = [people, uploads, activities, questionnaires, documents, itinerary, broadcasts, correspondence]
  /** Erased from the last to the first: later rooms hang on earlier ones, and accounts go at the end. */
  const personalData = (): PersonalData[] => [
    doorPersonalData(needs.database, needs.clock, door.rows.byHand),
    ...kept.map((room) => room.personalData),
  ]
  return {
    personalData,
    features,
    laterRooms,
    jobs: kept.flatMap((room): readonly Job[] => room.jobs),
    people,
    uploads,
    activities,
    questionnaires,
    itinerary,
    broadcasts,
    correspondence,
    watches: [activities, questionnaires, itinerary, broadcasts, correspondence].flatMap(
      (room): readonly Watch[] => room.watches,
    ),
    rounds: roundsOf(
      { people, uploads, activities, questionnaires, documents, itinerary, broadcasts, correspondence },
      door.sweeps,
      needs.homeTimeZone,
    ),
  }
}
