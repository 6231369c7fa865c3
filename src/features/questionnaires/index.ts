import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import { openWork } from '../../bot/drafts/open-work.ts'
import type { Feature } from '../../bot/feature.ts'
import type { DownloadFile } from '../../bot/download-file.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Activities } from '../activities/index.ts'
import type { Uploads } from '../uploads/index.ts'
import type { People } from '../people/index.ts'
import { applicationForm } from './actions/application-form.ts'
import { entitled } from './actions/entitled.ts'
import { answering } from './actions/answering.ts'
import { findForms } from './actions/find-forms.ts'
import { formsOf } from './actions/forms-of.ts'
import { confirmAnswers } from './actions/confirm-answers.ts'
import { deskRights } from './actions/desk-rights.ts'
import { handBack } from './actions/hand-back.ts'
import { handOver } from './actions/hand-over.ts'
import { keepProfile } from './actions/keep-profile.ts'
import { openResponse } from './actions/open-response.ts'
import { publishForm } from './actions/publish-form.ts'
import { submitResponse } from './actions/submit-response.ts'
import { openDesk, type DeskNeeds } from './desk.ts'
import { fillingIn } from './chat/filling-in.ts'
import { formsChat } from './chat/forms.ts'
import { handedIn } from './chat/handed-in.ts'
import { handingOver } from './chat/handing-over.ts'
import { sectionNews } from './chat/section-news.ts'
import { handingIn } from './chat/hand-in.ts'
import { insideApplying } from './chat/inside-applying.ts'
import { showingMedia } from './chat/show-media.ts'
import { myResult } from './chat/my-result.ts'
import { clusterMedians } from './data/cluster-medians.ts'
import { audienceOf } from './audience.ts'
import { attachmentReads } from './data/attachments.ts'
import { requestStore } from './data/request-store.ts'
import { erasingPerson } from './data/erasing.ts'
import { movingResponses } from './data/moving.ts'
import { personsNamed } from './data/persons-named.ts'
import { pickedPeopleStore } from './data/picked-people.ts'
import { questionnaireStore } from './data/questionnaire-store.ts'
import { responseFileStore, type NewFile } from './data/response-files.ts'
import { responseLook } from './data/response-look.ts'
import { responseStore } from './data/response-store.ts'
import { titleIn } from './domain/form-language.ts'
import { sectionParts } from './data/section-parts.ts'
import { sectionLinkStore } from './data/section-link-store.ts'
import { formFileStore } from './data/form-files.ts'
import { fetchFormFile } from './jobs/fetch-form-file.ts'
import { fetchFile, fetchJob } from './jobs/fetch-file.ts'

export interface QuestionnairesNeeds extends Pick<DeskNeeds, 'texts' | 'log' | 'messenger' | 'accounts'> {
  database: Database
  clock: Clock
  people: People
  activities: Activities
  homeTimeZone: string
  botUsername: string
  uploads: Uploads
  keys: Pick<KeyRing, 'sealBytes' | 'openBytes'>
  download: DownloadFile
  sendJob(name: string, ids: JobIds): Promise<void>
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
}

export type Questionnaires = ReturnType<typeof questionnaires>

/** Questionnaires: coordinators ask, participants answer at their own pace. */
export function questionnaires(needs: QuestionnairesNeeds) {
  const { database, clock, people, activities, homeTimeZone, pauseOthers } = needs
  const store = questionnaireStore(database, clock)
  const responses = responseStore(database, clock)
  const requests = requestStore(database, clock)
  const attachments = attachmentReads(database)
  const audience = audienceOf(people, activities)
  const rights = deskRights({ people, activities, questionnaires: store, attachments })
  const room = {
    rights,
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

  const files = responseFileStore(needs)
  const filling = answering({ ...room, look: responseLook({ ...room, database }) })
  const opening = openResponse(room)
  const publish = publishForm(room)
  const medians = clusterMedians(database)
  const links = sectionLinkStore(database, clock)
  const parts = sectionParts(database)
  const { submit, left } = submitResponse({
    ...{ ...room, filling, keepProfile: keepProfile({ people }) },
    handBack: handBack({ ...room, people, links, parts }),
    async mayFillFor(personId, questionnaireId) {
      await rights.theirs(personId, questionnaireId)
    },
  })
  const handed = handedIn({
    ...room,
    people,
    filling,
    opening,
    confirm: confirmAnswers({ ...room, opening }),
  })
  const handIn = handingIn({
    filling,
    medians,
    submit,
    tellWhose: handed.tellWhose,
    tellBack: sectionNews({ filling, people }),
  })
  const media = showingMedia(room)
  const sitting = fillingIn({ ...room, filling, handIn, keepFile, showMedia: media.show })
  async function keepFile(responseId: number, file: NewFile): Promise<number> {
    const fileId = await files.add(responseId, file)
    await needs.sendJob(fetchJob, { fileId })
    return fileId
  }

  const open = openWork([
    {
      sitting,
      openDraftOf: (personId) => responses.openDraftBy(personId),
      async help({ words }, id) {
        const { form } = await filling.standing(id)
        return words('questionnaires:ask.help', { title: titleIn(form, words.language) })
      },
    },
  ])
  const forms = formsChat({
    ...room,
    filling,
    opening,
    sitting,
    pauseOthers,
    handedIn: handed,
    forms: formsOf(room),
    becomePerson: ({ viewer }) => people.becomePerson(viewer),
    zoneOf: async (personId) => (await people.persons.read(personId))?.homeZone ?? homeTimeZone,
  })

  const handing = handingOver({
    ...{ ...room, people, filling, sitting, pauseOthers, botUsername: needs.botUsername },
    handing: handOver({ ...room, people, filling, links, parts }),
    becomePerson: ({ viewer }) => people.becomePerson(viewer),
  })

  const desk = openDesk({ ...needs, ...room, files, filling, opening, publish, sitting })

  const chat = new Composer<Chat>()
  chat.use(forms.chat)
  chat.use(handed.chat)
  chat.use(handing.chat)
  chat.use(myResult({ filling, opening, medians }))
  chat.use(...desk.chats)
  chat.use(open.chat)

  const feature: Feature = {
    name: 'questionnaires',
    ...open,
    chat,
    links: { q: forms.openLink, s: handing.openLink },
    desk: desk.desk,
    home: forms.home,
    waysBack: forms.waysBack,
    learnsFile: media.learnsFile,
    goesUnheard: media.goesUnheard,
  }

  return {
    feature,
    publish,
    findForms: findForms(room),
    /** The forms that come with Heyet, as the sandbox shows them; what reads forms is loaded for it only. */
    async publishFinished(publishedBy: number): Promise<void> {
      const { publishFinished } = await import('./actions/publish-finished.ts')
      await publishFinished(publish, publishedBy)
    },
    applicationForms: insideApplying({
      ...{ filling, submit, left, keepFile, showMedia: media.show },
      form: applicationForm({ ...room, filling }),
    }),
    jobs: [
      fetchFormFile({ ...needs, ...room }),
      fetchFile({ files, download: needs.download }),
      ...desk.jobs,
    ],
    watches: desk.watches,
    ...movingResponses(database),
    sweeps: [
      ...[...responses.sweeps, requests.sweep, store.sweepTrials, ...desk.sweeps],
      room.formFiles.sweep,
      ...[pickedPeopleStore(database, clock).sweep, links.sweep],
    ],
    personsNamed,
    /** What this room does when a person is erased. */
    personalData: { erase: erasingPerson({ database, questionnaires: store }) },
  }
}
