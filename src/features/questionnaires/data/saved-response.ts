import type { LastWords } from '../../../platform/database.ts'
import type { Response } from '../domain/questionnaire.ts'

/** What filling in changes, besides the answers. */
export type ResponseChanges = Partial<Pick<Response, 'place' | 'pending' | 'isPaused'>>

/** Answers that were given, by path; `null` takes one away. */
export type AnswerChanges = Readonly<Record<string, string | null>>

/** The statement's piece that writes a draft and its new answers, if it is still the one that was read. */
export const savedResponse = (
  name: string,
  draft: Response,
  changed: AnswerChanges,
  before: unknown,
): LastWords => ({
  name,
  tables: `answered as (select key as path, value from jsonb_each_text($7::jsonb)),
  saved as (
    update responses set place = $2, pending = $3, is_paused = $4::boolean, revision = $5::int,
      updated_at = $6::timestamptz
    where id = $1::bigint and state = 'draft' and revision = $8::int returning id),
  taken as (
    delete from answers using answered, saved
    where answers.response_id = saved.id and answers.path = answered.path and answered.value is null),
  given as (
    insert into answers (response_id, path, value, answered_at)
    select saved.id, answered.path, answered.value, $6::timestamptz from answered, saved
    where answered.value is not null
    on conflict (response_id, path) do update set value = excluded.value, answered_at = excluded.answered_at)`,
  columns: `must_hold((select count(*) = 1 from saved), 'the response is as it was') as is_kept`,
  parameters: [
    draft.id,
    draft.place,
    draft.pending,
    draft.isPaused,
    draft.revision,
    draft.updatedAt.toString(),
    JSON.stringify(changed),
    before,
  ],
})

/** The answers a piece of that name was going to write already. */
export const answersIn = (words: LastWords | undefined): AnswerChanges =>
  words ? (JSON.parse(String(words.parameters[6])) as AnswerChanges) : {}
