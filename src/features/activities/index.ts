import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import type { Feature } from '../../bot/feature.ts'
import { fillPlan } from './actions/planning/fill-plan.ts'
import { publishPlan } from './actions/planning/publish-plan.ts'
import { moveUp } from './actions/move-up.ts'
import { handingOver } from './actions/hand-over.ts'
import { announcements } from './chat/announcements.ts'
import { cardCopies } from './chat/deciding/card-copies.ts'
import { cards as openCards } from './chat/deciding/cards.ts'
import { catchingUp } from './chat/catching-up.ts'
import { claiming } from './chat/applying/claims.ts'
import { declining } from './chat/closing/declining.ts'
import { remindingInvited } from './chat/closing/reminding-invited.ts'
import { coordinators as openCoordinators } from './chat/deciding/coordinators.ts'
import { digests } from './chat/deciding/digests.ts'
import { freeSeats } from './chat/deciding/free-seats.ts'
import { resumeRow } from './chat/trips/trips-views.ts'
import { activitiesHome, unfinishedOf } from './chat/home.ts'
import { moves } from './chat/moves.ts'
import { openWork } from '../../bot/drafts/open-work.ts'
import { personChanges } from './chat/person-changed.ts'
import { planning } from './chat/planning/planning.ts'
import { standings as openStandings } from './chat/standings.ts'
import { dutyPhones } from './chat/duty-phones.ts'
import { tellingOutcomes } from './chat/deciding/tell-outcome.ts'
import { tellAgain, unheard } from './chat/unheard.ts'
import { coordinatorList as openCoordinatorList } from './data/coordinator-list.ts'
import { cameFrom } from './data/desk/came-from.ts'
import { shownCards } from './data/shown-cards.ts'
import { planDraftStore } from './data/planning/plan-draft-store.ts'
import { journeysKept } from './data/journeys-kept.ts'
import { participantWords, sealParticipants } from './data/participants/participant-words.ts'
import { activitiesPersonalData } from './data/personal-data.ts'
import { personsNamed } from './data/persons-named.ts'
import { titleOf } from './domain/activity.ts'
import { activityErrors } from './domain/errors.ts'
import type { ActivitiesNeeds } from './needs.ts'
import { openApplicants } from './applicants.ts'
import { openPersonCorner } from './person.ts'
import { openDeciding } from './deciding.ts'
import { openDesk } from './desk.ts'
import { openLife } from './life.ts'
import { offersToNeighbours } from './neighbours.ts'
import { takeSpreadsheets } from './spreadsheets.ts'
import { openSeveral } from './several.ts'
import { openStores } from './stores.ts'

export * from './offered.ts'

export type Activities = ReturnType<typeof activities>

