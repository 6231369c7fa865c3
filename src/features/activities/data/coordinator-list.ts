import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { accounts } from '../../../bot/data/tables.ts'
import type { Database } from '../../../platform/database.ts'
import { isLanguage, type Language } from '../../../shared/localized-text.ts'
import { likelyHomeZone, mayDo } from '../../people/index.ts'
import { persons, roles } from '../../people/data/tables.ts'
import type { Hearing } from './setting-store.ts'
import { coordinatorSettings } from './desk-tables.ts'

export type CoordinatorList = ReturnType<typeof coordinatorList>

/** A phone of somebody who runs an activity. */
export interface CoordinatorPhone {
  personId: number
  userId: number
  language: Language
  hears: Hearing
  /** Applications of before this moment are in no digest of theirs any more. */
  digestedAt: Temporal.Instant | null
  /** By whose clock they are left in peace at night: their own, or the likeliest for their number. */
  zone: string
  /** Whether they run the whole house. */
  isEverywhere: boolean
}

/** Who runs an activity and can be told something: roles, phones and settings in one query, because a lock may be held. */
export function coordinatorList({ db }: Pick<Database, 'db'>, homeTimeZone: string) {
  return {
    async of(activityCode: string, exceptPersonId: number | null = null): Promise<CoordinatorPhone[]> {
      const rows = await db
        .select({
          personId: accounts.personId,
          userId: accounts.userId,
          language: accounts.language,
          hears: coordinatorSettings.hears,
          digestedAt: coordinatorSettings.digestedAt,
          homeZone: persons.homeZone,
          phone: persons.phone,
          grants: sql<
            Held[]
          >`json_agg(json_build_object('role', ${roles.role}, 'activityCode', ${roles.activityCode}))`,
        })
        .from(roles)
        .innerJoin(accounts, and(eq(accounts.personId, roles.personId), eq(accounts.isReachable, true)))
        .innerJoin(persons, eq(persons.id, roles.personId))
        .leftJoin(coordinatorSettings, eq(coordinatorSettings.personId, roles.personId))
        .where(
          and(isNull(roles.revokedAt), or(isNull(roles.activityCode), eq(roles.activityCode, activityCode))),
        )
        .groupBy(accounts.userId, coordinatorSettings.personId, persons.homeZone, persons.phone)
        .orderBy(accounts.userId)
      return rows.flatMap(({ personId, grants, hears, language, homeZone, phone, ...rest }) =>
        personId === null ||
        personId === exceptPersonId ||
        !mayDo(asGrants(grants), 'decideApplications', activityCode)
          ? []
          : [
              {
                ...rest,
                zone: homeZone ?? likelyHomeZone(phone, null, homeTimeZone),
                personId,
                language: isLanguage(language) ? language : 'en',
                hears: hears === 'digest' ? 'digest' : 'at_once',
                isEverywhere: mayDo(asGrants(grants), 'tendFirms'),
              },
            ],
      )
    },
  }
}

type Held = Pick<Parameters<typeof mayDo>[0][number], 'role' | 'activityCode'>

const asGrants = (held: readonly Held[]) => held.map((grant) => ({ id: 0, personId: 0, ...grant }))
