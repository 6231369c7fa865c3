import type { LastWords } from '../../../platform/database.ts'
import type { Response } from '../domain/questionnaire.ts'

/** What filling in changes, besides the answers. */
export type ResponseChanges = Partial<Pick<Response, 'place' | 'pending' | 'isPaused'>>

/** Answers that were given, by path; `null` takes one away. */
export type AnswerChanges = Readonly<Record<string, string | null>>

/** Who said of themselves what stands at these paths. */
export type SaidBy = Readonly<Record<string, number>>

interface Saved {
  changed: AnswerChanges
  saidBy: SaidBy
  /** The revision that was read. */
  before: unknown
}

/** The statement's piece that writes a draft and its new answers, if it is still the one that was read. */
export const savedResponse = (
  name: string,
  draft: Response,
  { changed, saidBy, before }: Saved,
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
    insert into answers (response_id, path, value, answered_at, said_by)
    select saved.id, answered.path, answered.value, $6::timestamptz, ($9::jsonb->>answered.path)::bigint
    from answered, saved where answered.value is not null
    on conflict (response_id, path) do update
      set value = excluded.value, answered_at = excluded.answered_at,
        said_by = coalesce(excluded.said_by, case when answers.value = excluded.value then answers.said_by end))`,
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
    JSON.stringify(saidBy),
  ],
})

/** The answers a piece of that name was going to write already. */
export const answersIn = (words: LastWords | undefined): AnswerChanges =>
  words ? (JSON.parse(String(words.parameters[6])) as AnswerChanges) : {}

/** Who was going to be named as having said them. */
export const saidByIn = (words: LastWords | undefined): SaidBy =>
  words ? (JSON.parse(String(words.parameters[8])) as SaidBy) : {}

/** The revision that had been read when it was written first. */
export const beforeIn = (words: LastWords | undefined): unknown => words?.parameters[7]
