import type { InlineKeyboardButton } from 'grammy/types'
import { closingTime, remainingTime } from '../../../../platform/texts/remaining-time.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { cityOf, closedBecause, titleOf, type Activity, type Closed } from '../../domain/activity.ts'
import { nameIn, referenceOf, type Application } from '../../domain/application.ts'
import { seatsLeft } from '../../domain/seats.ts'
import * as buttons from '../buttons.ts'
import { comingKeys, mayConfirm } from '../life/coming-views.ts'
import { holdKeys } from '../life/whole-views.ts'
import { answerAgainKeys } from '../life/sent-back-views.ts'
import { offerKeys } from '../life/offer-views.ts'
import { untilFields } from './until.ts'
import { whenText } from './when-text.ts'
import { isNameChangeable } from '../../domain/guards.ts'
import { changeOf, over } from '../../domain/life-cycle.ts'

/** What an activity's facts depend on beyond itself. */
export interface FactScene {
  /** How many have a seat. */
  approved: number
  now: Temporal.Instant
  homeTimeZone: string
  /** The clock of whoever reads it. */
  reader: string
}

/** An activity that is open, as a line of the list. */
export function openLine(words: Words, activity: Activity, scene: FactScene): string {
  return [
    `<b>${words('activities:trips.name', { title: titleOf(activity, words.language) })}</b>`,
    ...facts(words, activity, scene),
  ].join('\n')
}

/** Dates and place, seats left, and the deadline in words. */
export function facts(words: Words, activity: Activity, { approved, ...clock }: FactScene): string[] {
  const left = seatsLeft(activity, approved)
  const closed = closedBecause(activity, clock.now)
  return [
    whenLine(words, activity),
    ...(left === null || closed === 'over'
      ? []
      : [left > 0 ? words('activities:trips.seats', { count: left }) : words('activities:trips.full')]),
    ...(closed
      ? [words(`activities:trips.closed.${closed}`)]
      : activity.applicationsCloseAt
        ? [closingLine(words, activity, clock)]
        : []),
  ]
}

/** When and where. */
export const whenLine = (words: Words, activity: Activity): string =>
  words('activities:trips.when', {
    dates: whenText(words, activity),
    city: cityOf(activity, words.language),
  })

/** Until when one can apply, by the chamber's clock and by the reader's; empty where that is not said. */
export function closingLine(
  words: Words,
  { applicationsCloseAt }: Pick<Activity, 'applicationsCloseAt'>,
  { now, homeTimeZone, reader }: Omit<FactScene, 'approved'>,
): string {
  return applicationsCloseAt === null
    ? ''
    : words('activities:trips.closes', {
        ...untilFields(words, applicationsCloseAt, { zone: homeTimeZone, reader }),
        closes: closingTime(words, remainingTime(now, applicationsCloseAt, reader)),
      })
}

/** One of somebody's own applications, as a line of the list. */
export function ownLine(words: Words, activity: Activity, { state, number }: Application): string {
  return words('activities:trips.ownLine', {
    title: titleOf(activity, words.language),
    state: words.plain(`activities:state.${state}`),
    reference: number === null ? '' : ` · ${referenceOf(activity.code, number)}`,
  })
}

/** An application somebody has filled in for another person, as a line of the list. */
export function filledLine(words: Words, activity: Activity, application: Application): string {
  return words('activities:trips.filledLine', {
    name: colleagueName(words, application),
    title: titleOf(activity, words.language),
    state: words.plain(`activities:state.${application.state}`),
    reference: application.number === null ? '' : ` · ${referenceOf(activity.code, application.number)}`,
  })
}

/** Whom an application is for; who has not been named yet is somebody of the firm. */
export const colleagueName = (words: Words, { answers }: Application): string =>
  nameIn(answers) || words.plain('activities:trips.somebody')

/** The way back to a draft: one's own, or the one for a colleague; with a title where there are several. */
export const resumeRow = (words: Words, draft: Application, title?: string) => [
  {
    text: draft.filledBy === null ? resumeOwn(words, title) : resumeFor(words, draft, title),
    callback_data: buttons.resume.pack({ applicationId: draft.id }),
  },
]

const resumeOwn = (words: Words, title?: string): string =>
  title === undefined
    ? words.plain('activities:trips.resume')
    : words.plain('activities:trips.resumeIt', { title: shortenedTo(title, 40) })

const resumeFor = (words: Words, draft: Application, title?: string): string =>
  [
    words.plain('activities:trips.resumeFor', { name: colleagueName(words, draft) }),
    ...(title === undefined ? [] : [shortenedTo(title, 24)]),
  ].join(' · ')

/** What somebody can do with their own application: apply, go on, look at it, or take it back. */
export function ownButtons(
  words: Words,
  activity: Activity,
  own: Application | undefined,
  closed: Closed | undefined,
  { now, later }: { now: Temporal.Instant; later: InlineKeyboardButton[][] },
): InlineKeyboardButton[][] {
  const key = (text: TextKey, callback_data: string) => [{ text: words.plain(text), callback_data }]
  const mayLeave = own !== undefined && changeOf(own.state, 'withdrawn', 'applicant') !== undefined
  const mayApply = own === undefined || over.includes(own.state)
  return [
    ...(mayApply && !closed
      ? [key('activities:trips.apply', buttons.apply.pack({ activityId: activity.id }))]
      : []),
    ...(own?.state === 'draft' && !closed ? [resumeRow(words, own)] : []),
    ...(own && mayConfirm(activity, own, now) ? comingKeys(words, own.id) : []),
    ...(own?.state === 'info_requested' && closed !== 'over' ? answerAgainKeys(words, own.id) : []),
    ...(own?.state === 'on_hold' ? holdKeys(words, own.id).slice(0, 1) : []),
    ...(own?.state === 'offered' ? offerKeys(words, own.id) : []),
    ...(own && own.state !== 'draft'
      ? [key('activities:trips.see', buttons.seeApplication.pack({ applicationId: own.id }))]
      : []),
    ...later,
    ...(own?.state === 'approved' && own.firmId !== null && isNameChangeable(activity, now)
      ? [key('life:swap.own', buttons.askReplace.pack({ applicationId: own.id }))]
      : []),
    ...(own && mayLeave && closed !== 'over'
      ? [key('activities:trips.withdraw', buttons.askWithdraw.pack({ applicationId: own.id }))]
      : []),
  ]
}

/** The same for one that was made for somebody else, until they have opened their link. */
export function filledButtons(
  words: Words,
  application: Application,
  closed: Closed | undefined,
): InlineKeyboardButton[][] {
  const { id: applicationId, state } = application
  const name = colleagueName(words, application)
  if (state === 'draft') return closed ? [] : [resumeRow(words, application)]
  if (closed === 'over' || !changeOf(state, 'withdrawn', 'applicant')) return []
  const text = words.plain('activities:trips.withdrawFor', { name })
  return [
    ...(state === 'info_requested' ? answerAgainKeys(words, applicationId) : []),
    [{ text, callback_data: buttons.askWithdraw.pack({ applicationId }) }],
  ]
}
