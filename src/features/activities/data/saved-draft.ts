import type { LastWords } from '../../../platform/database.ts'
import type { Application } from '../domain/application.ts'

/** What filling in a draft changes. */
export type DraftChanges = Partial<Pick<Application, 'answers' | 'firmId' | 'changing' | 'isPaused'>>

/** The statement's piece that writes a draft, if it is still the one that was read: its revision was `before`. */
export const savedDraft = (name: string, draft: Application, before: unknown): LastWords => ({
  name,
  tables: `saved as (
    update applications set answers = $2::jsonb, firm_id = $3::bigint, changing = $4, is_paused = $5::boolean,
      revision = $6::int, updated_at = $7::timestamptz
    where id = $1::bigint and state = 'draft' and revision = $8::int returning 1)`,
  columns: `must_hold((select count(*) = 1 from saved), 'the draft is as it was') as is_saved`,
  parameters: [
    draft.id,
    JSON.stringify(draft.answers),
    draft.firmId,
    draft.changing,
    draft.isPaused,
    draft.revision,
    draft.updatedAt.toString(),
    before,
  ],
})
