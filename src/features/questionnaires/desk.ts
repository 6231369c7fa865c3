import type { Chat } from '../../bot/context.ts'
import type { DraftSitting } from '../../bot/drafts/draft-sitting.ts'
import type { Feature } from '../../bot/feature.ts'
import type { Watch } from '../../bot/keep-watch.ts'
import type { Activities } from '../activities/index.ts'
import type { People } from '../people/index.ts'
import type { Uploads } from '../uploads/index.ts'
import type { Answering } from './actions/answering.ts'
import { attachForm } from './actions/attach-form.ts'
import { askPeople } from './actions/ask-people.ts'
import { beginRound } from './actions/begin-round.ts'
import type { DeskRights } from './actions/desk-rights.ts'
import { fillFor } from './actions/fill-for.ts'
import { moveDrafts } from './actions/move-drafts.ts'
import type { Entitled } from './actions/entitled.ts'
import type { openResponse } from './actions/open-response.ts'
import type { Audience } from './actions/ports.ts'
import type { publishForm } from './actions/publish-form.ts'
import { reviewForm } from './actions/review-form.ts'
import { runningActivities } from './actions/running-activities.ts'
import { stillAsked } from './actions/still-asked.ts'
import { tendForm } from './actions/tend-form.ts'
import { tryForm } from './actions/try-form.ts'
import { askingChat } from './chat/desk/asking/asking.ts'
import { attachingChat } from './chat/desk/attaching.ts'
import { formCards } from './chat/desk/form-cards.ts'
import { finishedFormsChat } from './chat/desk/finished-forms.ts'
import { formsDesk } from './chat/desk/forms-desk.ts'
import { onSiteChat } from './chat/desk/on-site.ts'
import { roundsChat } from './chat/desk/rounds.ts'
import { pickingChat } from './chat/desk/asking/picking.ts'
import { telling } from './chat/desk/asking/telling.ts'
import { movingDraftsChat } from './chat/desk/moving-drafts.ts'
import * as buttons from './chat/desk-buttons.ts'
import { formFilesChat } from './chat/uploads/form-files.ts'
import { questionnaireKind } from './chat/uploads/questionnaire-kind.ts'
import type { Attachments } from './data/attachments.ts'
import { askedByItself } from './data/requests/asked-by-itself.ts'
import { requestsOfActivity } from './data/requests/requests-of-activity.ts'
import { roundStore } from './data/round-store.ts'
import { deskCounts } from './data/desk-counts.ts'
import { deskList } from './data/desk-list.ts'
import { activitiesNaming } from './data/activities-naming.ts'
import { movingVersions } from './data/moving-versions.ts'
import type { FormFiles } from './data/files/form-files.ts'
import { pickedPeopleStore } from './data/requests/picked-people.ts'
import { peopleSearch } from './data/requests/people-search.ts'
import type { ResponseStore } from './data/response-store.ts'
import { outsideQuietHours } from '../../shared/quiet-hours.ts'
import { readFormInThread } from './jobs/read-form-in-thread.ts'
import { openLooking, type LookingNeeds } from './looking.ts'
import { openResults, type ResultsNeeds } from './results.ts'

export interface DeskNeeds
  extends Omit<ResultsNeeds, 'rights'>, Omit<LookingNeeds, 'reading' | 'rounds' | 'accounts'> {
  people: People
  activities: Activities
  uploads: Uploads
  botUsername: string
  responses: ResponseStore
  attachments: Attachments
  audience: Audience
  filling: Answering
  rights: DeskRights
  entitled: Entitled
  opening: ReturnType<typeof openResponse>
  publish: ReturnType<typeof publishForm>
  sitting: DraftSitting
  formFiles: FormFiles
  pauseOthers(chat: Chat): Promise<void>
}

/** The coordinators' side of the room: forms that they send, what becomes of them, and who is asked to answer. */
export function openDesk(needs: DeskNeeds) {
  const { database, uploads, requests } = needs
  const counts = deskCounts(database)
  const moving = movingVersions(database, needs.words)
  const rounds = roundStore(database, needs.clock)
  const room = { ...needs, counts, moving, rounds, named: activitiesNaming(database) }
  const cards = formCards(room)
  const running = runningActivities(room)
  const attaching = attachForm({ ...room, running, requests: requestsOfActivity(database) })
  const review = reviewForm({ ...room, running, read: readFormInThread() })
  const kind = questionnaireKind({
    ...room,
    cards,
    review,
    tries: tryForm(room),
    pauseAll: needs.pauseOthers,
  })
  uploads.take(kind.kind)
  const results = openResults(room)
  const looking = openLooking({ ...room, reading: results.reading })
  const tell = telling({ ...room, stillAsked: stillAsked(room) })

  const search = peopleSearch(database)
  const askThem = askPeople({ ...room, search, picked: pickedPeopleStore(database, needs.clock) })

  const chats = [
    kind.chat,
    formFilesChat({ ...room, review }),
    formsDesk({ ...room, cards, tend: tendForm(room), list: deskList(database) }),
    attachingChat({ ...room, attaching }),
    movingDraftsChat({ ...room, cards, move: moveDrafts(room) }),
    roundsChat({ ...room, cards, round: beginRound(room) }),
    onSiteChat({ ...room, filling: fillFor(room), search }),
    finishedFormsChat(room),
    results.chat,
    ...looking.chats,
    askingChat({ ...room, cards, asking: askThem }),
    pickingChat({ ...room, asking: askThem }),
  ]

  const desk: Feature['desk'] = (words) => ({
    ways: [[{ text: words.plain('formdesk:desk'), callback_data: buttons.deskForms.pack({ offset: 0 }) }]],
    templates: [
      [{ text: words.plain('formdesk:template.button'), callback_data: buttons.sendTemplate.pack({}) }],
      [{ text: words.plain('formdesk:finished.button'), callback_data: buttons.finishedList.pack({}) }],
    ],
  })
  const byItself = askedByItself(database, needs.clock, needs.homeTimeZone)
  const asking: Watch = {
    name: 'questionnaires.asking',
    nextDue: byItself.nextDue,
    async work(now) {
      const due = await byItself.due(now)
      for (const one of due) await byItself.ask(one, outsideQuietHours(now, one.zone))
      return due.length > 0
    },
  }
  const watch: Watch = {
    name: 'questionnaires.requests',
    nextDue: requests.nextDue,
    work: tell.tellDue,
  }
  const watches = [asking, watch]
  return {
    ...{ chats, desk, watches },
    jobs: [...results.jobs, ...looking.jobs],
    sweeps: [...results.sweeps, ...looking.sweeps],
  }
}
