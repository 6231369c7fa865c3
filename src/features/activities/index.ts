import { Composer } from 'grammy'
import type { Logger } from 'pino'
import type { Chat } from '../../bot/context.ts'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { Feature } from '../../bot/feature.ts'
import type { Messenger } from '../../bot/messenger.ts'
import { pageSize } from '../../bot/page-keys.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Words } from '../../platform/texts/words.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { Workbook } from '../../shared/spreadsheet.ts'
import type { People } from '../people/index.ts'
import type { Uploads } from '../uploads/index.ts'
import { answering } from './actions/answer-step.ts'
import { forColleague } from './actions/apply-for-colleague.ts'
import { decideApplication, withdrawApplication } from './actions/decide-application.ts'
import { fillPlan } from './actions/planning/fill-plan.ts'
import { publishPlan } from './actions/planning/publish-plan.ts'
import { resumeApplication, startApplication } from './actions/start-application.ts'
import { moveUp } from './actions/move-up.ts'
import { publishActivity } from './actions/publish-activity.ts'
import { handingOver } from './actions/hand-over.ts'
import { publishFirms } from './actions/publish-firms.ts'
import { reviewActivity } from './actions/review-activity.ts'
import { reviewFirms } from './actions/review-firms.ts'
import { submitApplication } from './actions/submit-application.ts'
import { announcements } from './chat/announcements.ts'
import { applying } from './chat/applying.ts'
import { cardCopies } from './chat/card-copies.ts'
import { cards as openCards } from './chat/cards.ts'
import { catchingUp } from './chat/catching-up.ts'
import { claiming } from './chat/claims.ts'
import { coordinators as openCoordinators } from './chat/coordinators.ts'
import { decisions as openDecisions } from './chat/decisions.ts'
import { deskChat } from './chat/desk.ts'
import { deskActivityChat } from './chat/desk-activity.ts'
import { freeSeats } from './chat/free-seats.ts'
import { handingIn } from './chat/hand-in.ts'
import { resumeRow } from './chat/trips-views.ts'
import { activitiesHome, unfinishedOf } from './chat/home.ts'
import { openWork } from './chat/open-work.ts'
import { mergeDoubtLines } from './chat/merge-doubts-view.ts'
import { planning } from './chat/planning/planning.ts'
import { rejecting as openRejecting } from './chat/rejecting.ts'
import { templatesChat } from './chat/templates.ts'
import { trips as openTrips } from './chat/trips.ts'
import { dutyPhones } from './chat/duty-phones.ts'
import { tellingOutcomes } from './chat/tell-outcome.ts'
import { unheard } from './chat/unheard.ts'
import { activityKind } from './chat/uploads/activity-kind.ts'
import { firmListKind } from './chat/uploads/firm-list-kind.ts'
import { activityStore } from './data/activity-store.ts'
import { applicationStore } from './data/application-store.ts'
import { coordinatorList as openCoordinatorList } from './data/coordinator-list.ts'
import { applicationsOfFirms } from './data/firms-applications.ts'
import { draftLook } from './data/draft-look.ts'
import { openRejectionNotes } from './data/rejection-notes.ts'
import { shownCards } from './data/shown-cards.ts'
import { planDraftStore } from './data/planning/plan-draft-store.ts'
import { personsNamed } from './data/persons-named.ts'
import { settingStore } from './data/setting-store.ts'
import { titleOf } from './domain/activity.ts'
import { mergeDoubts } from './domain/merge-doubts.ts'
import { activityErrors } from './domain/errors.ts'
import { publishFirmList } from './jobs/publish-firm-list.ts'

export interface ActivitiesNeeds {
  database: Database
  clock: Clock
  people: People
  texts: Texts
  accounts: Accounts
  messenger: Messenger
  log: Logger
  uploads: Uploads
  sendJob(name: string, ids: JobIds): Promise<void>
  homeTimeZone: string
  defaultLanguage: Language
  botUsername: string
}

export type Activities = ReturnType<typeof activities>

