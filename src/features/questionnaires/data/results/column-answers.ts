import type { Database } from '../../../../platform/database.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import type { Merged } from '../../domain/results/merge-versions.ts'
import type { ResultColumn } from '../../domain/results/result-set.ts'
import type { JourneyWords } from '../journey-words.ts'
import type { ResultScope } from './result-store.ts'

/** What was said to one question, of all who were asked it. */
export interface ColumnAnswers {
  /** Canonical values, the newest first; of anonymous questionnaires in a random order. */
  values: readonly string[]
  /** To how many it applied; who is not among the values has left it empty. */
  asked: number
  /** Out of how many responses the values are: what is repeated has several in one. */
  responses: number
}

/** Where a question stands in each version: the path, without numbers of instances. */
type Places = readonly { version: number; path: string }[]

/**
 * Reads the answers to one question in one round, by their paths, so that leafing through questions never
 * reads whole responses.
 */
export function columnAnswers({ query }: Pick<Database, 'query'>, { open }: Pick<JourneyWords, 'open'>) {
  return async (
    questionnaire: Questionnaire,
    { places }: Pick<Merged, 'places'>,
    column: ResultColumn,
    { scope, round }: { scope: ResultScope; round: number },
  ): Promise<ColumnAnswers> => {
    const rows = await query<{ value: string; response: string }>(
      questionnaire.isAnonymous ? anonymous(column) : named(column),
      [
        ...[JSON.stringify(placesOf(places, column)), scope ? JSON.stringify(scope) : null],
        ...(questionnaire.isAnonymous ? [] : [questionnaire.id, round]),
      ],
    )
    const given = rows.filter(({ value }) => value !== '')
    return {
      values: given.map(({ value }) => open(value)),
      asked: rows.length,
      responses: new Set(given.map(({ response }) => response)).size,
    }
  }
}

function placesOf(places: Merged['places'], { code, repeat }: ResultColumn): Places {
  return [...places].flatMap(([version, ofVersion]) =>
    [...ofVersion]
      .filter(([, place]) => place.code === code && place.repeat === repeat)
      .map(([path]) => ({ version, path })),
  )
}

const placed = `place as (
  select (p->>'version')::bigint as version, p->>'path' as path from jsonb_array_elements($1::jsonb) as p)`

/** In a repeat every instance has a path of its own. */
const isAt = (path: string, { repeat }: ResultColumn): string =>
  repeat === undefined
    ? `${path} = place.path`
    : `regexp_replace(${path}, '\\[[0-9]+\\]', '', 'g') = place.path`

const isInScope = `($2::jsonb is null or r.activity_id in (select jsonb_array_elements_text($2::jsonb)::bigint))`

const named = (column: ResultColumn): string => `with ${placed}
  select said.value, r.id as response from responses r join place on place.version = r.version_id
  join ${
    column.kind === 'question'
      ? `answers as said on said.response_id = r.id and ${isAt('said.path', column)}`
      : `lateral jsonb_each_text(r.calculated) as said (path, value) on ${isAt('said.path', column)}`
  }
  where r.questionnaire_id = $3::bigint and r.state = 'submitted' and not r.is_test and r.edits_id is null
    and r.round = $4::int and ${isInScope}
  order by r.submitted_at desc nulls last, r.id desc, said.path`

const anonymous = (column: ResultColumn): string => `with ${placed}
  select said.value, r.id as response from anonymous_responses r join place on place.version = r.version_id
  join lateral jsonb_each_text(r.${column.kind === 'question' ? 'answers' : 'calculated'}) as said (path, value)
    on ${isAt('said.path', column)}
  where ${isInScope}
  order by r.id, said.path`
