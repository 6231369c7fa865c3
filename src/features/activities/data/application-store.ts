import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Answers, Application, StepName } from '../domain/application.ts'
import { actingByHand } from './person/acting-by-hand.ts'
import { applicationCounts } from './application-counts.ts'
import { applicationEventLog } from './application-events.ts'
import { applicationLists } from './application-lists.ts'
import { applicationsOfPerson } from './applications-of-person.ts'
import { firmsApplications } from './firms-applications.ts'
import { freshApplications } from './fresh-applications.ts'
import { waitingList } from './life/waiting-list.ts'
import { asApplication } from './as-application.ts'
import { savedDraft, type DraftChanges } from './saved-draft.ts'
import { applicationEvents, applications } from './tables.ts'
import type { ApplicationState } from '../domain/life-cycle.ts'

export type ApplicationStore = ReturnType<typeof applicationStore>

type StoreNeeds = Pick<
  Database,
  'db' | 'query' | 'remember' | 'forget' | 'keepInMind' | 'writeLast' | 'current'
>
const isStaleDraft = "state = 'draft' and number is null and updated_at < $1"
const nameOf = (id: number) => `application ${id}`

/** Applications, one by one and in lists, and what happened to them. */
export function applicationStore(database: StoreNeeds, clock: Clock) {
  const { db, remember, forget, keepInMind, writeLast, current } = database
  const read = (id: number): Promise<Application | undefined> =>
    remember(nameOf(id), async () => {
      const [row] = await db.select().from(applications).where(eq(applications.id, id))
      return row && asApplication(row)
    })

  return {
    ...applicationLists({ db }),
    ...applicationsOfPerson({ db, forget }),
    ...applicationCounts({ db }),
    ...waitingList({ db }),
    ...freshApplications({ db }),
    ...firmsApplications({ db }),
    ...applicationEventLog({ db }, clock),
    ...actingByHand(database),
    read,

    /** What has been read together with something else in this transaction. */
    keepInMind: (row: typeof applications.$inferSelect): void =>
      keepInMind(nameOf(row.id), asApplication(row)),

    /**
     * Writes a draft as it is after these changes, with the end of the transaction. It had better not have been changed
     * by somebody else since it was read: then nothing of the transaction remains, and it is made again.
     */
    async saveDraft(id: number, changes: DraftChanges): Promise<void> {
      const known = await read(id)
      if (!known) throw new Error('a draft was saved that is not there')
      const draft = { ...known, ...changes, revision: known.revision + 1, updatedAt: clock.now() }
      const name = nameOf(id)
      const before = current()?.lastWords(name)?.parameters.at(-1) ?? known.revision
      await writeLast(savedDraft(name, draft, before))
      keepInMind(name, draft)
    },

    /** Locks it until the end of the transaction, so that two coordinators decide one after the other. */
    async readLocked(id: number): Promise<Application | undefined> {
      const [row] = await db.select().from(applications).where(eq(applications.id, id)).for('no key update')
      const application = row && asApplication(row)
      forget(nameOf(id), application)
      return application
    },

    async create(
      draft: Pick<Application, 'activityId' | 'personId' | 'firmId' | 'answers' | 'filledBy'>,
    ): Promise<Application> {
      const now = clock.now()
      const [row] = await db
        .insert(applications)
        .values({ ...draft, answers: { ...draft.answers }, state: 'draft', createdAt: now, updatedAt: now })
        .returning()
      if (!row) throw new Error('an application was not created')
      return asApplication(row)
    },

    async update(id: number, changes: ApplicationChanges): Promise<void> {
      const [row] = await db
        .update(applications)
        .set({
          ...ended(changes.state),
          ...changes,
          revision: sql`${applications.revision} + 1`,
          updatedAt: clock.now(),
        } as never)
        .where(eq(applications.id, id))
        .returning()
      forget(nameOf(id), row && asApplication(row))
    },

    /** One draft of a person is open at a time: whatever else they were filling in is paused. */
    async open(id: number, personId: number): Promise<void> {
      forget()
      await db
        .update(applications)
        .set({ isPaused: sql`${applications.id} <> ${id}`, revision: sql`${applications.revision} + 1` })
        .where(
          and(
            eq(applications.state, 'draft'),
            sql`coalesce(${applications.filledBy}, ${applications.personId}) = ${personId}`,
            sql`${applications.isPaused} <> (${applications.id} <> ${id})`,
          ),
        )
    },

    async remove(id: number): Promise<void> {
      forget(nameOf(id))
      await db.delete(applicationEvents).where(eq(applicationEvents.applicationId, id))
      await db.delete(applications).where(eq(applications.id, id))
    },

    /** Notes whether a decision could be said. */
    async markTold(id: number, isTold: boolean): Promise<void> {
      forget(nameOf(id))
      await db.update(applications).set({ isUntold: !isTold }).where(eq(applications.id, id))
    },

    /** Drafts nobody has touched for 60 days go, after what happened to them. */
    sweeps: [
      sweep(database, {
        table: 'application_events',
        where: `application_id in (select id from applications where ${isStaleDraft})`,
        afterHours: 60 * 24,
      }),
      sweep(database, {
        table: 'applications',
        where: `${isStaleDraft} and not exists (select 1 from application_events where application_id = applications.id)`,
        afterHours: 60 * 24,
      }),
    ],
  }
}

/** What belongs to a state ends with it. */
const ended = (to: ApplicationState | undefined): ApplicationChanges =>
  to === undefined
    ? {}
    : {
        ...{ waitingSince: null, waitingPriority: 0, offerExpiresAt: null, heldFrom: null },
        ...(to === 'completed' ? {} : { comingAt: null }),
      }

export type ApplicationChanges = Partial<{
  answers: Answers
  firmId: number | null
  changing: StepName | null
  isPaused: boolean
  state: ApplicationState
  number: number
  personId: number
  filledBy: number | null
  submittedAt: Temporal.Instant
  waitingSince: Temporal.Instant | null
  waitingPriority: number
  offerExpiresAt: Temporal.Instant | null
  heldFrom: ApplicationState | null
  comingAt: Temporal.Instant | null
}>
