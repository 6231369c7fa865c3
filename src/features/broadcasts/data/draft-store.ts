import { and, desc, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Priority } from '../domain/broadcast.ts'
import type { ComposedDraft } from '../domain/composing/draft.ts'
import { noContent } from '../domain/content.ts'
import { everybodyOf } from '../domain/audience.ts'
import { broadcasts } from './tables.ts'

export type DraftStore = ReturnType<typeof draftStore>

/** What a draft begins with. */
export type BegunDraft = Pick<ComposedDraft, 'personId'> &
  Partial<Omit<ComposedDraft, 'id' | 'personId' | 'state' | 'changing' | 'revision' | 'updatedAt'>>

type Changes = Partial<
  Omit<ComposedDraft, 'id' | 'personId' | 'state' | 'revision' | 'updatedAt'> & {
    state: 'arming' | 'scheduled'
  }
>

/** Broadcasts that are being written: the same rows that are sent later. */
export function draftStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  const isDraft = eq(broadcasts.state, 'draft')

  async function pauseAll(personId: number): Promise<void> {
    await db
      .update(broadcasts)
      .set({ isPaused: true })
      .where(and(eq(broadcasts.authorId, personId), isDraft, eq(broadcasts.isPaused, false)))
  }

  return {
    pauseAll,

    async read(id: number): Promise<ComposedDraft | undefined> {
      const [row] = await db.select().from(broadcasts).where(eq(broadcasts.id, id))
      return row && asDraft(row)
    },

    async readLocked(id: number): Promise<ComposedDraft | undefined> {
      const [row] = await db.select().from(broadcasts).where(eq(broadcasts.id, id)).for('update')
      return row && asDraft(row)
    },

    openWhere: `exists (select from broadcasts b where b.author_id = viewer.id and b.state = 'draft' and not b.is_paused)`,

    /** What somebody has begun and not sent, the one touched last first. */
    async ofPerson(personId: number): Promise<ComposedDraft[]> {
      const rows = await db
        .select()
        .from(broadcasts)
        .where(and(eq(broadcasts.authorId, personId), isDraft))
        .orderBy(desc(broadcasts.updatedAt), desc(broadcasts.id))
        .limit(20)
      return rows.map(asDraft)
    },

    /** Begins a draft; whatever else was open of theirs is laid aside, unless this one is itself. */
    async begin(begun: BegunDraft): Promise<ComposedDraft> {
      const {
        personId,
        content = noContent,
        audience = everybodyOf(null),
        notes = {},
        isPaused = false,
      } = begun
      const { priority, reason, answers, answersUntil, askAgainMinutes, startsAt, usefulUntil } = begun
      if (!isPaused) await pauseAll(personId)
      const now = clock.now()
      const [row] = await db
        .insert(broadcasts)
        .values({
          ...{ authorId: personId, state: 'draft', content, audience, draft: { ...notes }, isPaused },
          ...{ priority, reason, answers, answersUntil, askAgainMinutes, startsAt, usefulUntil },
          ...{ activityId: audience.activityId, createdAt: now, updatedAt: now },
        })
        .returning()
      if (!row) throw new Error('a draft was not begun')
      return asDraft(row)
    },

    /** Goes on with one that was laid aside. */
    async takeUp(draft: Pick<ComposedDraft, 'id' | 'personId'>): Promise<void> {
      await pauseAll(draft.personId)
      await this.update(draft.id, { isPaused: false })
    },

    async update(id: number, { notes, ...changes }: Changes): Promise<void> {
      await db
        .update(broadcasts)
        .set({
          ...changes,
          ...(notes ? { draft: { ...notes } } : {}),
          ...(changes.audience ? { activityId: changes.audience.activityId } : {}),
          draftRevision: sql`${broadcasts.draftRevision} + 1`,
          updatedAt: clock.now(),
        })
        .where(eq(broadcasts.id, id))
    },

    /** One more of an album: the question that stands open is the same, and so are its buttons. */
    async grow(id: number, { content, notes }: Pick<ComposedDraft, 'content' | 'notes'>): Promise<void> {
      await db
        .update(broadcasts)
        .set({ content, draft: { ...notes }, updatedAt: clock.now() })
        .where(eq(broadcasts.id, id))
    },

    /** Whether the same has gone out to the same people since a moment, or is about to. */
    async wentOutSince({ content, audience }: ComposedDraft, since: Temporal.Instant): Promise<boolean> {
      const [row] = await db
        .select({ id: broadcasts.id })
        .from(broadcasts)
        .where(
          and(
            sql`${broadcasts.state} not in ('draft', 'undone')`,
            sql`${broadcasts.startsAt} >= ${since.toString()}`,
            sql`${broadcasts.content}->'texts' = ${JSON.stringify(content.texts)}::jsonb`,
            sql`${broadcasts.content}->'media' = ${JSON.stringify(content.media)}::jsonb`,
            sql`${broadcasts.audience} = ${JSON.stringify(audience)}::jsonb`,
          ),
        )
        .limit(1)
      return row !== undefined
    },

    async remove(id: number): Promise<void> {
      await db.delete(broadcasts).where(and(eq(broadcasts.id, id), isDraft))
    },
  }
}

function asDraft(row: typeof broadcasts.$inferSelect): ComposedDraft {
  const { id, content, audience, reason, answers, answersUntil, askAgainMinutes, startsAt, usefulUntil } = row
  const { authorId, changing, isPaused, draftRevision, draft, updatedAt } = row
  return {
    ...{ id, content, audience, reason, answers, answersUntil, askAgainMinutes, startsAt, usefulUntil },
    ...{ changing, isPaused, updatedAt },
    personId: authorId,
    revision: draftRevision,
    notes: draft,
    state: row.state as ComposedDraft['state'],
    priority: row.priority as Priority,
  }
}
