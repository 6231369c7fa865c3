import type { Chat } from '../../bot/context.ts'
import type { DownloadFile } from '../../bot/download-file.ts'
import { openWork } from '../../bot/drafts/open-work.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Activities } from '../activities/index.ts'
import type { People } from '../people/index.ts'
import { answering } from './actions/answering.ts'
import { applicationForm } from './actions/application-form.ts'
import { confirmAnswers } from './actions/confirm-answers.ts'
import type { DeskRights } from './actions/desk-rights.ts'
import { endHandOvers } from './actions/end-hand-overs.ts'
import type { Entitled } from './actions/entitled.ts'
import { formsOf } from './actions/forms-of.ts'
import { formsOnCard } from './chat/person-card.ts'
import { handBack } from './actions/hand-back.ts'
import { handOver } from './actions/hand-over.ts'
import { keepProfile } from './actions/keep-profile.ts'
import { openResponse } from './actions/open-response.ts'
import type { Audience } from './actions/ports.ts'
import { submitResponse } from './actions/submit-response.ts'
import { fillingIn } from './chat/filling-in.ts'
import { formsChat } from './chat/forms.ts'
import { submitting } from './chat/submitting.ts'
import { confirmingAnswers } from './chat/confirming-answers.ts'
import { handingOver } from './chat/sections/handing-over.ts'
import { insideApplying } from './chat/inside-applying.ts'
import { myResult } from './chat/my-result.ts'
import { sectionNews } from './chat/sections/section-news.ts'
import { tellLaidAside } from './chat/sections/tell-laid-aside.ts'
import { showingMedia } from './chat/show-media.ts'
import type { Attachments } from './data/attachments.ts'
import { clusterMedians } from './data/results/cluster-medians.ts'
import type { FormFiles } from './data/files/form-files.ts'
import type { QuestionnaireStore } from './data/questionnaire-store.ts'
import type { RequestStore } from './data/requests/request-store.ts'
import { responseFileStore, type NewFile } from './data/files/response-files.ts'
import { responseLook } from './data/response-look.ts'
import type { JourneyWords } from './data/journey-words.ts'
import type { ResponseStore } from './data/response-store.ts'
import { sectionLinkStore } from './data/sections/section-link-store.ts'
import { sectionParts } from './data/sections/section-parts.ts'
import { titleIn } from './domain/form-language.ts'
import { fetchFile, fetchJob } from './jobs/fetch-file.ts'

export interface RespondentsNeeds {
  database: Database
  clock: Clock
  people: People
  activities: Activities
  homeTimeZone: string
  botUsername: string
  keys: Pick<KeyRing, 'sealBytes' | 'openBytes'>
  words: JourneyWords
  download: DownloadFile
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  requests: RequestStore
  attachments: Attachments
  formFiles: FormFiles
  audience: Audience
  entitled: Entitled
  rights: DeskRights
  sendJob(name: string, ids: JobIds): Promise<void>
  pauseOthers(chat: Chat): Promise<void>
}

/** The respondents' side of the room: what waits for somebody, answering it, and what is shared with colleagues. */
export function openRespondents(needs: RespondentsNeeds) {
  const { database, clock, people, responses, rights } = needs
  const files = responseFileStore(needs)
  const links = sectionLinkStore(database, clock)
  const parts = sectionParts(database, needs.words)
  const ending = endHandOvers({ ...needs, links, parts })
  const filling = answering({ ...needs, ending, look: responseLook(needs) })
  const opening = openResponse(needs)
  const medians = clusterMedians(database)
  const telling = tellLaidAside(needs)
  const { submit, left } = submitResponse({
    ...{ ...needs, filling, ending, keepProfile: keepProfile({ people }) },
    handBack: handBack({ ...needs, links, parts }),
    async mayFillFor(personId, questionnaireId) {
      await rights.theirs(personId, questionnaireId)
    },
  })
  const confirming = confirmingAnswers({
    ...needs,
    filling,
    opening,
    confirm: confirmAnswers({ ...needs, opening }),
  })
  const handIn = submitting({
    filling,
    medians,
    submit,
    tellWhose: confirming.tellWhose,
    tellBack: sectionNews({ filling, people }),
    tellLaidAside: telling,
  })
  const media = showingMedia(needs)
  const sitting = fillingIn({
    ...{ ...needs, filling, handIn, keepFile },
    ...{ showMedia: media.show, tellLaidAside: telling },
  })
  async function keepFile(responseId: number, file: NewFile): Promise<number> {
    const fileId = await files.add(responseId, file)
    await needs.sendJob(fetchJob, { fileId })
    return fileId
  }

  const open = openWork([
    {
      sitting,
      openDraftOf: (personId) => responses.openDraftBy(personId),
      openWhere: responses.openWhere,
      async help({ words }, id) {
        const { form } = await filling.standing(id)
        return words('questionnaires:ask.help', { title: titleIn(form, words.language) })
      },
    },
  ])
  const ownForms = formsOf(needs)
  const forms = formsChat({
    ...needs,
    filling,
    opening,
    sitting,
    confirming,
    forms: ownForms,
    becomePerson: ({ viewer }) => people.becomePerson(viewer),
    zoneOf: people.zoneOf,
  })

  const handing = handingOver({
    ...{ ...needs, filling, sitting },
    handing: handOver({ ...needs, filling, ending, links, parts }),
    becomePerson: ({ viewer }) => people.becomePerson(viewer),
  })

  return {
    filling,
    opening,
    sitting,
    files,
    open,
    chats: [forms.chat, confirming.chat, handing.chat, myResult({ filling, opening, medians })],
    links: { q: forms.openLink, s: handing.openLink },
    home: forms.home,
    personCard: formsOnCard({ ...needs, formsOf: ownForms }),
    waysBack: forms.waysBack,
    learnsFile: media.learnsFile,
    goesUnheard: media.goesUnheard,
    applicationForms: insideApplying({
      ...{ filling, submit, left, keepFile, showMedia: media.show },
      form: applicationForm({ ...needs, filling }),
    }),
    jobs: [fetchFile({ files, download: needs.download })],
    sweeps: [links.sweep],
  }
}
