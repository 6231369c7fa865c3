import type { KeyRing } from '../../../platform/crypto.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Letter, LetterKind, LetterState, LetterWords } from '../domain/letter.ts'
import { momentOf, type Raw } from './moments.ts'

export type LetterStore = ReturnType<typeof letterStore>

export interface NewLetter extends Pick<
  Letter,
  'personId' | 'threadId' | 'direction' | 'authorId' | 'state' | 'kind' | 'words' | 'at'
> {
  album: string | null
}

/** Hours that a letter waits for its writer to say whether it may be passed on. */
const heldForHours = 48

const held = `('asking', 'choosing', 'known')`

/** Letters, their words sealed. */
export function letterStore(database: Pick<Database, 'query'>, keys: Pick<KeyRing, 'seal' | 'open'>) {
  const { query } = database
  const seal = (words: LetterWords) => keys.seal(JSON.stringify(words), sealedFor)

  const asLetter = (row: Raw): Letter => ({
    id: Number(row['id']),
    personId: Number(row['person_id']),
    threadId: numberOf(row['thread_id']),
    direction: row['direction'] as Letter['direction'],
    authorId: numberOf(row['author_id']),
    state: row['state'] as LetterState,
    kind: row['kind'] as LetterKind,
    words:
      row['words'] === null
        ? { text: '' }
        : (JSON.parse(keys.open(row['words'] as string, sealedFor)) as LetterWords),
    at: momentOf(row['at']) ?? Temporal.Instant.fromEpochMilliseconds(0),
    editedAt: momentOf(row['edited_at']),
    settledBy: numberOf(row['settled_by']),
    settledAt: momentOf(row['settled_at']),
    isAnswered: row['is_answered'] === true,
  })
  const many = async (text: string, parameters: unknown[]) =>
    (await query<Raw>(text, parameters)).map(asLetter)

  return {
    async add(letter: NewLetter): Promise<number> {
      const { personId, threadId, direction, authorId, state, kind, album, words, at } = letter
      const [row] = await query<Raw>(
        `insert into letters (person_id, thread_id, direction, author_id, state, kind, album, words, at)
         values ($1, $2::bigint, $3, $4::bigint, $5, $6, $7::text, $8, $9) returning id`,
        [personId, threadId, direction, authorId, state, kind, album, seal(words), at.toString()],
      )
      return Number(row?.['id'])
    },

    async read(id: number): Promise<Letter | undefined> {
      const [letter] = await many('select * from letters where id = $1', [id])
      return letter
    },

    async readLocked(id: number): Promise<Letter | undefined> {
      const [letter] = await many('select * from letters where id = $1 for update', [id])
      return letter
    },

    /** The letter that the rest of an album belongs to. */
    async ofAlbum(personId: number, album: string): Promise<Letter | undefined> {
      const [letter] = await many(
        'select * from letters where album = $2 and person_id = $1 order by id desc limit 1',
        [personId, album],
      )
      return letter
    },

    /** The same of an album that a coordinator answers with. */
    async ofAlbumBy(authorId: number, album: string): Promise<Letter | undefined> {
      const [letter] = await many(
        'select * from letters where album = $2 and author_id = $1 order by id desc limit 1 for update',
        [authorId, album],
      )
      return letter
    },

    /** When the first album that is being gathered was begun. */
    async gatheringSince(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<Raw>(`select min(at) as at from letters where state = 'gathering'`, [])
      return momentOf(row?.['at']) ?? undefined
    },

    /** Albums begun before a moment, locked. */
    gatheredBy: (moment: Temporal.Instant): Promise<Letter[]> =>
      many(
        `select * from letters where state = 'gathering' and at <= $1 order by id limit 50 for update skip locked`,
        [moment.toString()],
      ),

    /** What somebody has written and not yet said which trip it is about. */
    choosingOf: (personId: number): Promise<Letter[]> =>
      many(`select * from letters where person_id = $1 and state = 'choosing' order by id for update`, [
        personId,
      ]),

    /** What nobody has answered or laid by in a thread. */
    unsettledOf: (threadId: number): Promise<Letter[]> =>
      many(
        `select * from letters where thread_id = $1 and direction = 'in' and state = 'passed' and settled_at is null
         order by id`,
        [threadId],
      ),

    /** The last letters of a thread, the newest last. */
    async lastOf(threadId: number, most: number): Promise<Letter[]> {
      const found = await many(
        `select * from letters where thread_id = $1 and state <> 'known' order by id desc limit $2`,
        [threadId, most],
      )
      return found.toReversed()
    },

    /** The first unanswered letter of each of these threads. */
    async firstUnsettledOf(threadIds: readonly number[]): Promise<Map<number, Letter>> {
      const found = await many(
        `select distinct on (thread_id) * from letters
         where thread_id = any (string_to_array($1, ',')::bigint[]) and direction = 'in' and state = 'passed'
           and settled_at is null order by thread_id, id`,
        [threadIds.join(',')],
      )
      return new Map(found.flatMap((letter) => (letter.threadId === null ? [] : [[letter.threadId, letter]])))
    },

    async passOn(id: number, threadId: number): Promise<void> {
      await query(`update letters set thread_id = $2, state = 'passed' where id = $1`, [id, threadId])
    },

    async mark(id: number, state: LetterState): Promise<void> {
      await query(`update letters set state = $2 where id = $1`, [id, state])
    },

    async say(id: number, words: LetterWords): Promise<void> {
      await query(`update letters set words = $2 where id = $1`, [id, seal(words)])
    },

    async edit(id: number, words: LetterWords, now: Temporal.Instant): Promise<void> {
      await query(`update letters set words = $2, edited_at = $3 where id = $1`, [
        id,
        seal(words),
        now.toString(),
      ])
    },

    async settle(
      ids: readonly number[],
      by: number,
      { isAnswered, at }: { isAnswered: boolean; at: Temporal.Instant },
    ): Promise<void> {
      await query(
        `update letters set settled_by = $2, settled_at = $3, is_answered = $4
         where id = any (string_to_array($1, ',')::bigint[])`,
        [ids.join(','), by, at.toString(), isAnswered],
      )
    },

    async remove(id: number): Promise<void> {
      await query(`delete from letters where id = $1`, [id])
    },

    /** Nothing that somebody has not released stays. */
    sweep: sweep(database, {
      table: 'letters',
      where: `state in ${held} and at < $1`,
      afterHours: heldForHours,
    }),
  }
}

/** What the words are sealed for. */
export const sealedFor = 'letters.words'

const numberOf = (value: unknown): number | null => (value === null ? null : Number(value))