/** Activities: delegations, workshops, trainings, and the applications for them. */
export function activities(needs: ActivitiesNeeds) {
  const { database, clock, people, homeTimeZone, defaultLanguage, botUsername } = needs
  const store = activityStore(database, clock)
  const applications = applicationStore(database, clock)
  const settings = settingStore(database, clock)
  const room = { activities: store, applications, settings, people, clock }

  const start = startApplication(room)
  const resumeDraft = resumeApplication(room)
  const filling = answering({ ...room, look: draftLook({ ...room, database }) })
  const colleague = forColleague(room)
  const coordinatorList = openCoordinatorList(database)
  const cards = openCards(room)
  const copies = cardCopies({ ...needs, cards, coordinatorList, shownCards: shownCards(database, clock) })
  const coordinators = openCoordinators({ ...needs, ...room, coordinatorList, cards, copies })
  const tellOutcome = tellingOutcomes(room)
  const seatsAreFree = freeSeats({ moveUp: moveUp(room), tellOutcome, copies, coordinators })
  const handedIn = handingIn({
    ...room,
    filling,
    coordinators,
    tellOutcome,
    seatsAreFree,
    botUsername,
    submit: submitApplication({ ...room, settleFirm: filling.settleFirm }),
    withdraw: withdrawApplication(room),
  })
  const announced = announcements({ ...room, seatsAreFree })
  const catchUp = catchingUp({ ...room, tellOutcome, announced })
  const review = reviewActivity({ ...room, homeTimeZone, defaultLanguage })
  const uploads = needs.uploads.store
  const publish = publishActivity({ ...room, uploads, review })
  const sitting = applying({ ...room, filling, handIn: handedIn.handIn })
  const trips = openTrips({
    ...room,
    homeTimeZone,
    begin,
    beginForColleague,
    resume,
    takeBack: handedIn.takeBack,
  })

  async function begin(chat: Chat, activityId: number): Promise<void> {
    const application = await start(activityId, await people.becomePerson(chat.viewer))
    if (application.state === 'draft') {
      // A draft that nobody has touched yet.
      if (application.revision === 0 && application.answers.position)
        chat.tell({ text: chat.words('activities:steps.reused') })
      return sitting.sitDown(chat, application.id)
    }
    const activity = await store.read(activityId)
    if (activity) chat.turn(await trips.cardMessage(chat, activity))
  }

  async function resume(chat: Chat, applicationId: number): Promise<void> {
    const draft = await resumeDraft(applicationId, await people.becomePerson(chat.viewer))
    await sitting.sitDown(chat, draft.id)
  }

  async function beginForColleague(chat: Chat, activityId: number): Promise<void> {
    const application = await colleague.begin(activityId, await people.becomePerson(chat.viewer))
    await sitting.sitDown(chat, application.id)
  }

  const drafts = planDraftStore(database, clock)
  const planRoom = { ...room, drafts, homeTimeZone, filling: fillPlan({ ...room, drafts, homeTimeZone }) }
  const plans = planning({ ...planRoom, announced, publish: publishPlan(planRoom) })

  const open = openWork([
    { sitting, openDraftOf: (personId) => applications.openDraftBy(personId), help: helpApplying },
    plans.openKind,
  ])

  async function helpApplying({ words }: Chat, applicationId: number): Promise<string> {
    const { application } = await filling.standing(applicationId)
    const activity = await store.read(application.activityId)
    return words('activities:steps.help', { title: activity ? titleOf(activity, words.language) : '' })
  }

  const decisions = openDecisions({
    ...room,
    decide: decideApplication(room),
    cards,
    copies,
    coordinators,
    tellOutcome,
  })
  const notes = openRejectionNotes(database, clock)
  const rejecting = openRejecting({ ...room, notes, decisions })

  const claims = claiming({ ...room, colleague, coordinators, seatsAreFree })

  const chat = new Composer<Chat>()
  chat.use(trips.composer)
  chat.use(decisions.composer)
  chat.use(rejecting.composer)
  chat.use(deskChat({ ...room, homeTimeZone }))
  chat.use(deskActivityChat({ ...room, copies, botUsername }))
  chat.use(claims.chat)
  chat.use(templatesChat(needs))
  chat.use(plans.chat)
  chat.use(open.chat)

  const feature: Feature = {
    name: 'activities',
    ...open,
    takesOver: async (written) => (await rejecting.takesOver(written)) || open.takesOver(written),
    pauses: async (left) => (await rejecting.pauses(left)) || open.pauses(left),
    chat,
    links: {
      async t(opened, code) {
        const activity = await store.byCode(code)
        if (!activity) throw activityErrors.unknown()
        await trips.showCard(opened, activity)
      },
    },
    catchesUp: catchUp,
    whomToAsk: dutyPhones(room),
    goesUnheard: unheard({ ...room, coordinators }),
    home: (seen) => activitiesHome(seen, { ...room, homeTimeZone }),
    waysBack: async ({ words, viewer }) =>
      (await unfinishedOf(viewer.personId, room)).map(({ draft, activity }) =>
        resumeRow(words, draft, titleOf(activity, words.language)),
      ),
  }

  needs.uploads.take(activityKind({ ...needs, uploads, review, publish, announced }))
  needs.uploads.take(firmListKind({ ...needs, uploads, review: reviewFirms({ ...needs, ...room }) }))

  return {
    feature,
    jobs: [publishFirmList({ ...needs, publish: publishFirms({ ...needs, uploads }) })],
    store,
    applications,
    /** The activities that are not over, by code and title; a page of them. */
    async running(language: Language, offset: number) {
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      const at = { offset, limit: pageSize }
      const { activities: page, total } = await store.onDesk('running', today, 'everywhere', at)
      return {
        ...at,
        total,
        activities: page.map((activity) => ({
          code: activity.code,
          title: titleOf(activity, language),
        })),
      }
    },
    /** Whether there is an activity of this code that is not over. */
    async isRunning(code: string): Promise<boolean> {
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      return (await store.onDesk('running', today, [code], { offset: 0, limit: 1 })).total > 0
    },
    /** Publishes a workbook that is known to be good, as the sandbox does with its example. */
    async publish(workbook: Workbook, personId: number): Promise<void> {
      const published = await publish({ workbook }, personId)
      if (published.kind === 'mistakes') throw activityErrors.unknown()
    },
    /** Shows a firm's representative what the firm has been invited to. */
    async openInvitedTo(opened: Chat, codes: readonly string[]): Promise<void> {
      const found = (await Promise.all(codes.map((code) => store.byCode(code)))).filter(
        (activity) => activity !== undefined,
      )
      for (const activity of found.slice(0, 3)) await trips.showCard(opened, activity)
      if (found.length === 0) opened.tell(await trips.listMessage(opened))
    },
    /** Gives somebody what a colleague had entered for them, and the notice to read; whether there was anything. */
    async takeOver(opened: Chat, fromPersonId: number, toPersonId: number): Promise<boolean> {
      const outcome = await colleague.takeOver(fromPersonId, toPersonId)
      await claims.show(opened, outcome)
      await catchUp(toPersonId)
      return outcome.taken.length + outcome.contested.length > 0
    },
    catchUp,
    applicationsOfFirm: (firmId: number) => applications.countOfFirm(firmId),
    /** What making two firms one would bring about, a line each: seats beyond the quota, people who apply twice. */
    async mergeDoubts(words: Words, fromId: number, intoId: number): Promise<string[]> {
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      const held = await applicationsOfFirms(database, [fromId, intoId], today)
      const known = await store.byIds([...new Set(held.map(({ activityId }) => activityId))])
      const quotas = new Map([...known].map(([id, { perFirm }]) => [id, perFirm]))
      return mergeDoubtLines(words, mergeDoubts(held, fromId, quotas), known)
    },
    moveFirm: (fromId: number, intoId: number) => applications.moveFirm(fromId, intoId),
    handOver: handingOver({ applications, colleague }),
    isApproved: (personId: number) => applications.hasSeat(personId),
    sendDigests: coordinators.sendDigests,
    sweeps: [...applications.sweeps, drafts.sweep, settings.sweep, notes.sweep],
    personsNamed,
  }
}
