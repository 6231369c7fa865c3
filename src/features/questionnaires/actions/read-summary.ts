import type { columnAnswers } from '../data/results/column-answers.ts'
import type { Round, RoundStore } from '../data/round-store.ts'
import type { ResultColumn, ResultNumbers } from '../domain/results/result-set.ts'
import { isScore } from '../domain/scores.ts'
import { summarise } from '../domain/summary/summarise.ts'
import type { Summary } from '../domain/summary/summary.ts'
import { summaryErrors } from '../domain/summary/summary-errors.ts'
import type { OpenResults, ReadResults } from './read-results.ts'

export interface ReadSummaryNeeds {
  reading: ReadResults
  answers: ReturnType<typeof columnAnswers>
  rounds: Pick<RoundStore, 'read' | 'all'>
  homeTimeZone: string
}

export type ReadSummary = ReturnType<typeof readSummary>

/** A page of the summary: one question, or all scores together. */
export type SummaryPage =
  { kind: 'scores'; columns: readonly ResultColumn[] } | { kind: 'question'; column: ResultColumn }

/** A round as people call it; the first has neither a name nor a day. */
export interface RoundName {
  number: number
  label: string
  startedOn: Temporal.PlainDate | undefined
}

export interface SummaryOfPage {
  frame: OpenResults['frame']
  round: RoundName
  numbers: ResultNumbers
  page: SummaryPage
  /** Its place among the pages, from 0. */
  at: number
  pages: number
  /** One for each column of the page. */
  columns: readonly { column: ResultColumn; summary: Summary }[]
}

/** What all answers to a questionnaire come to, question by question, for whoever runs it and as far as it may be shown. */
export function readSummary({ reading, answers, rounds, homeTimeZone }: ReadSummaryNeeds) {
  const named = (number: number, round: Round | undefined): RoundName => ({
    ...{ number, label: round?.label ?? '' },
    startedOn: round?.startedAt.toZonedDateTimeISO(homeTimeZone).toPlainDate(),
  })

  async function summaryOf(results: OpenResults, column: ResultColumn, round: number): Promise<Summary> {
    const { frame, scope } = results
    const { values, asked, responses } = await answers(frame.questionnaire, results, column, {
      scope,
      round,
    })
    const { node } = column
    return summarise({
      type: column.type === 'calculation' ? 'decimal' : column.type,
      choices: column.choices.map(({ name }) => name),
      ...(node.kind === 'question' && node.parameters ? { parameters: node.parameters } : {}),
      // What could not be worked out was not left empty by anybody.
      asked: column.kind === 'calculation' ? values.length : asked,
      ...{ values, responses, isAnonymous: frame.questionnaire.isAnonymous },
    })
  }

  return {
    /** All pages, in the order of the form; the scores first. */
    async pages(personId: number | null, questionnaireId: number, round?: number) {
      const { frame } = await reading.open(personId, questionnaireId, round)
      return { frame, pages: pagesOf(frame), round: round ?? frame.questionnaire.round }
    },

    /** The rounds in which somebody has handed in, the newest first. */
    async rounds(personId: number | null, questionnaireId: number) {
      const found = await reading.rounds(personId, questionnaireId)
      const known = await rounds.all(questionnaireId)
      return {
        ...found,
        rounds: found.rounds.map(({ number, submitted }) => ({
          ...named(number, known.get(number)),
          submitted,
        })),
      }
    },

    /** One page with its answers; a place beyond the last is that of a form that has become shorter. */
    async page(
      personId: number | null,
      questionnaireId: number,
      { at, round: wanted }: { at: number; round?: number },
    ): Promise<SummaryOfPage> {
      const results = await reading.open(personId, questionnaireId, wanted)
      const { numbers } = await reading.numbers(personId, questionnaireId)
      const { round: current } = results.frame.questionnaire
      const round = wanted ?? current
      const pages = pagesOf(results.frame)
      const page = pages[at]
      if (!page) throw summaryErrors.noQuestion()
      const columns = page.kind === 'scores' ? page.columns : [page.column]
      await reading.shown(results)
      return {
        ...{ frame: results.frame, page, at, pages: pages.length },
        round: named(round, await rounds.read(questionnaireId, round)),
        // Who was asked in an earlier round is not kept.
        numbers: round === current ? numbers : { ...numbers, asked: 0, answered: 0 },
        columns: await Promise.all(
          columns.map(async (column) => ({ column, summary: await summaryOf(results, column, round) })),
        ),
      }
    },
  }
}

function pagesOf({ columns, repeats }: OpenResults['frame']): SummaryPage[] {
  const all = [...columns, ...repeats.flatMap((repeat) => repeat.columns)]
  const scores = columns.filter(({ node }) => isScore(node))
  const questions = all.filter(({ node }) => node.kind === 'question' && !node.isReadOnly)
  return [
    ...(scores.length > 0 ? [{ kind: 'scores' as const, columns: scores }] : []),
    ...questions.map((column) => ({ kind: 'question' as const, column })),
  ]
}