/** Activities: delegations, workshops, trainings, and the applications for them. */
export function activities(needs: ActivitiesNeeds) {
  const { database, clock, people, homeTimeZone, applicationForms: forms } = needs
  const words = participantWords(needs.keys)
  const { activities: store, applications, settings, closings, ...kept } = openStores({ ...needs, words })
  const room = { activities: store, applications, settings, people, clock, forms }

  const coordinatorList = openCoordinatorList(database, needs.homeTimeZone)
  const cards = openCards({ ...room, ...kept, homeTimeZone })
  const copies = cardCopies({
    ...{ ...needs, cards, coordinatorList },
    ...{ shownCards: shownCards(database, clock), cameFrom: cameFrom(database, clock) },
  })
  const coordinators = openCoordinators({ ...needs, ...room, coordinatorList, cards, copies })
  const tellOutcome = tellingOutcomes({ ...room, ...kept })
  const seatsAreFree = freeSeats({ moveUp: moveUp(room), tellOutcome, copies, coordinators })
  const standings = openStandings({ ...room, copies, seatsAreFree })
  const { colleague, sitting, beginning, trips, again } = openApplicants({
    ...{ ...needs, ...room, ...kept, copies, coordinators, tellOutcome, seatsAreFree },
  })
  const announced = announcements({ ...room, seatsAreFree })
  const catchUp = catchingUp({ ...room, tellOutcome, announced, copies })
  const spreadsheets = takeSpreadsheets(needs, { ...room, ...kept }, announced)
  const drafts = planDraftStore(database, clock)
  const planRoom = { ...room, drafts, homeTimeZone, filling: fillPlan({ ...room, drafts, homeTimeZone }) }
  const plans = planning({ ...planRoom, announced, publish: publishPlan(planRoom) })

  const open = openWork([
    {
      sitting,
      openDraftOf: (personId) => applications.openDraftBy(personId),
      openWhere: applications.openWhere,
      help: beginning.help,
    },
    plans.openKind,
    again.openKind,
  ])

  const { decide, decisions, rejecting, notes } = openDeciding({
    ...{ ...room, ...kept, database, cards, copies, coordinators, tellOutcome },
  })
  const claims = claiming({ ...room, colleague, coordinators, seatsAreFree })
  const several = openSeveral({ ...room, ...kept, decide, cards, copies, coordinators, tellOutcome })

  const life = openLife({
    ...{ ...needs, ...room, ...kept, copies, coordinators, tellOutcome, seatsAreFree, announced },
    announce: several.announce,
  })

  const {
    notes: personNotes,
    hands,
    ...person
  } = openPersonCorner({ ...needs, ...room, ...kept, coordinatorList, tellOutcome, decide })
  const desk = openDesk({ ...needs, ...room, ...kept, copies, decisions, hands })

  const chat = new Composer<Chat>()
  chat.use(...(person.chats ?? []))
  chat.use(...(several.chats ?? []))
  chat.use(trips.composer, again.composer, ...(life.chats ?? []))
  chat.use(declining({ ...room, closings }))
  chat.use(rejecting.composer)
  chat.use(decisions.composer)
  chat.use(...(desk.chats ?? []))
  chat.use(claims.chat)
  chat.use(plans.chat)
  chat.use(open.chat)

  const feature: Feature = {
    name: 'activities',
    ...open,
    openWhere: [rejecting.openWhere, ...open.openWhere],
    takesOver: async (written, mayBeOpen) =>
      mayBeOpen && ((await rejecting.takesOver(written)) || open.takesOver(written, true)),
    showsAgain: async (shown) => (await rejecting.showsAgain(shown)) || open.showsAgain(shown),
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

  const offers = offersToNeighbours({
    ...needs,
    ...room,
    colleague,
    personNotes,
    publish: spreadsheets.publish,
    showCard: trips.showCard,
    listMessage: trips.listMessage,
    showTakenOver: claims.show,
    catchUp,
  })

  return {
    feature,
    jobs: spreadsheets.jobs,
    watches: [
      ...(life.watches ?? []),
      ...(person.watches ?? []),
      remindingInvited({ ...needs, ...room, closings }),
    ],
    store,
    applications,
    ...kept,
    ...offers,
    catchUp,
    standings,
    handOver: moves({
      handOver: handingOver({ ...room, ...kept, drafts, notes, closings, personNotes }),
      coordinators,
      seatsAreFree,
      standings,
    }),
    tellAgain: tellAgain({ ...room, catchUp }),
    sendDigests: digests(room),
    sweeps: [
      ...applications.sweeps,
      drafts.sweep,
      settings.sweep,
      notes.sweep,
      closings.sweep,
      kept.sentBacks.sweep,
      ...sealParticipants(database, words),
      ...(desk.sweeps ?? []),
      ...(person.sweeps ?? []),
      ...kept.staging.sweeps,
    ],
    personsNamed,
    personalData: activitiesPersonalData(database, clock, { keys: needs.keys, words }),
    /** A word of the list of participants: room, room mate and flights are kept sealed. */
    openWord: words.openWord,
    journeys: journeysKept(database),
    ...personChanges({ ...needs, ...room, ...kept, copies, coordinators, seatsAreFree }),
  }
}
