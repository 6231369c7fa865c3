import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import { displayName } from '../../../people/index.ts'
import { firmMembers, firms, persons } from '../../../people/data/tables.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'
import { isStagedOutcome, type StagedOutcome } from '../../domain/staging.ts'
import type { Named } from '../application-lists.ts'
import { stagedDecisions } from '../life/staging-tables.ts'
import { applications } from '../tables.ts'
import { inLine } from '../life/waiting-list.ts'

/** Somebody on a list of the desk. */
export interface DeskRow extends Named {
  id: number
  number: number | null
  /** Decided, and not announced yet. */
  staged: StagedOutcome | undefined
}

export type DeskPage = ReturnType<typeof deskPage>

/**
 * A page of an activity's applications in these states, oldest first, with names, firms and what is decided about them;
 * those who wait in the order of their list.
 */
export const deskPage =
  ({ db }: Pick<Database, 'db'>) =>
  async (
    activityId: number,
    states: readonly ApplicationState[],
    { offset, limit }: { offset: number; limit: number },
  ): Promise<DeskRow[]> => {
    const rows = await db
      .select({
        id: applications.id,
        number: applications.number,
        person: { id: persons.id, givenNames: persons.givenNames, surname: persons.surname },
        firm: firms.name,
        firmState: firmMembers.state,
        outcome: stagedDecisions.outcome,
      })
      .from(applications)
      .innerJoin(persons, eq(persons.id, applications.personId))
      .leftJoin(firms, eq(firms.id, applications.firmId))
      .leftJoin(
        firmMembers,
        and(eq(firmMembers.firmId, applications.firmId), eq(firmMembers.personId, applications.personId)),
      )
      .leftJoin(stagedDecisions, eq(stagedDecisions.applicationId, applications.id))
      .where(and(eq(applications.activityId, activityId), inArray(applications.state, [...states])))
      .orderBy(
        ...(states.includes('waitlisted') ? inLine : [asc(applications.submittedAt), asc(applications.id)]),
      )
      .offset(offset)
      .limit(limit)
    return rows.map(({ person, outcome, ...row }) => ({
      ...row,
      name: displayName(person),
      staged: outcome !== null && isStagedOutcome(outcome) ? outcome : undefined,
    }))
  }
