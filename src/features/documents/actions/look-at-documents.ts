import type { Clock } from '../../../platform/clock.ts'
import type { Activities, Activity, Traveller } from '../../activities/index.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { Questionnaires } from '../../questionnaires/index.ts'
import type { DocumentStore } from '../data/document-store.ts'
import { checklist, type ChecklistLine } from '../domain/checklist.ts'
import type { DocumentRule } from '../domain/document.ts'
import { documentErrors } from '../domain/document-errors.ts'

export interface LookNeeds {
  activities: Pick<Activities, 'store' | 'applications' | 'travellers'>
  questionnaires: Pick<Questionnaires, 'told'>
  people: Pick<People, 'roles'>
  documents: DocumentStore
  clock: Clock
  homeTimeZone: string
}

/** Somebody with what they need and how it stands. */
export interface PersonsDocuments {
  traveller: Traveller
  lines: ChecklistLine[]
  /** By when the passport has to be renewed, where what they told of it does not suffice. */
  renewBy: Temporal.PlainDate | undefined
}

export interface LookedAt {
  activity: Activity
  /** In the order of the sheet. */
  rules: readonly DocumentRule[]
  people: PersonsDocuments[]
}

export type LookAtDocuments = ReturnType<typeof lookAtDocuments>

/** What the travel form works out of the passport, by the names of its questions. */
const asked = ['passport_type', 'passport_is_short', 'passport_is_old', 'renew_by'] as const

/** The documents of an activity's people. Who may look: whoever runs it, and each at their own. */
export function lookAtDocuments(needs: LookNeeds) {
  const { activities, questionnaires, people, documents, clock, homeTimeZone } = needs
  const today = () => clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()

  // Nobody crosses a border for what takes place online.
  const rulesOf = async (activity: Activity): Promise<DocumentRule[]> =>
    activity.details['isOnline'] === true
      ? []
      : (((await activities.store.sheetsOf(activity.id))['documents'] ?? []) as DocumentRule[])

  async function of(
    activity: Activity,
    rules: readonly DocumentRule[],
    applicationIds?: readonly number[],
  ): Promise<PersonsDocuments[]> {
    const travellers = await activities.travellers.of(activity.id, applicationIds)
    const noted = await documents.notedOf(travellers.map(({ applicationId }) => applicationId))
    const told = await questionnaires.told(
      activity.id,
      asked,
      applicationIds && travellers.map(({ personId }) => personId),
    )
    return travellers.map((traveller) => {
      const facts = told.get(traveller.personId)
      const value = (name: (typeof asked)[number]) => facts?.get(name)?.value
      const isTooWeak = value('passport_is_short') === '1' || value('passport_is_old') === '1'
      const by = value('renew_by')
      return {
        traveller,
        lines: checklist(
          rules,
          { passportType: value('passport_type'), side: traveller.side },
          noted.get(traveller.applicationId) ?? new Map(),
          today(),
        ),
        renewBy: isTooWeak && by ? Temporal.PlainDate.from(by) : undefined,
      }
    })
  }

  async function runs(personId: number | null, activityId: number): Promise<Activity> {
    const activity = await activities.store.read(activityId)
    if (!activity) throw documentErrors.gone()
    const grants = personId === null ? [] : await people.roles.of(personId)
    if (!mayDo(grants, 'checkDocuments', activity.code)) throw documentErrors.notYours()
    return activity
  }

  async function one(applicationId: number) {
    const application = await activities.applications.read(applicationId)
    const activity = application && (await activities.store.read(application.activityId))
    const [person] = activity ? await of(activity, await rulesOf(activity), [applicationId]) : []
    if (!application || !activity || !person) throw documentErrors.gone()
    return { application, activity, person }
  }

  return {
    today,
    /** What an activity asks for, in the order of its sheet. */
    rulesOf,
    /** For the house itself. */
    of: async (activity: Activity) => of(activity, await rulesOf(activity)),

    /** Everybody's, for whoever runs the activity; who needs help most comes first. */
    async all(personId: number | null, activityId: number): Promise<LookedAt> {
      const activity = await runs(personId, activityId)
      const rules = await rulesOf(activity)
      return { activity, rules, people: (await of(activity, rules)).toSorted(mostUrgentFirst) }
    },

    /** Somebody's, for whoever runs the activity. */
    async ofOne(personId: number | null, applicationId: number) {
      const found = await one(applicationId)
      await runs(personId, found.activity.id)
      return found
    },

    /** The same for the house itself, which asks who looks. */
    ofHouse: one,

    /** One's own. */
    async own(personId: number | null, applicationId: number) {
      const found = await one(applicationId)
      if (found.application.personId !== personId) throw documentErrors.notYours()
      return found
    },

    /** All that somebody takes part in and is asked documents for. */
    async ownAll(personId: number): Promise<{ activity: Activity; person: PersonsDocuments }[]> {
      const seats = await activities.travellers.ofPerson(personId)
      const found: { activity: Activity; person: PersonsDocuments }[] = []
      for (const { activityId, applicationId } of seats) {
        const activity = await activities.store.read(activityId)
        if (!activity || activity.state === 'cancelled') continue
        if (Temporal.PlainDate.compare(activity.endsOn, today()) < 0) continue
        const [person] = await of(activity, await rulesOf(activity), [applicationId])
        if (person && (person.lines.length > 0 || person.renewBy)) found.push({ activity, person })
      }
      return found
    },
  }
}

const reds = ({ lines, renewBy }: PersonsDocuments) =>
  lines.filter(({ urgency }) => urgency === 'red').length + (renewBy ? 1 : 0)
const ambers = ({ lines }: PersonsDocuments) => lines.filter(({ urgency }) => urgency === 'amber').length

const mostUrgentFirst = (one: PersonsDocuments, other: PersonsDocuments): number =>
  reds(other) - reds(one) || ambers(other) - ambers(one)
