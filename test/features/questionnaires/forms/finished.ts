import { expect } from 'vitest'
import type { Form, FormNode, Question } from '../../../../src/features/questionnaires/domain/form.ts'
import { askedSteps } from '../../../../src/features/questionnaires/domain/steps.ts'
import { openSession } from '../../../../src/features/questionnaires/domain/session/open-session.ts'
import type { Answers, Session } from '../../../../src/features/questionnaires/domain/session/session.ts'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import type { FinishedForm, SheetNeeds } from '../../../../src/features/questionnaires/forms/finished-form.ts'
import { columnLetter, type SheetToWrite, type Workbook } from '../../../../src/shared/spreadsheet.ts'

/** The sheets as a reader would find them in the file. */
const asRead = (sheets: readonly SheetToWrite[]): Workbook => ({
  sheets: sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [columns.map(({ header }) => header), ...rows.map(({ values }) => values)].map((values, index) => ({
      number: index + 1,
      cells: values.flatMap((value, at) => (value === null ? [] : [{ column: columnLetter(at), value }])),
    })),
  })),
})

/** The form, if the importer has nothing to say about it. */
export function formOf(finished: FinishedForm, needs?: SheetNeeds): Form {
  const { form, issues, warnings } = readForm(asRead(finished.sheets(needs)))
  expect([...issues, ...warnings]).toEqual([])
  return form ?? expect.fail('There is no form.')
}

/** Every node of a form, parents before children. */
export const nodesOf = ({ root }: Form): FormNode[] => {
  const within = (nodes: readonly FormNode[]): FormNode[] =>
    nodes.flatMap((node) => ('children' in node ? [node, ...within(node.children)] : [node]))
  return within(root.children)
}

/** Questions as their authors count them: what is behind `other` belongs to its question. */
export const questionsOf = (form: Form): Question[] =>
  nodesOf(form).flatMap((node) => (node.kind === 'question' && !node.name.endsWith('_other') ? [node] : []))

/** Somebody at the form, of whom some facts may be known: answers go by the names of questions. */
export function somebodyAt(form: Form, day = '2019-09-01', facts: Readonly<Record<string, string>> = {}) {
  const paths = new Map(nodesOf(form).map(({ name, path }) => [name, path]))
  const pathOf = (name: string): string => paths.get(name) ?? expect.fail(`There is no ${name}.`)
  const now = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Istanbul',
    plainTime: '10:00',
  })
  const keyed = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).map(([name, value]) => [pathOf(name), value]))

  const session = (answers: Answers): Session =>
    openSession({ form, answers: keyed(answers), now, startedAt: now, seed: 'seed', facts })

  return {
    pathOf,
    session,
    asked: (answers: Answers): string[] =>
      askedSteps(session(answers))
        .map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
        .filter((name) => !name.endsWith('_other')),
    value: (answers: Answers, name: string): string => session(answers).value(pathOf(name)),
    refuses: (answers: Answers, name: string, value: string): boolean =>
      session(answers).judge(pathOf(name), value) !== undefined,
    /** What there is to read, in one language. */
    notes: (answers: Answers, language = 'English (en)'): string[] => {
      const open = session(answers)
      return open
        .steps()
        .flatMap((step) => (step.kind === 'note' ? [open.text(step.note.label, step.path, language)] : []))
    },
    noteNames: (answers: Answers): string[] =>
      session(answers)
        .steps()
        .flatMap((step) => (step.kind === 'note' ? [step.note.name] : [])),
  }
}
