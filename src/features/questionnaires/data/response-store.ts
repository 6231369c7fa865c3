import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Filled, Response } from '../domain/questionnaire.ts'
import type { Answers } from '../domain/session/session.ts'
import { asResponse } from './as-questionnaire.ts'
import { findingResponses, heldBy, ofApplicationNamed } from './finding-responses.ts'
import {
  answersIn,
  beforeIn,
  saidByIn,
  savedResponse,
  type AnswerChanges,
  type ResponseChanges,
  type SaidBy,
} from './saved-response.ts'
import { handingInResponses } from './handing-in-responses.ts'
import { answers, responses } from './response-tables.ts'

export type ResponseStore = ReturnType<typeof responseStore>

export type NewResponse = Pick<
  Response,
  | 'questionnaireId'
  | 'versionId'
  | 'personId'
  | 'firmId'
  | 'activityId'
  | 'applicationId'
  | 'round'
  | 'isTest'
  | 'editsId'
  | 'seed'
  | 'place'
> &
  Partial<Pick<Response, 'section' | 'isBySeveral'>>

type StoreNeeds = Pick<
  Database,
  'db' | 'query' | 'remember' | 'forget' | 'keepInMind' | 'writeLast' | 'current'
>
const nameOf = (id: number) => `response ${id}`

/** Responses and what was answered in them. */
export function responseStore(database: StoreNeeds, clock: Clock) {
  const { db, remember, forget, keepInMind, writeLast, current } = database

  async function answersOf(id: number): Promise<Answers> {
    const rows = await db
      .select({ path: answers.path, value: answers.value })
      .from(answers)
      .where(eq(answers.responseId, id))
    return Object.fromEntries(rows.map(({ path, value }) => [path, value]))
  }

  const read = (id: number): Promise<Filled | undefined> =>
    remember(nameOf(id), async () => {
      const [row] = await db.select().from(responses).where(eq(responses.id, id))
      return row && { ...asResponse(row), answers: await answersOf(id) }
    })

  return {
    ...handingInResponses(database, clock),
    ...findingResponses(database),
    read,

    /** What has been read together with something else in this transaction. */
    keepInMind: (row: typeof responses.$inferSelect, given: Answers): void =>
      keepInMind(nameOf(row.id), { ...asResponse(row), answers: given }),

    /**
     * Writes a draft and its new answers with the end of the transaction. It had better not have been changed by somebody
     * else since it was read: then nothing of the transaction remains, and it is made again.
     */
    async save(
      id: number,
      changes: ResponseChanges,
      given: AnswerChanges = {},
      saidBy: SaidBy = {},
    ): Promise<void> {
      const known = await read(id)
      if (!known) throw new Error('a response was saved that is not there')
      const { answers: before, ...response } = known
      const draft = { ...response, ...changes, revision: known.revision + 1, updatedAt: clock.now() }
      const name = nameOf(id)
      const earlier = current()?.lastWords(name)
      await writeLast(
        savedResponse(name, draft, {
          changed: { ...answersIn(earlier), ...given },
          saidBy: { ...saidByIn(earlier), ...saidBy },
          before: beforeIn(earlier) ?? known.revision,
        }),
      )
      keepInMind(name, { ...draft, answers: withChanges(before, given) })
      forget(ofApplicationNamed(draft.applicationId))
    },

    /** Locks it until the end of the transaction. */
    async readLocked(id: number): Promise<Filled | undefined> {
      const [row] = await db.select().from(responses).where(eq(responses.id, id)).for('update')
      const filled = row && { ...asResponse(row), answers: await answersOf(id) }
      forget(nameOf(id), filled)
      return filled
    },

    async create(draft: NewResponse): Promise<Response> {
      forget(ofApplicationNamed(draft.applicationId))
      const now = clock.now()
      const [row] = await db
        .insert(responses)
        .values({ ...draft, startedAt: now, updatedAt: now })
        .returning()
      if (!row) throw new Error('a response was not created')
      return asResponse(row)
    },

    /** What was begun by itself is gone on with while applying. */
    async tieTo(id: number, applicationId: number): Promise<void> {
      forget()
      await db
        .update(responses)
        .set({ applicationId, isPaused: false, place: null })
        .where(eq(responses.id, id))
    },

    /** What was given with an application is whose that is, and withdrawn with it. */
    async follow(applicationId: number): Promise<void> {
      forget()
      await db.execute(sql`update responses r set person_id = a.person_id,
        state = case when a.state = 'withdrawn' then 'withdrawn' else r.state end
        from applications a where a.id = ${applicationId} and r.application_id = a.id`)
    },

    /** A draft that goes no further keeps what was said in it, and is none of what was handed in. */
    async layAside(id: number): Promise<void> {
      forget()
      await db
        .update(responses)
        .set({ ...{ state: 'withdrawn', place: null, pending: null }, updatedAt: clock.now() })
        .where(and(eq(responses.id, id), eq(responses.state, 'draft')))
    },

    async copyAnswers(fromId: number, toId: number): Promise<void> {
      forget()
      await db.execute(sql`insert into answers (response_id, path, value, answered_at, said_by)
        select ${toId}, path, value, answered_at, said_by from answers where response_id = ${fromId}
        on conflict do nothing`)
    },

    /**
     * One draft of a person is open at a time: whatever else they were filling in is paused. A coordinator who opens it for
     * somebody holds it, and it stays theirs. `fromTheTop`: not at the question at which it was left.
     */
    async open(id: number, holder: number, { fromTheTop = false, isForOthers = false } = {}): Promise<void> {
      forget()
      const isIt = sql`${responses.id} = ${id}`
      await db
        .update(responses)
        .set({
          isPaused: sql`${responses.id} <> ${id}`,
          ...(isForOthers
            ? {}
            : { personId: sql`case when ${isIt} then ${holder}::bigint else ${responses.personId} end` }),
          filledBy: sql`case when ${isIt} then ${isForOthers ? holder : null}::bigint else ${responses.filledBy} end`,
          ...(fromTheTop ? { place: sql`case when ${isIt} then null else ${responses.place} end` } : {}),
          isBySeveral: sql`${responses.isBySeveral} or (${isIt} and ${responses.firmId} is not null
            and (${isForOthers}::boolean or ${responses.personId} is distinct from ${holder}::bigint))`,
          revision: sql`${responses.revision} + 1`,
          updatedAt: clock.now(),
        })
        .where(
          and(
            eq(responses.state, 'draft'),
            isNull(responses.applicationId),
            or(isIt, and(heldBy(holder), eq(responses.isPaused, false))),
          ),
        )
    },

    async remove(id: number): Promise<void> {
      forget()
      await db.delete(responses).where(eq(responses.id, id))
    },

    /** Drafts nobody has touched for 180 days go with their answers; what was answered in a trial run after 30. */
    sweeps: [
      sweep(database, {
        table: 'responses',
        where: `state = 'draft' and not is_test and updated_at < $1`,
        afterHours: 180 * 24,
      }),
      // A section that was taken back, and changes that a new round overtook: what was said there is in nothing else.
      sweep(database, {
        table: 'responses',
        where: `state = 'withdrawn' and edits_id is not null and updated_at < $1`,
        afterHours: 30 * 24,
      }),
      sweep(database, { table: 'responses', where: 'is_test and updated_at < $1', afterHours: 30 * 24 }),
    ],
  }
}

function withChanges(before: Answers, changed: AnswerChanges): Answers {
  const after: Record<string, string> = { ...before }
  for (const [path, value] of Object.entries(changed))
    if (value === null) delete after[path]
    else after[path] = value
  return after
}
