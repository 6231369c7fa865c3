import { and, desc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { Response } from '../domain/questionnaire.ts'
import { asResponse } from './as-questionnaire.ts'
import type { JourneyWords } from './journey-words.ts'
import { responses } from './response-tables.ts'

/** Whose response it is: a person's, or the one a firm shares. */
export interface Owner {
  questionnaireId: number
  /** null: a firm's, while a coordinator fills it in. */
  personId: number | null
  firmId: number | null
  /** For which activity; null: for none. */
  activityId: number | null
  round: number
  isTest: boolean
}

/** Responses by whose they are. */
export function findingResponses(
  { db, remember }: Pick<Database, 'db' | 'remember'>,
  words: Pick<JourneyWords, 'open'>,
) {
  async function found(where: SQL | undefined, { first, limit }: { first?: SQL; limit: number }) {
    const rows = await db
      .select()
      .from(responses)
      .where(where)
      .orderBy(...(first ? [first] : []), desc(responses.id))
      .limit(limit)
    return rows.map((row) => asResponse(row, words))
  }

  return {
    /** The draft there is, else what was submitted last. */
    async latestOf(owner: Owner): Promise<Response | undefined> {
      const first = sql`(${responses.state} = 'draft') desc`
      const [latest] = await found(ownedBy(owner), { first, limit: 1 })
      return latest
    },

    /** All of a person and of their firms, newest first; trial runs are none. */
    concerning(personId: number, firmIds: readonly number[]): Promise<Response[]> {
      const theirs = or(
        eq(responses.personId, personId),
        and(eq(responses.filledBy, personId), eq(responses.state, 'draft')),
      )
      const ofFirms = inArray(responses.firmId, [...firmIds])
      const whose = firmIds.length > 0 ? or(theirs, ofFirms) : theirs
      return found(and(eq(responses.isTest, false), whose), { limit: 100 })
    },

    /** Those given with an application, newest first. */
    ofApplication: (applicationId: number): Promise<Response[]> =>
      remember(ofApplicationNamed(applicationId), () =>
        found(eq(responses.applicationId, applicationId), { limit: 10 }),
      ),

    openWhere: `exists (select from responses r where r.state = 'draft' and not r.is_paused
      and (r.filled_by = viewer.id or (r.filled_by is null and r.person_id = viewer.id)))`,

    /** The draft whose question stands open in this person's chat. */
    async openDraftBy(personId: number): Promise<Response | undefined> {
      const [open] = await found(
        and(
          heldBy(personId),
          eq(responses.state, 'draft'),
          eq(responses.isPaused, false),
          isNull(responses.applicationId),
        ),
        { first: desc(responses.updatedAt), limit: 1 },
      )
      return open
    },
  }
}

/** Under which a transaction remembers them. */
export const ofApplicationNamed = (applicationId: number | null) =>
  `responses of application ${applicationId}`

/** Drafts that stand in this person's chat. */
export const heldBy = (personId: number) =>
  or(eq(responses.filledBy, personId), and(isNull(responses.filledBy), eq(responses.personId, personId)))

const ownedBy = ({ questionnaireId, personId, firmId, activityId, round, isTest }: Owner) =>
  and(
    eq(responses.questionnaireId, questionnaireId),
    eq(responses.isTest, isTest),
    eq(responses.round, round),
    ne(responses.state, 'withdrawn'),
    activityId === null ? isNull(responses.activityId) : eq(responses.activityId, activityId),
    firmId === null
      ? and(eq(responses.personId, personId ?? 0), sql`${responses.firmId} is null`)
      : eq(responses.firmId, firmId),
  )
