import type { columnAnswers } from '../data/results/column-answers.ts'
import type { ResultColumn, ResultNumbers } from '../domain/results/result-set.ts'
import { isScore } from '../domain/scores.ts'
import { summarise } from '../domain/summary/summarise.ts'
import type { Summary } from '../domain/summary/summary.ts'
import { summaryErrors } from '../domain/summary/summary-errors.ts'
import type { OpenResults, ReadResults } from './read-results.ts'

export interface ReadSummaryNeeds {
  reading: ReadResults
  answers: ReturnType<typeof columnAnswers>
}

export type ReadSummary = ReturnType<typeof readSummary>

/** A page of the summary: one question, or all scores together. */
export type SummaryPage =
  { kind: 'scores'; columns: readonly ResultColumn[] } | { kind: 'question'; column: ResultColumn }

export interface SummaryOfPage {
  frame: OpenResults['frame']
  numbers: ResultNumbers
  page: SummaryPage
  /** Its place among the pages, from 0. */
  at: number
  pages: number
  /** One for each column of the page. */
  columns: readonly { column: ResultColumn; summary: Summary }[]
}

/** What all answers to a questionnaire come to, question by question, for whoever runs it and as far as it may be shown. */
export function readSummary({ reading, answers }: ReadSummaryNeeds) {
  async function summaryOf(results: OpenResults, column: ResultColumn): Promise<Summary> {
    const { frame, scope } = results
    const { values, asked, responses } = await answers(frame.questionnaire, results, column, scope)
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
    async pages(personId: number | null, questionnaireId: number) {
      const { frame } = await reading.open(personId, questionnaireId)
      return { frame, pages: pagesOf(frame) }
    },

    /** One page with its answers; a place beyond the last is that of a form that has become shorter. */
    async page(personId: number | null, questionnaireId: number, at: number): Promise<SummaryOfPage> {
      const results = await reading.open(personId, questionnaireId)
      const { numbers } = await reading.numbers(personId, questionnaireId)
      const pages = pagesOf(results.frame)
      const page = pages[at]
      if (!page) throw summaryErrors.noQuestion()
      const columns = page.kind === 'scores' ? page.columns : [page.column]
      await reading.shown(results)
      return {
        ...{ frame: results.frame, numbers, page, at, pages: pages.length },
        columns: await Promise.all(
          columns.map(async (column) => ({ column, summary: await summaryOf(results, column) })),
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
