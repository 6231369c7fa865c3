import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, notLike, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { activities } from '../../../activities/data/tables.ts'
import { firms, persons } from '../../../people/data/tables.ts'
import { referenceOf, type Questionnaire } from '../../domain/questionnaire.ts'
import type { FormVersion, Merged, PlacesOfVersion } from '../../domain/results/merge-versions.ts'
import { readRow } from '../../domain/results/read-row.ts'
import type { ResultRow } from '../../domain/results/result-set.ts'
import type { Answers } from '../../domain/session/session.ts'
import type { JourneyWords } from '../journey-words.ts'
import { anonymousResponses, answers, responseFiles, responses } from '../response-tables.ts'
import { questionnaireVersions } from '../tables.ts'

/** The activities whose responses count; `undefined`: all there are, and those that belong to none. */
export type ResultScope = readonly number[] | undefined

/** Only one round, or all there have been; of anonymous ones nobody knows which was which. */
export type Rounds = number | 'all'

interface RowsOf {
  scope: ResultScope
  rounds: Rounds
}

export type ResultStore = ReturnType<typeof resultStore>

/** So many are read at once: whoever works on them lets others work in between. */
const sliceOf = 200

const nothing: PlacesOfVersion = new Map()

/** What has been handed in. Trial runs, drafts, edits that are under way and what was withdrawn are not in it. */
export function resultStore({ db }: Pick<Database, 'db'>, { openEach }: Pick<JourneyWords, 'openEach'>) {
  const isOfRound = ({ isAnonymous }: Questionnaire, rounds: Rounds): SQL | undefined =>
    rounds === 'all' || isAnonymous ? undefined : eq(responses.round, rounds)

  const handedIn = ({ id }: Questionnaire, scope: ResultScope): SQL | undefined =>
    and(
      eq(responses.questionnaireId, id),
      eq(responses.state, 'submitted'),
      eq(responses.isTest, false),
      isNull(responses.editsId),
      scope && inArray(responses.activityId, [...scope]),
    )

  async function* namedRows(
    questionnaire: Questionnaire,
    places: Merged['places'],
    { scope, rounds }: RowsOf,
  ) {
    const given = db
      .select({ all: sql`jsonb_object_agg(${answers.path}, ${answers.value})` })
      .from(answers)
      .where(eq(answers.responseId, responses.id))
    const files = db
      .select({ all: sql`jsonb_object_agg('file:' || ${responseFiles.id}, ${responseFiles.name})` })
      .from(responseFiles)
      .where(and(eq(responseFiles.responseId, responses.id), isNotNull(responseFiles.name)))
    for (let after = 0; ;) {
      const found = await db
        .select({
          ...{ id: responses.id, number: responses.number, submittedAt: responses.submittedAt },
          ...{ versionId: responses.versionId, calculated: responses.calculated },
          version: questionnaireVersions.version,
          person: sql<string>`concat_ws(' ', ${persons.givenNames}, ${persons.surname})`,
          firm: sql<string>`coalesce(${firms.name}, '')`,
          activity: sql<string>`coalesce(${activities.code}, '')`,
          source: sql<'self' | 'coordinator'>`${responses.source}`,
          language: sql<Language | null>`${responses.language}`,
          round: responses.round,
          answers: sql<Answers | null>`(${given})`,
          files: sql<ResultRow['files'] | null>`(${files})`,
        })
        .from(responses)
        .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
        .leftJoin(persons, eq(persons.id, responses.personId))
        .leftJoin(firms, eq(firms.id, responses.firmId))
        .leftJoin(activities, eq(activities.id, responses.activityId))
        .where(and(handedIn(questionnaire, scope), isOfRound(questionnaire, rounds), gt(responses.id, after)))
        .orderBy(asc(responses.id))
        .limit(sliceOf)
      const last = found.at(-1)
      if (!last) return
      after = last.id
      yield found.map(({ versionId, answers: said, calculated, files: named, ...facts }) =>
        readRow(places.get(versionId) ?? nothing, {
          response: { ...facts, reference: referenceOf(questionnaire, facts.number) },
          ...{
            answers: openEach(said ?? {}),
            calculated: openEach(calculated ?? {}),
            files: openEach(named),
          },
        }),
      )
    }
  }

  /** By a number that means nothing, which is a random order. */
  async function* anonymousRows(places: Merged['places'], scope: ResultScope) {
    const first = '00000000-0000-0000-0000-000000000000'
    for (let after = first; ;) {
      const found = await db
        .select()
        .from(anonymousResponses)
        .where(
          and(
            inArray(anonymousResponses.versionId, [...places.keys()]),
            scope && inArray(anonymousResponses.activityId, [...scope]),
            gt(anonymousResponses.id, after),
          ),
        )
        .orderBy(asc(anonymousResponses.id))
        .limit(sliceOf)
      const last = found.at(-1)
      if (!last) return
      after = last.id
      yield found.map(({ versionId, answers: said, calculated }) =>
        readRow(places.get(versionId) ?? nothing, { response: undefined, answers: said, calculated }),
      )
    }
  }

  return {
    /** The published versions, the one that is begun from now on first, then the newest. */
    async versions({ id, versionId }: Questionnaire): Promise<FormVersion[]> {
      return db
        .select({
          ...{ id: questionnaireVersions.id, version: questionnaireVersions.version },
          form: questionnaireVersions.form,
        })
        .from(questionnaireVersions)
        .where(
          and(
            eq(questionnaireVersions.questionnaireId, id),
            notLike(questionnaireVersions.version, 'trial %'),
          ),
        )
        .orderBy(
          sql`${questionnaireVersions.id} = ${versionId} desc nulls last`,
          sql`${questionnaireVersions.id} desc`,
        )
    },

    /** How many were handed in, in these rounds and in all there have been, and when the last one was. */
    async count(
      questionnaire: Questionnaire,
      scope: ResultScope,
      rounds: Rounds,
    ): Promise<{ submitted: number; ever: number; lastAt: Temporal.Instant | null }> {
      const [row] = await db
        .select({
          submitted: sql<number>`(count(*) filter (where ${isOfRound(questionnaire, rounds) ?? sql`true`}))::int`,
          ever: sql<number>`count(*)::int`,
          lastAt: sql<Temporal.Instant | null>`max(${responses.submittedAt})`.mapWith(responses.submittedAt),
        })
        .from(responses)
        .where(handedIn(questionnaire, scope))
      return row ?? { submitted: 0, ever: 0, lastAt: null }
    },

    /** The rounds in which somebody has handed in, the newest first. */
    async rounds(
      questionnaire: Questionnaire,
      scope: ResultScope,
    ): Promise<{ number: number; submitted: number }[]> {
      return db
        .select({ number: responses.round, submitted: sql<number>`count(*)::int` })
        .from(responses)
        .where(handedIn(questionnaire, scope))
        .groupBy(responses.round)
        .orderBy(desc(responses.round))
    },

    /** Who has handed in. */
    async persons(questionnaire: Questionnaire, scope: ResultScope, rounds: Rounds): Promise<number[]> {
      const rows = await db
        .selectDistinct({ personId: responses.personId })
        .from(responses)
        .where(and(handedIn(questionnaire, scope), isOfRound(questionnaire, rounds)))
      return rows.flatMap(({ personId }) => personId ?? [])
    },

    /** All rows, a slice at a time. */
    rows: (
      questionnaire: Questionnaire,
      { places }: Merged,
      of: RowsOf,
    ): AsyncGenerator<ResultRow[], void> =>
      questionnaire.isAnonymous ? anonymousRows(places, of.scope) : namedRows(questionnaire, places, of),
  }
}
