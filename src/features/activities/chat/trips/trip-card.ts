import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { inviteColleague, type People } from '../../../people/index.ts'
import { mayTakeBack } from '../../actions/withdraw-application.ts'
import { reasonToSay } from '../../actions/firm-standing.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { closedBecause, descriptionOf, isTrip, titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf, type Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import * as buttons from '../buttons.ts'
import type { ApplicationForms } from '../applying/application-forms.ts'
import { formLinesOf } from '../applying/form-lines.ts'
import { firmOf } from '../firm-of.ts'
import { takingPart } from '../../domain/life-cycle.ts'
import type { ActivitiesNeeds } from '../../needs.ts'
import { isNameChangeable } from '../../domain/guards.ts'
import { comingLine } from '../life/coming-views.ts'
import { offerFields } from '../life/offer-views.ts'
import { reasonLine } from '../applying/outcome-text.ts'
import { answerLines } from '../applying/summary-view.ts'
import { feeAndPhone, fundingNotice, nameAndKind } from './said-of-activity.ts'
import { colleagueName, facts, filledButtons, ownButtons } from './trips-views.ts'
import { seatsHeld } from '../../domain/seats.ts'

export interface TripCardNeeds extends Pick<ActivitiesNeeds, 'laterTripKeys'> {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  forms: ApplicationForms
  clock: Clock
  homeTimeZone: string
}

/** The card of an activity: its facts, where one's applications for it stand, and what can be done. */
export function tripCard(needs: TripCardNeeds) {
  const { activities, applications, people, forms, clock, homeTimeZone } = needs

  async function message({ words, viewer: { personId } }: Chat, activity: Activity): Promise<Message> {
    const counts = await applications.countByState([activity.id])
    const own = personId === null ? undefined : await applications.latestOne(activity.id, personId)
    const filled = personId === null ? [] : await applications.filledFor(personId)
    const ofThis = filled.filter(
      ({ activityId, state }) => activityId === activity.id && state !== 'withdrawn',
    )
    const memberships = personId === null ? [] : await people.members.membershipsOf(personId)
    const firm = memberships.find(({ state }) => state === 'member')?.firm
    const description = descriptionOf(activity, words.language)
    const closed = closedBecause(activity, clock.now())
    const approved = seatsHeld(counts.get(activity.id))
    const reader = personId === null ? homeTimeZone : await people.zoneOf(personId)
    const row = (text: string, callback_data: string) => [{ text, callback_data }]
    return {
      text: [
        nameAndKind(words, activity),
        [
          ...facts(words, activity, { approved, now: clock.now(), homeTimeZone, reader }),
          ...feeAndPhone(words, activity),
        ].join('\n'),
        ...(description ? [words('activities:trips.name', { title: description })] : []),
        ...(own ? [await standingLines(words, activity, own)] : []),
        ...(await Promise.all(ofThis.map((application) => standingLines(words, activity, application)))),
        ...fundingNotice(words, activity),
      ].join('\n\n'),
      keyboard: [
        ...ownButtons(words, activity, own, closed, {
          now: clock.now(),
          later: own ? await laterKeys(words, own) : [],
        }),
        ...(await colleagueKeys(words, activity, firm?.id, personId)),
        ...ofThis.flatMap((application) => filledButtons(words, application, closed)),
        ...(!closed && firm
          ? [
              row(
                words.plain('activities:trips.colleague'),
                buttons.applyForColleague.pack({ activityId: activity.id }),
              ),
            ]
          : []),
        ...(firm
          ? [row(words.plain('people:invite.button'), inviteColleague.pack({ firmId: firm.id }))]
          : []),
        row(words.plain('activities:trips.all'), buttons.listTrips.pack({})),
      ],
    }
  }

  const laterKeys = (words: Words, { id, activityId, personId, state }: Application) =>
    needs.laterTripKeys(words, {
      ...{ activityId, applicationId: id, personId, takesPart: takingPart.includes(state) },
    })

  /** Whom somebody of the firm can have replaced by a colleague. */
  async function colleagueKeys(
    words: Words,
    activity: Activity,
    firmId: number | undefined,
    personId: number | null,
  ) {
    if (firmId === undefined || !isNameChangeable(activity, clock.now())) return []
    const ofFirm = await applications.liveOfFirm(firmId)
    return ofFirm
      .filter(
        (one) => one.activityId === activity.id && one.state === 'approved' && one.personId !== personId,
      )
      .map((one) => [
        {
          text: words.plain('life:swap.other', { name: colleagueName(words, one) }),
          callback_data: buttons.askReplace.pack({ applicationId: one.id }),
        },
      ])
  }

  /** Where an application stands, its number, and what was decided and why. */
  async function standingLines(words: Words, activity: Activity, application: Application): Promise<string> {
    const { state, number, filledBy } = application
    const isFilled =
      filledBy !== null && (await applications.filledFor(filledBy)).some(({ id }) => id === application.id)
    const standing = { state: words.plain(`activities:state.${state}`) }
    const line = isFilled
      ? words('activities:trips.standingFor', { ...standing, name: colleagueName(words, application) })
      : words('activities:trips.standing', standing)
    const position =
      state === 'waitlisted' ? String(await applications.waitingPosition(application)) : undefined
    const offer =
      state === 'offered'
        ? words(
            'life:offer.until',
            offerFields(words, application, {
              now: clock.now(),
              zone: await people.zoneOf(application.personId),
            }),
          )
        : undefined
    const decision = await applications.lastDecision(application.id)
    const said = await reasonToSay(people, application, decision?.reason)
    const reason = decision?.toState === state ? reasonLine(words, state, said ?? null) : undefined
    return [
      position ? `${line} ${words('activities:trips.position', { position })}` : line,
      ...(reason ? [reason] : []),
      ...(offer ? [offer] : []),
      ...(state === 'approved' && application.comingAt ? [words('life:coming.said')] : []),
      ...comingLine(words, 'open', activity, application, clock.now()),
      ...(number === null
        ? []
        : [words('activities:trips.reference', { reference: referenceOf(activity.code, number) })]),
    ].join('\n')
  }

  /** What has been answered, to be read and not to be changed. */
  async function answers({ words, viewer: { personId } }: Chat, applicationId: number): Promise<Message> {
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    if (!activity || personId === null || !(await mayTakeBack(applications, application, personId)))
      throw activityErrors.notYours()
    const scene = {
      ...{ words, activity, application, ...(await firmOf(people, application)) },
      ...(await formLinesOf(forms, words, application, activity)),
    }
    return {
      text: [
        `<b>${words('activities:trips.name', { title: titleOf(activity, words.language) })}</b>`,
        await standingLines(words, activity, application),
        answerLines({ ...scene, isTrip: isTrip(activity.kind) }),
      ].join('\n\n'),
      keyboard: [
        [
          {
            text: words.plain('bot:back'),
            callback_data: buttons.openActivity.pack({ activityId: activity.id }),
          },
        ],
      ],
    }
  }

  return { message, answers }
}
