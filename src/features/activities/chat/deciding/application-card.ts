import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { hasBegun, isTrip, titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf, type Application } from '../../domain/application.ts'
import type { Staged } from '../../domain/staging.ts'
import type { SentBack } from '../../domain/sent-back.ts'
import type { lateDocuments } from '../../domain/late-documents.ts'
import { supportedPerFirm } from '../../domain/seats.ts'
import { mayBeDecided } from '../../domain/life-cycle.ts'
import { isWithdrawalReason } from '../../domain/withdrawal.ts'
import { readRejection } from '../../domain/rejection.ts'
import * as buttons from '../buttons.ts'
import type { FormShown } from '../applying/application-forms.ts'
import { tabOf } from '../desk/desk-tabs.ts'
import { comingLine } from '../life/coming-views.ts'
import { lifeKeys } from '../life/card-keys.ts'
import { stagedLine } from '../several/staging-views.ts'
import { sentBackLines } from '../life/sent-back-text.ts'
import { untilFields } from '../trips/until.ts'
import type { FirmOfApplication } from '../firm-of.ts'
import { reasonText } from '../applying/outcome-text.ts'
import { answerLines } from '../applying/summary-view.ts'

export interface CardScene {
  activity: Activity
  application: Application
  ofFirm: FirmOfApplication
  /** Whether the firm came into being with this person. */
  isFounder: boolean
  /** What was answered in the form of the activity. */
  formShown?: FormShown
  /** Why the person does not know yet how it stands. */
  untold?: 'refused' | 'blocked' | 'noPhone'
  /** Why it was rejected or taken back, as it was kept. */
  because: string | null
  /** Whether the reader says who belongs to a firm. */
  mayConfirmFirm: boolean
  now: Temporal.Instant
  homeTimeZone: string
  /** What is decided and not announced yet, and by whom. */
  staged?: (Staged & { by: string }) | undefined
  /** What was asked again, and what has changed with it. */
  sentBack?: SentBack
  /** On the waiting list. */
  position?: number
  /** Documents whose last day is over already, while it can still be decided. */
  late?: ReturnType<typeof lateDocuments>
  /** As many of the firm as are supported have a seat already. */
  isOwnCost?: boolean
  /** The button of the list it was opened from, where that is not the list of its state. */
  back?: string
}

/** An application as coordinators see it, with what can be decided about it. */
export function applicationCard(words: Words, scene: CardScene): Message {
  const { activity, application, ofFirm, isFounder, because } = scene
  const { state } = application
  const ended = endOf(scene)
  const reason = state === 'rejected' ? reasonText(words, readRejection(because)) : undefined
  const head = [
    words('activities:card.title', {
      title: titleOf(activity, words.language),
      reference: referenceOf(activity.code, application.number),
      state: words.plain(`activities:state.${state}`),
    }),
    ...(reason === undefined ? [] : [words('activities:card.reason', { reason })]),
    ...(state !== 'rejected' && isWithdrawalReason(because)
      ? [words('life:card.why', { reason: words.plain(`life:why.${because}`) })]
      : []),
    ...(scene.position === undefined
      ? []
      : [words('life:card.position', { position: String(scene.position) })]),
    ...(application.offerExpiresAt
      ? [
          words(
            'life:card.offered',
            untilFields(words, application.offerExpiresAt, { zone: scene.homeTimeZone }),
          ),
        ]
      : []),
    ...(state === 'approved' && application.comingAt ? [words('life:coming.card')] : []),
    ...comingLine(words, 'cardOpen', activity, application, scene.now),
    ...(scene.staged ? [stagedLine(words, scene.staged, scene.staged.by)] : []),
    ...(scene.sentBack ? sentBackLines(words, activity, application, scene.sentBack, scene.formShown) : []),
    ...lateLine(words, scene),
    ...(scene.isOwnCost ? [words('life:card.ownCost', { count: supportedPerFirm(activity) ?? 0 })] : []),
    ...(scene.untold ? [words(`activities:card.untold.${scene.untold}`)] : []),
    ...(ended ? [words(`activities:trips.closed.${ended}`)] : []),
  ]
  const seen = isFounder ? ('founded' as const) : ofFirm.firmStanding
  const firmLabel = seen === 'refused' ? ('refusedByFirm' as const) : seen
  const answers = answerLines({
    words,
    activity,
    application,
    ...ofFirm,
    firmLabel,
    isTrip: isTrip(activity.kind),
    ...(scene.formShown ? { formShown: scene.formShown } : {}),
  })
  return { text: `${head.join('\n')}\n\n${answers}`, keyboard: cardKeys(words, scene) }
}

/** "⚠️ The last day has passed for: Visa (5 November 2026)" */
function lateLine(words: Words, { activity, late = [] }: CardScene): string[] {
  if (late.length === 0) return []
  const list = late.map(({ title, due }) =>
    words.plain('life:card.lateDocument', {
      title: readText(title, words.language, activity.workingLanguage ?? undefined) ?? '',
      day: formatDate(due, words.language),
    }),
  )
  return [words('life:card.late', { list: list.join(', ') })]
}

/** Once it has begun or is cancelled, nobody gets a seat any more; saying no is still possible. */
function endOf({ activity, now }: CardScene): 'cancelled' | 'over' | undefined {
  if (activity.state === 'cancelled') return 'cancelled'
  return hasBegun(activity, now) ? 'over' : undefined
}

function cardKeys(words: Words, scene: CardScene): InlineKeyboardButton[][] {
  const { application, activity, ofFirm, mayConfirmFirm } = scene
  const { id: applicationId, state } = application
  const isUnconfirmed = ofFirm.firmStanding === 'requested' || ofFirm.firmStanding === 'refused'
  const isOpen = mayBeDecided(state)
  const key = (
    name: 'approve' | 'waitlist' | 'reject' | 'confirmFirm' | 'refuseFirm',
    to: { pack(values: { applicationId: number }): string },
  ) => ({ text: words.plain(`activities:card.${name}`), callback_data: to.pack({ applicationId }) })
  const seats = isOpen && !endOf(scene)
  return [
    ...(mayConfirmFirm && isUnconfirmed ? [[key('confirmFirm', buttons.confirmFirm)]] : []),
    ...(mayConfirmFirm && ofFirm.firmStanding === 'requested'
      ? [[key('refuseFirm', buttons.refuseFirm)]]
      : []),
    ...(seats ? [[key('approve', buttons.approve)]] : []),
    ...(seats && state !== 'waitlisted' ? [[key('waitlist', buttons.waitlist)]] : []),
    ...lifeKeys(words, scene),
    ...(seats
      ? [
          [
            {
              text: words.plain(scene.staged ? 'several:later.undo' : 'several:later.button'),
              callback_data: (scene.staged ? buttons.unstage : buttons.askStage).pack({ applicationId }),
            },
          ],
        ]
      : []),
    ...(isOpen ? [[key('reject', buttons.askReason)]] : []),
    [
      {
        text: words.plain('person:keys.card'),
        callback_data: buttons.openPerson.pack({ applicationId }),
      },
    ],
    [
      {
        text: words.plain('activities:card.toList'),
        callback_data:
          scene.back ??
          buttons.listApplications.pack({ activityId: activity.id, state: tabOf(state), offset: 0 }),
      },
    ],
  ]
}
