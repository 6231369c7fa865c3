import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import type { Feature } from '../../bot/feature.ts'
import type { DownloadFile } from '../../bot/download-file.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Activities } from '../activities/index.ts'
import type { Uploads } from '../uploads/index.ts'
import type { People } from '../people/index.ts'
import { addressableForms } from './actions/addressable-forms.ts'
import { entitled } from './actions/entitled.ts'
import { findForms } from './actions/find-forms.ts'
import { deskRights } from './actions/desk-rights.ts'
import { toldOnActivities, toldOnActivity } from './actions/told-on-activity.ts'
import { publishForm } from './actions/publish-form.ts'
import { openDesk, type DeskNeeds } from './desk.ts'
import { openRespondents } from './respondents.ts'
import { audienceOf } from './audience.ts'
import { attachmentReads } from './data/attachments.ts'
import { requestStore } from './data/requests/request-store.ts'
import { questionnairesPersonalData } from './data/personal-data.ts'
import { forgetTravel } from './data/forget-travel.ts'
import { journeyWords } from './data/journey-words.ts'
import { journeysKept } from './data/journeys-kept.ts'
import { lackingForm } from './data/lacking-form.ts'
import { movingResponses } from './data/moving.ts'
import { personsNamed } from './data/persons-named.ts'
import { pickedPeopleStore } from './data/requests/picked-people.ts'
import { toldFacts } from './data/results/told-facts.ts'
import { questionnaireStore } from './data/questionnaire-store.ts'
import { responseStore } from './data/response-store.ts'
import { formFileStore } from './data/files/form-files.ts'
import { fetchFormFile } from './jobs/fetch-form-file.ts'

export interface QuestionnairesNeeds extends Pick<DeskNeeds, 'texts' | 'log' | 'messenger' | 'accounts'> {
  database: Database
  clock: Clock
  people: People
  activities: Activities
  homeTimeZone: string
  botUsername: string
  uploads: Uploads
  keys: Pick<KeyRing, 'seal' | 'open' | 'sealBytes' | 'openBytes'>
  download: DownloadFile
  sendJob(name: string, ids: JobIds): Promise<void>
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
}

export type Questionnaires = ReturnType<typeof questionnaires>

/** Questionnaires: coordinators ask, participants answer at their own pace. */
export function questionnaires(needs: QuestionnairesNeeds) {
  const { database, clock, people, activities, homeTimeZone } = needs
  const store = questionnaireStore(database, clock)
  const words = journeyWords(needs.keys, store)
  const responses = responseStore(database, clock, words)
  const requests = requestStore(database, clock)
  const attachments = attachmentReads(database)
  const audience = audienceOf(people, activities)
  const rights = deskRights({ people, activities, questionnaires: store, attachments })
  const room = {
    rights,
    words,
    questionnaires: store,
    responses,
    requests,
    clock,
    homeTimeZone,
    activities,
    attachments,
    formFiles: formFileStore(needs),
    audience,
    entitled: entitled({ attachments, audience }),
  }

  const publish = publishForm(room)
  const respondents = openRespondents({ ...needs, ...room })
  const { filling, opening, sitting, files, open } = respondents
  const desk = openDesk({ ...needs, ...room, files, filling, opening, publish, sitting })

  const chat = new Composer<Chat>()
  chat.use(...respondents.chats)
  chat.use(...desk.chats)
  chat.use(open.chat)

  const feature: Feature = {
    name: 'questionnaires',
    ...open,
    chat,
    links: respondents.links,
    desk: desk.desk,
    home: respondents.home,
    personCard: respondents.personCard,
    waysBack: respondents.waysBack,
    learnsFile: respondents.learnsFile,
    goesUnheard: respondents.goesUnheard,
  }

  return {
    feature,
    publish,
    findForms: findForms(room),
    /** What the people of an activity have told in its forms, by names of questions. */
    told: toldOnActivity(toldFacts(database, words)),
    /** The same under one name on several activities. */
    toldOn: toldOnActivities(toldFacts(database, words)),
    /** Forms by which people are addressed: who has not handed one in, who has answered so. */
    addressable: addressableForms(room),
    /** The forms that come with Heyet, as the sandbox shows them; what reads forms is loaded for it only. */
    async publishFinished(publishedBy: number): Promise<void> {
      const { publishFinished } = await import('./actions/publish-finished.ts')
      await publishFinished(publish, publishedBy)
    },
    /** An answer as it was given: those to forms for a journey are kept sealed. */
    openAnswer: (kept: string): string => words.open(kept),
    forgetTravel: forgetTravel(database),
    /** Who of an activity has not handed in its travel form. */
    lacking: lackingForm(database),
    applicationForms: respondents.applicationForms,
    jobs: [fetchFormFile({ ...needs, ...room }), ...respondents.jobs, ...desk.jobs],
    watches: desk.watches,
    ...movingResponses(database),
    sweeps: [
      ...[...responses.sweeps, requests.sweep, store.sweepTrials, ...desk.sweeps],
      room.formFiles.sweep,
      ...[pickedPeopleStore(database, clock).sweep, ...respondents.sweeps],
    ],
    personsNamed,
    forgets: journeysKept(database),
    personalData: questionnairesPersonalData({
      ...{ database, clock, words, questionnaires: store },
      readFile: (fileId) => files.readAny(fileId),
    }),
  }
}
