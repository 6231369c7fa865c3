import type { Database } from '../../../platform/database.ts'

/**
 * What the room does when a person is erased: their correspondence goes, and what they have written to others as a coordinator
 * stays with those, without their name.
 */
export function erasingPerson({ query }: Pick<Database, 'query'>) {
  return async (personId: number): Promise<void> => {
    await query(`delete from answers_begun where person_id = $1`, [personId])
    await query(`delete from letters where person_id = $1`, [personId])
    await query(`delete from threads where person_id = $1`, [personId])
    await query(`update letters set author_id = null where author_id = $1`, [personId])
    await query(`update letters set settled_by = null where settled_by = $1`, [personId])
    await query(`update threads set taken_by = null, taken_at = null where taken_by = $1`, [personId])
    await query(`delete from letter_messages where person_id = $1`, [personId])
  }
}

/** The columns in which this room names persons it still needs; who stands in none may be forgotten. */
export const personsNamed = [
  'threads.person_id',
  'letters.person_id',
  'letters.author_id',
  'answers_begun.person_id',
  'forum_groups.owner_id',
] as const
