import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'

/** Where somebody is named who has done something: a link they have opened, a draft they hold, a table they have taken. */
const named = [
  ['responses', 'filled_by'],
  ['responses', 'submitted_by'],
  ['responses', 'confirmed_by'],
  ['answers', 'said_by'],
  ['questionnaire_requests', 'asked_by'],
  ['questionnaire_rounds', 'started_by'],
  ['questionnaire_versions', 'published_by'],
  ['section_links', 'created_by'],
  ['section_links', 'used_by'],
  ['form_files', 'person_id'],
  ['result_exports', 'person_id'],
] as const

/**
 * Responses become another person's or another firm's. Of two drafts of one questionnaire the one that comes is laid aside as
 * withdrawn: what was said in it stays.
 */
export function movingResponses({ db, forget }: Pick<Database, 'db' | 'forget'>) {
  const layAsideTwins = (isOne: SQL, isOther: SQL) =>
    db.execute(sql`update responses as one set state = 'withdrawn' where ${isOne} and state = 'draft' and exists (
      select 1 from responses as other where ${isOther} and other.state = 'draft'
        and other.questionnaire_id = one.questionnaire_id and other.is_test = one.is_test
        and coalesce(other.activity_id, 0) = coalesce(one.activity_id, 0))`)

  return {
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      forget()
      await layAsideTwins(
        sql`one.person_id = ${fromPersonId} and one.firm_id is null`,
        sql`other.person_id = ${toPersonId} and other.firm_id is null`,
      )
      await db.execute(sql`update responses set person_id = ${toPersonId} where person_id = ${fromPersonId}`)
      for (const [table, column] of named)
        await db.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${toPersonId}
          where ${sql.identifier(column)} = ${fromPersonId}`)
      await db.execute(sql`update questionnaire_requests as one set person_id = ${toPersonId}
        where person_id = ${fromPersonId} and not exists (select 1 from questionnaire_requests as other
          where other.person_id = ${toPersonId} and other.questionnaire_id = one.questionnaire_id
            and coalesce(other.activity_id, 0) = coalesce(one.activity_id, 0))`)
    },

    async moveFirm(fromFirmId: number, intoFirmId: number): Promise<void> {
      forget()
      await layAsideTwins(sql`one.firm_id = ${fromFirmId}`, sql`other.firm_id = ${intoFirmId}`)
      await db.execute(sql`update responses set firm_id = ${intoFirmId} where firm_id = ${fromFirmId}`)
    },
  }
}
