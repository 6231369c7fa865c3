import { everybodyOf, type Audience } from '../../src/features/broadcasts/domain/audience.ts'
import type { Priority } from '../../src/features/broadcasts/domain/broadcast.ts'
import type { AnswerOption, Content } from '../../src/features/broadcasts/domain/content.ts'
import type { House } from '../../src/house.ts'

export interface Armed {
  authorId: number
  activityId: number | null
  texts: Content['texts']
  media?: Content['media']
  fallback?: Content['fallback']
  audience?: Partial<Audience>
  priority?: Priority
  answers?: readonly AnswerOption[]
  usefulUntil?: string
  startsAt?: Temporal.Instant
}

/** A broadcast that leaves at once, or at `startsAt`, as composing leaves it behind; resolves with its id. */
export async function armed(
  { database, clock }: Pick<House, 'database'> & { clock: { now(): Temporal.Instant } },
  given: Armed,
) {
  const {
    authorId,
    activityId,
    texts,
    media = [],
    fallback = null,
    priority = 'normal',
    answers = [],
  } = given
  const now = clock.now().toString()
  const audience = { ...everybodyOf(activityId), ...given.audience }
  // What somebody without the role has planned is not sent.
  await database.query(
    `insert into roles (person_id, role, granted_at) select $1::bigint, 'coordinator', $2::timestamptz
     where not exists (select 1 from roles where person_id = $1::bigint and revoked_at is null)`,
    [authorId, now],
  )
  const [row] = await database.query<{ id: number }>(
    `insert into broadcasts (author_id, activity_id, state, content, audience, priority, reason, answers, starts_at, useful_until,
       created_at, updated_at)
     values ($1, $2, 'arming', $3::jsonb, $4::jsonb, $5, 'because', $6::jsonb, $7, $8, $9, $9) returning id::int`,
    [
      ...[
        authorId,
        activityId,
        JSON.stringify({ media, texts, fallback }),
        JSON.stringify(audience),
        priority,
      ],
      ...[JSON.stringify(answers), (given.startsAt ?? clock.now()).toString()],
      ...[
        given.usefulUntil ? Temporal.ZonedDateTime.from(given.usefulUntil).toInstant().toString() : null,
        now,
      ],
    ],
  )
  return row?.id ?? 0
}
