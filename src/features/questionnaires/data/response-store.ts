import { eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Filled, Response } from '../domain/questionnaire.ts'
import type { Answers } from '../domain/session/session.ts'
import { asResponse } from './as-questionnaire.ts'
import { findingResponses, ofApplicationNamed } from './finding-responses.ts'
import { sealWhatIsClear, type JourneyWords } from './journey-words.ts'
import { openingResponses } from './opening-responses.ts'
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
export function responseStore(database: StoreNeeds, clock: Clock, words: JourneyWords) {
  const { db, remember, forget, keepInMind, writeLast, current } = database

  async function answersOf(id: number): Promise<Answers> {
    const rows = await db
      .select({ path: answers.path, value: answers.value })
      .from(answers)
      .where(eq(answers.responseId, id))
    return Object.fromEntries(rows.map(({ path, value }) => [path, words.open(value)]))
  }

  async function filledIn(row: typeof responses.$inferSelect | undefined): Promise<Filled | undefined> {
    return row && { ...asResponse(row, words), answers: await answersOf(row.id) }
  }

  const read = (id: number): Promise<Filled | undefined> =>
    remember(nameOf(id), async () => {
      const [row] = await db.select().from(responses).where(eq(responses.id, id))
      return filledIn(row)
    })

  return {
    ...handingInResponses(database, clock, async (id) => words.of((await read(id))?.questionnaireId ?? 0)),
    ...findingResponses(database, words),
    ...openingResponses(database, clock),
    read,

    /** What has been read together with something else in this transaction. */
    keepInMind: (row: typeof responses.$inferSelect, given: Answers): void =>
      keepInMind(nameOf(row.id), { ...asResponse(row, words), answers: words.openEach(given) }),

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
      const { seal } = await words.of(known.questionnaireId)
      const sealed = (value: string | null) => value && seal(value)
      await writeLast(
        savedResponse(
          name,
          { ...draft, pending: sealed(draft.pending) },
          {
            changed: { ...answersIn(earlier), ...mapValues(given, sealed) },
            saidBy: { ...saidByIn(earlier), ...saidBy },
            before: beforeIn(earlier) ?? known.revision,
          },
        ),
      )
      keepInMind(name, { ...draft, answers: withChanges(before, given) })
      forget(ofApplicationNamed(draft.applicationId))
    },

    /** Locks it until the end of the transaction. */
    async readLocked(id: number): Promise<Filled | undefined> {
      const [row] = await db.select().from(responses).where(eq(responses.id, id)).for('update')
      const filled = await filledIn(row)
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
      return asResponse(row, words)
    },

    async copyAnswers(fromId: number, toId: number): Promise<void> {
      forget()
      await db.execute(sql`insert into answers (response_id, path, value, answered_at, said_by)
        select ${toId}, path, value, answered_at, said_by from answers where response_id = ${fromId}
        on conflict do nothing`)
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
      ...sealWhatIsClear(database, words),
    ],
  }
}

const mapValues = (changes: AnswerChanges, change: (value: string | null) => string | null): AnswerChanges =>
  Object.fromEntries(Object.entries(changes).map(([path, value]) => [path, change(value)]))

function withChanges(before: Answers, changed: AnswerChanges): Answers {
  const after: Record<string, string> = { ...before }
  for (const [path, value] of Object.entries(changed))
    if (value === null) delete after[path]
    else after[path] = value
  return after
}
