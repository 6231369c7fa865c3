import type { InlineKeyboardButton } from 'grammy/types'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { displayName, type People } from '../../../people/index.ts'
import { reasonToSay } from '../../actions/firm-standing.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { SentBackStore } from '../../data/life/sent-back-store.ts'
import type { Activity } from '../../domain/activity.ts'
import { referenceOf, type Application } from '../../domain/application.ts'
import { comingKeys, mayConfirm } from '../life/coming-views.ts'
import { reasonKeys } from '../life/withdrawing-views.ts'
import { holdKeys } from '../life/whole-views.ts'
import { answerAgainKeys } from '../life/sent-back-views.ts'
import { offerKeys } from '../life/offer-views.ts'
import { outcomeText, type Told } from '../applying/outcome-text.ts'
import { aboutApplication } from '../unheard.ts'

export interface TellOutcomeNeeds {
  clock: Clock
  applications: ApplicationStore
  people: People
  sentBacks: Pick<SentBackStore, 'of'>
}

export type TellOutcome = ReturnType<typeof tellingOutcomes>

/**
 * Tells the person what was decided and what comes next; after an approval each consent is asked on its own. Resolves
 * with whether anybody could be told.
 */
export function tellingOutcomes({ applications, people, clock, sentBacks }: TellOutcomeNeeds) {
  return async ({ because: known, ...decided }: Told): Promise<boolean> => {
    const { application, activity } = decided
    const because = await reasonToSay(people, application, known)
    const position = application.state === 'waitlisted' ? await applications.waitingPosition(application) : 0
    const scene = {
      position,
      now: clock.now(),
      sentBack: application.state === 'info_requested' ? await sentBacks.of(application.id) : undefined,
      zone: await people.zoneOf(application.personId),
    }
    const isAsked = mayConfirm(decided.activity, application, scene.now)
    const told = await people.tell(
      application.personId,
      (words) => ({
        text: outcomeText(words, { ...decided, ...(because ? { because } : {}) }, scene),
        keyboard: waysOn(words, application, isAsked),
      }),
      // How it stands now takes the place of how it stood, where nobody has passed that on yet.
      { about: aboutApplication(application.id), reminds: `standing.${application.id}` },
    )
    const isFilledIn = told === 0 && application.filledBy !== null
    const reached = isFilledIn ? await tellWhoFilledIn(application, activity) : told
    if (application.isUntold !== (told === 0)) await applications.markTold(application.id, told > 0)
    // Whoever keeps a seat has been asked when they got it.
    if (application.state === 'approved' && decided.from !== 'on_hold')
      await people.askConsents(application.personId)
    return reached > 0
  }

  /** A colleague who has not opened their link yet cannot be told; whoever applied for them can. */
  async function tellWhoFilledIn(application: Application, activity: Activity): Promise<number> {
    const person = await people.persons.read(application.personId)
    return people.tell(
      application.filledBy ?? 0,
      (words) => ({
        text: words('activities:told.colleague', {
          name: person ? displayName(person) : '',
          reference: referenceOf(activity.code, application.number),
          outcome: words.plain(`activities:told.colleagueState.${application.state as 'approved'}`),
        }),
        keyboard: waysOn(words, application, false),
      }),
      { about: aboutApplication(application.id) },
    )
  }
}

/** What the person can do about it at once. */
function waysOn(
  words: Words,
  { id, state }: Application,
  isAskedToConfirm: boolean,
): InlineKeyboardButton[][] {
  if (state === 'offered') return offerKeys(words, id)
  if (state === 'info_requested') return answerAgainKeys(words, id)
  if (state === 'on_hold') return holdKeys(words, id)
  if (state === 'no_show') return reasonKeys(words, id)
  return isAskedToConfirm ? comingKeys(words, id) : []
}
