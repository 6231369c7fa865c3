import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Decided } from '../../actions/decide-application.ts'
import { cityOf, hasBegun, titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf, type Application } from '../../domain/application.ts'
import type { SentBack } from '../../domain/sent-back.ts'
import { readRejection, type Rejection } from '../../domain/rejection.ts'
import { waitReasons } from '../../domain/seats.ts'
import { isCancelReason, postponedFrom, type CancelReason } from '../../domain/whole-activity.ts'
import { comingLine } from '../life/coming-views.ts'
import { sentBackText } from '../life/sent-back-text.ts'
import { offerFields, type ClockScene } from '../life/offer-views.ts'
import { whenText } from '../trips/when-text.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'

export type Told = Omit<Decided, 'from'> & Partial<Pick<Decided, 'from'>> & { rejection?: Rejection }

/** What comes next for what has just been handed in. */
const nextStep = (words: Words, { decisionOn }: Activity): Html =>
  decisionOn
    ? words.piece('activities:receipt.nextOn', { date: formatDate(decisionOn, words.language) })
    : words.piece('activities:receipt.nextSoon')

/** The same for a colleague, who has to be sent their link yet and hears on their own phone. */
export const nextStepOfColleague = (words: Words, { decisionOn }: Activity): Html =>
  decisionOn
    ? words.piece('activities:receipt.nextOnColleague', { date: formatDate(decisionOn, words.language) })
    : words.piece('activities:receipt.nextSoonColleague')

/** An application has come in: its number and what comes next. */
export function receipt(words: Words, application: Application, activity: Activity): string {
  return words('activities:receipt.submitted', {
    title: titleOf(activity, words.language),
    reference: referenceOf(activity.code, application.number),
    next: nextStep(words, activity),
  })
}

/** What words about an outcome depend on beyond it. */
export interface OutcomeScene extends ClockScene {
  /** On the waiting list. */
  position: number
  /** What was asked again. */
  sentBack?: SentBack | undefined
}

/** What was decided and what comes next, to the person. */
export function outcomeText(
  words: Words,
  { application, activity, from, because, rejection }: Told,
  { position, sentBack, ...clock }: OutcomeScene,
): string {
  const title = titleOf(activity, words.language)
  const reference = referenceOf(activity.code, application.number)
  switch (application.state) {
    case 'approved':
      return [
        words(approvedKey(activity, from, clock.now), {
          title,
          reference,
          dates: whenText(words, activity),
          city: cityOf(activity, words.language),
        }),
        ...comingLine(words, 'ask', activity, application, clock.now),
      ].join('\n\n')
    case 'info_requested':
      return sentBack ? sentBackText(words, activity, application, sentBack, clock.zone).toString() : ''
    case 'on_hold':
      return words('life:told.on_hold', {
        ...{ title, reference, dates: whenText(words, activity), city: cityOf(activity, words.language) },
        old: whenText(words, { ...activity, ...postponedFrom(activity) }),
      })
    case 'cancelled_by_organiser':
      return words('life:told.cancelled_by_organiser', {
        ...{ title, reference, dates: whenText(words, activity) },
        reason: words.plain(`life:cancel.reason.${cancelReasonOf(activity)}`),
      })
    case 'replaced':
      return words('life:told.replaced', { title, reference })
    case 'no_show':
    case 'completed':
      return words(`life:told.${application.state}`, { title })
    case 'offered':
      return words('life:told.offered', {
        title,
        reference,
        dates: whenText(words, activity),
        city: cityOf(activity, words.language),
        ...offerFields(words, application, clock),
      })
    case 'waitlisted':
      return words('activities:told.waitlisted', {
        title,
        position: String(position),
        because: words.piece(`activities:told.because.${because ?? 'none'}`),
      })
    default:
      if (rejection?.kind === 'known' && rejection.reason === 'begun')
        return words('life:told.begun', { title, reference })
      return rejectionText(words, activity, rejection ?? { kind: 'unsaid' }).toString()
  }
}

/** A seat that was kept on other days is no news; once it has begun, it was kept without an answer. */
function approvedKey(activity: Activity, from: ApplicationState | undefined, now: Temporal.Instant) {
  if (from !== 'on_hold') return 'activities:told.approved'
  return hasBegun(activity, now) ? 'life:told.keptSilent' : 'life:told.kept'
}

/** The message of a rejection, as the person will read it. */
export function rejectionText(words: Words, activity: Activity, rejection: Rejection): Html {
  const title = titleOf(activity, words.language)
  const reason = reasonText(words, rejection)
  return reason === undefined
    ? words.piece('activities:told.rejectedUnsaid', { title })
    : words.piece('activities:told.rejected', { title, reason })
}

/** A reason in words; undefined where none is said. */
export function reasonText(words: Words, rejection: Rejection): string | undefined {
  if (rejection.kind === 'typed') return rejection.text
  return rejection.kind === 'known' ? words.plain(`activities:reasons.${rejection.reason}`) : undefined
}

/** Why somebody waits or was rejected, as a line of their card. */
export function reasonLine(words: Words, state: ApplicationState, reason: string | null): string | undefined {
  const because = waitReasons.find((name) => name === reason)
  if (state === 'waitlisted') return words(`activities:told.because.${because ?? 'none'}`)
  if (state !== 'rejected') return undefined
  const said = reasonText(words, readRejection(reason))
  return said === undefined ? undefined : words('activities:trips.reason', { reason: said })
}

function cancelReasonOf({ details }: Activity): CancelReason {
  const { cancelledBecause } = details
  return isCancelReason(cancelledBecause) ? cancelledBecause : 'other'
}
