import { answeringFirm } from './actions/answer-firm.ts'
import { answeringPerson } from './actions/answer-person.ts'
import { answering } from './actions/answer-step.ts'
import { forColleague } from './actions/apply-for-colleague.ts'
import { submitApplication } from './actions/submit-application.ts'
import { withdrawApplication } from './actions/withdraw-application.ts'
import { answerSentBack } from './actions/life/answer-sent-back.ts'
import { answeringAgain } from './chat/life/answering-again.ts'
import { applying } from './chat/applying/applying.ts'
import { fillingWithForm } from './chat/applying/applying-with-form.ts'
import { beginningToApply } from './chat/applying/beginning.ts'
import type { CardCopies } from './chat/deciding/card-copies.ts'
import type { Coordinators } from './chat/deciding/coordinators.ts'
import type { SeatsAreFree } from './chat/deciding/free-seats.ts'
import { handingIn } from './chat/applying/hand-in.ts'
import type { TellOutcome } from './chat/deciding/tell-outcome.ts'
import { trips as openTrips } from './chat/trips/trips.ts'
import type { LookAtApplication } from './data/application-look.ts'
import type { SentBackStore } from './data/life/sent-back-store.ts'
import type { SettingStore } from './data/setting-store.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'

export interface ApplicantsNeeds
  extends Pick<ActivitiesNeeds, 'homeTimeZone' | 'botUsername' | 'pauseOthers' | 'laterTripKeys'>, Room {
  settings: SettingStore
  lookAtApplication: LookAtApplication
  sentBacks: SentBackStore
  copies: CardCopies
  coordinators: Coordinators
  tellOutcome: TellOutcome
  seatsAreFree: SeatsAreFree
}

/** The applicants' side of the room: what there is to apply for, applying, for oneself or a colleague, and taking it back. */
export function openApplicants(needs: ApplicantsNeeds) {
  const filling = answering(needs)
  const withForm = fillingWithForm({ ...needs, filling })
  const colleague = forColleague(needs)
  const handedIn = handingIn({
    ...needs,
    filling: withForm,
    submit: submitApplication({ ...needs, settleFirm: filling.settleFirm }),
    withdraw: withdrawApplication(needs),
  })
  const sitting = applying({ ...needs, filling: withForm, handIn: handedIn.handIn })
  const beginning = beginningToApply({
    ...{ ...needs, filling, sitting },
    beginForColleague: colleague.begin,
    cardOf: (seen, activity) => trips.cardMessage(seen, activity),
  })
  const trips = openTrips({ ...needs, ...beginning, takeBack: handedIn.takeBack })
  const firms = answeringFirm(needs)
  const again = answeringAgain({
    ...needs,
    verbs: answerSentBack({ ...needs, person: answeringPerson({ ...needs, firms }) }),
  })
  return { colleague, sitting, beginning, trips, again }
}
