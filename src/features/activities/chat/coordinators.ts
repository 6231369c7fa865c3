import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { displayName, mayCoordinate, mayCoordinateEverything, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { SettingStore } from '../data/setting-store.ts'
import { isTrip, titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf, type Application } from '../domain/application.ts'
import { seatsLeft } from '../domain/seats.ts'
import * as buttons from './buttons.ts'
import { firmOf } from './firm-of.ts'
import { freeSeatsView } from './free-seats-view.ts'
import { answerLines } from './summary-view.ts'

export interface CoordinatorsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  settings: SettingStore
  people: People
  clock: Clock
}

export type Coordinators = ReturnType<typeof coordinators>

/** How coordinators hear of applications: a card at once, or one digest a day, as each of them chooses. */
export function coordinators({ activities, applications, settings, people, clock }: CoordinatorsNeeds) {
  async function whoRuns(activityCode: string, exceptPersonId: number): Promise<number[]> {
    const grants = await people.roles.all()
    const ids = new Set(
      grants.filter((grant) => mayCoordinate([grant], activityCode)).map(({ personId }) => personId),
    )
    ids.delete(exceptPersonId)
    return [...ids]
  }

  /** A card for this reader: whether somebody belongs to a firm is said by those who run the whole house. */
  async function cardFor(
    personId: number | null,
    words: Words,
    application: Application,
    activity: Activity,
  ): Promise<Message> {
    const grants = personId === null ? [] : await people.roles.of(personId)
    return card(words, application, activity, mayCoordinateEverything(grants))
  }

  async function card(
    words: Words,
    application: Application,
    activity: Activity,
    mayConfirmFirm: boolean,
  ): Promise<Message> {
    const { id: applicationId, state } = application
    const ofFirm = await firmOf(people, application)
    const { firmId, personId } = application
    const isNewFirm = firmId !== null && (await people.members.hasFounded(firmId, personId))
    const seen = isNewFirm ? ('founded' as const) : ofFirm.firmStanding
    const firmLabel = seen === 'refused' ? ('refusedByFirm' as const) : seen
    const scene = { words, activity, application, ...ofFirm, firmLabel, isTrip: isTrip(activity.kind) }
    const head = words('activities:card.title', {
      title: titleOf(activity, words.language),
      reference: referenceOf(activity.code, application.number),
      state: words.plain(`activities:state.${state}`),
    })
    const isOpen = state === 'submitted' || state === 'waitlisted'
    return {
      text: `${head}\n\n${answerLines(scene)}`,
      keyboard: [
        ...(mayConfirmFirm && (ofFirm.firmStanding === 'requested' || ofFirm.firmStanding === 'refused')
          ? [
              [
                {
                  text: words.plain('activities:card.confirmFirm'),
                  callback_data: buttons.confirmFirm.pack({ applicationId }),
                },
              ],
            ]
          : []),
        ...(mayConfirmFirm && ofFirm.firmStanding === 'requested'
          ? [
              [
                {
                  text: words.plain('activities:card.refuseFirm'),
                  callback_data: buttons.refuseFirm.pack({ applicationId }),
                },
              ],
            ]
          : []),
        ...(isOpen
          ? [
              [
                {
                  text: words.plain('activities:card.approve'),
                  callback_data: buttons.approve.pack({ applicationId }),
                },
              ],
              [
                ...(state === 'submitted'
                  ? [
                      {
                        text: words.plain('activities:card.waitlist'),
                        callback_data: buttons.waitlist.pack({ applicationId }),
                      },
                    ]
                  : []),
                {
                  text: words.plain('activities:card.reject'),
                  callback_data: buttons.askReason.pack({ applicationId }),
                },
              ],
            ]
          : []),
      ],
    }
  }

  async function freeSeats(activity: Activity): Promise<((words: Words) => Message) | undefined> {
    const counts = (await applications.countByState([activity.id])).get(activity.id)
    const left = seatsLeft(activity, counts?.approved ?? 0)
    const first = left === 0 ? undefined : await applications.firstWaiting(activity.id, activity.perFirm)
    if (!first) return undefined
    const person = await people.persons.read(first.personId)
    const { firm } = await firmOf(people, first)
    const name = [person ? displayName(person) : '', firm?.name].filter(Boolean).join(', ')
    return (words) => freeSeatsView(words, { activity, left, waiting: counts?.waitlisted ?? 0, first, name })
  }

  return {
    cardFor,
    whoRuns,

    /** A new application: a card to each who wants them at once. */
    async hear(application: Application, activity: Activity): Promise<void> {
      for (const personId of await whoRuns(activity.code, application.personId)) {
        if ((await settings.hearsOf(personId)) === 'digest') continue
        await people.tell(personId, (words) => cardFor(personId, words, application, activity))
      }
    },

    /** Seats that somebody on the waiting list could have: how many wait, and the first of them at one tap. */
    async hearOfFreeSeats(activity: Activity): Promise<void> {
      const say = await freeSeats(activity)
      if (say) for (const personId of await whoRuns(activity.code, 0)) await people.tell(personId, say)
    },

    freeSeats,

    async hearOfWithdrawal(application: Application, activity: Activity): Promise<void> {
      for (const personId of await whoRuns(activity.code, application.personId))
        await people.tell(personId, (words) => ({
          text: words('activities:card.withdrawn', {
            title: titleOf(activity, words.language),
            reference: referenceOf(activity.code, application.number),
          }),
          isSilent: true,
        }))
    },

    /** The digest of a morning: how many new ones there are, and the way to them. */
    async sendDigests(): Promise<void> {
      for (const { personId, digestedAt } of await settings.digestReaders()) {
        const grants = await people.roles.of(personId)
        const fresh = await applications.submittedSince(digestedAt)
        const known = await activities.byIds(fresh.map(({ activityId }) => activityId))
        const theirs = fresh.filter(({ activityId }) =>
          mayCoordinate(grants, known.get(activityId)?.code ?? ''),
        )
        await settings.markDigested(personId, clock.now())
        if (theirs.length === 0) continue
        await people.tell(personId, (words) => ({
          text: words('activities:card.digest', { count: theirs.length }),
          keyboard: [[{ text: words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }]],
        }))
      }
    },
  }
}
