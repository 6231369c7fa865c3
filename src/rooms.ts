import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Chat } from './bot/context.ts'
import { doorPersonalData } from './bot/data/personal-data.ts'
import { downloadFile } from './bot/download-file.ts'
import type { DeskNumber, Feature, HomePart } from './bot/feature.ts'
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

  /** One thing is filled in at a time: what somebody has open elsewhere is laid aside. */
  const pausesBut = async (chat: Chat, own: Feature) => {
    for (const feature of features) if (feature !== own) await feature.pauses?.(chat)
  }

  const people = openPeople({
    ...needs,
    messenger: door.messenger,
    accounts: door.accounts,
    handMessages: door.rows.byHand,
    publishCommands: (userId, language, isCoordinator) =>
      void door.profile.publishFor(userId, language, isCoordinator),
    async showsAgain(chat) {
      for (const { showsAgain } of features) if (await showsAgain?.(chat)) return true
      return false
    },
    async laterPrivacyKeys(chat) {
      const rows: Awaited<ReturnType<NonNullable<Feature['privacyKeys']>>> = []
      for (const { privacyKeys } of features) rows.push(...((await privacyKeys?.(chat)) ?? []))
      return rows
    },
    showHome: async (chat: Chat) => chat.tell(await homeCard(chat, features)),
    runningActivities: (language, offset) => activities.running(language, offset),
    isRunning: (code) => activities.isRunning(code),
    pauseOthers: (chat) => pausesBut(chat, people.feature),
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
  const laterDesk: ActivitiesNeeds['laterDesk'] = (words) => {
    const parts = features.flatMap(({ desk }) => desk?.(words) ?? [])
    return {
      ways: parts.flatMap(({ ways }) => ways),
      templates: parts.flatMap(({ templates }) => templates),
    }
  }
  const open = { ...needs, people, messenger: door.messenger, accounts: door.accounts }
  const download = downloadFile(needs.api)
  const uploads = openUploads({ ...open, download })
  const activities = openActivities({
    ...open,
    uploads,
    laterDesk,
    async laterNumbers(words, reach) {
      const numbers: DeskNumber[] = []
      for (const { deskNumbers } of features) numbers.push(...((await deskNumbers?.(words, reach)) ?? []))
      return numbers
    },
    lacking: (activityId, what) =>
      what === 'form' ? questionnaires.lacking(activityId) : documents.missing.lacking(activityId),
    laterActivityKeys: (words, activityId) =>
      features.flatMap(({ activityKeys }) => activityKeys?.(words, activityId) ?? []),
    async laterPersonCard(words, whose) {
      const parts: HomePart = { lines: [], buttons: [] }
      for (const { personCard } of features) {
        const part = await personCard?.(words, whose)
        parts.lines.push(...(part?.lines ?? []))
        parts.buttons.push(...(part?.buttons ?? []))
      }
      return parts
    },
    programme: {
      read: (activityId) => itinerary.workbook.read(activityId),
      touched: (activityId, items, people) => itinerary.workbook.touched(activityId, items, people),
      publish: (activityId, items, by) => itinerary.workbook.publish(activityId, items, by),
    },
    attended: (activityId) => itinerary.attended(activityId),
    async forgetTravel(personId, activityId) {
      await questionnaires.forgetTravel(personId, activityId)
      await documents.forgetOf(personId, activityId)
    },
    findForms: (formIds) => questionnaires.findForms(formIds),
    applicationForms: {
      open: (draft) => questionnaires.applicationForms.open(draft),
      revision: (draft) => questionnaires.applicationForms.revision(draft),
      ended: (draft) => questionnaires.applicationForms.ended(draft),
      handIn: (chat, draft) => questionnaires.applicationForms.handIn(chat, draft),
      shown: (applicationId) => questionnaires.applicationForms.shown(applicationId),
      follows: (applicationId) => questionnaires.applicationForms.follows(applicationId),
      reopened: (application) => questionnaires.applicationForms.reopened(application),
      handInAgain: (chat, application) => questionnaires.applicationForms.handInAgain(chat, application),
      closeAgain: (applicationId) => questionnaires.applicationForms.closeAgain(applicationId),
    },
    pauseOthers: (chat) => pausesBut(chat, activities.feature),
    async easeOf(personIds, at) {
      return {
        zones: await itinerary.whereIs(personIds, at),
        muted: await itinerary.mutedAmong(personIds),
        wantNoNews: await broadcasts.optedOutAmong(personIds),
      }
    },
    async participantsChanged(activityId, applicationIds) {
      for (const room of laterRooms) await room.participantsChanged(activityId, applicationIds)
    },
  })
  const questionnaires = openQuestionnaires({
    ...open,
    download,
    activities,
    uploads,
    pauseOthers: (chat) => pausesBut(chat, questionnaires.feature),
  })
  const documents = openDocuments({
    ...open,
    download,
    activities,
    questionnaires,
    pauseOthers: (chat) => pausesBut(chat, documents.feature),
  })
  const itinerary = openItinerary({
    ...open,
    activities,
    pauseOthers: (chat) => pausesBut(chat, itinerary.feature),
  })
  const broadcasts = openBroadcasts({
    ...open,
    activities,
    questionnaires,
    documents,
    itinerary,
    pauseOthers: (chat) => pausesBut(chat, broadcasts.feature),
  })
  const correspondence = openCorrespondence({
    ...open,
    activities,
    itinerary,
    broadcasts,
    pauseOthers: (chat) => pausesBut(chat, correspondence.feature),
    async showsAgain(chat) {
      for (const { showsAgain } of features) if (await showsAgain?.(chat)) return
    },
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

  /** Erased from the last to the first: later rooms hang on earlier ones, and accounts go at the end. */
  const personalData = (): PersonalData[] => [
    doorPersonalData(needs.database, needs.clock),
    ...[people, uploads, activities, questionnaires, documents, itinerary, broadcasts, correspondence].map(
      (room) => room.personalData,
    ),
  ]
  const jobs: Job[] = [
    ...people.jobs,
    ...uploads.jobs,
    ...activities.jobs,
    ...questionnaires.jobs,
    ...documents.jobs,
    ...itinerary.jobs,
    ...broadcasts.jobs,
    ...correspondence.jobs,
  ]
  return {
    personalData,
    features,
    laterRooms,
    jobs,
    people,
    uploads,
    activities,
    questionnaires,
    itinerary,
    broadcasts,
    correspondence,
    watches: [
      ...activities.watches,
      ...questionnaires.watches,
      ...itinerary.watches,
      ...broadcasts.watches,
      ...correspondence.watches,
    ] satisfies Watch[],
    rounds: roundsOf(
      { people, uploads, activities, questionnaires, documents, itinerary, broadcasts, correspondence },
      door.sweeps,
      needs.homeTimeZone,
    ),
  }
}
