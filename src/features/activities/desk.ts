import type { Part } from '../../bot/part.ts'
import { lookAtApplications } from './actions/desk/look-at-applications.ts'
import type { CardCopies } from './chat/deciding/card-copies.ts'
import type { Decisions } from './chat/deciding/decisions.ts'
import { applicationsChat } from './chat/desk/applications-chat.ts'
import { ownNumbers } from './chat/desk/own-numbers.ts'
import { passOnNumber } from './chat/person/pass-on-number.ts'
import { deskActivityChat } from './chat/desk/desk-activity.ts'
import { deskChat } from './chat/desk/desk.ts'
import { templatesChat } from './chat/templates.ts'
import { applicationSearch } from './data/desk/application-search.ts'
import type { DeskPage } from './data/desk/desk-page.ts'
import { facetChoices } from './data/desk/facet-choices.ts'
import { searchStore } from './data/desk/search-store.ts'
import type { HandList } from './data/person/hand-list.ts'
import type { ParticipantStore } from './data/participants/participant-store.ts'
import type { StagingStore } from './data/life/staging-store.ts'
import type { SettingStore } from './data/setting-store.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'

export interface DeskCornerNeeds extends ActivitiesNeeds, Room {
  settings: SettingStore
  participants: ParticipantStore
  staging: StagingStore
  deskPage: DeskPage
  copies: CardCopies
  decisions: Pick<Decisions, 'openCard'>
  hands: HandList
}

/** The coordinators' desk: what needs a hand today, the activities, and their applications, filtered and searched. */
export function openDesk(needs: DeskCornerNeeds): Part {
  const { database, clock } = needs
  const search = applicationSearch(database)
  const searches = searchStore(database, clock)
  const toPassOn = passOnNumber(needs.hands)
  const own = ownNumbers({ ...needs, search })
  const look = lookAtApplications({ ...needs, search, searches, choices: facetChoices(database) })
  return {
    chats: [
      deskChat({
        ...needs,
        deskNumbers: async (words, reach) =>
          [
            ...(await own(words, reach)),
            await toPassOn(words, reach),
            ...(await needs.laterNumbers(words, reach)),
          ].filter(({ count }) => count > 0),
      }),
      deskActivityChat(needs),
      applicationsChat({ ...needs, look, openCard: needs.decisions.openCard }),
      templatesChat(needs),
    ],
    sweeps: [searches.sweep],
  }
}
