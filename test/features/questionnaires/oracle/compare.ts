import { straighten } from '../../../../src/features/questionnaires/domain/expressions/tokens.ts'
import type { FormText } from '../../../../src/features/questionnaires/domain/form.ts'
import type { Session, Step } from '../../../../src/features/questionnaires/domain/session/session.ts'
import type { FinalState, TraceStep } from './trace.ts'

export type Differences = { at: string; what: string; ours: unknown; theirs: unknown }[]

/** The oracle's forms may have a root of another name. */
export const fromOracle = (path: string): string => path.replace(/^\/[^/]+/, '/data')

/** The converter that made the oracle's forms straightens quotation marks in texts too; we leave them as they are written. */
const collapsed = (text: string): string => straighten(text).replace(/\s+/g, ' ').trim()

export function compareAsk(
  theirs: TraceStep,
  step: Step,
  { session, language }: { session: Session; language: string },
): Differences {
  const differences: Differences = []
  const differs = (what: string, ours: unknown, expected: unknown): void => {
    differences.push({ at: step.path, what, ours, theirs: expected })
  }
  const words = (text: FormText | undefined): string => collapsed(session.text(text, step.path, language))
  const label = words(labelOf(step))
  // The follow-up of `or_other` has our words, in the language of the form.
  const isOurs = theirs.label === 'Specify other.'
  if (theirs.label !== undefined && label !== theirs.label && !isOurs) differs('label', label, theirs.label)
  if (theirs.translationMissing && ['', '-'].includes(label)) differs('translation', label, 'something')
  if (step.kind !== 'question') return differences
  const hint = collapsed(`${words(step.question.hint)}${words(step.question.guidance)}`)
  if (theirs.hint !== undefined && hint !== theirs.hint && !/^-+$/.test(theirs.hint))
    differs('hint', hint, theirs.hint)
  if (session.isRequired(step.path) !== theirs.required)
    differs('required', !theirs.required, theirs.required)
  const names = session.choices(step.path).map(({ name }) => name)
  if (theirs.choices && !areSame(names, theirs.choices)) differs('choices', names, theirs.choices)
  const prefilled = session.prefilled(step.path)
  if (theirs.prefilled !== undefined && prefilled !== theirs.prefilled)
    differs('prefilled', prefilled, theirs.prefilled)
  return differences
}

function labelOf(step: Step): FormText | undefined {
  switch (step.kind) {
    case 'question':
      return step.question.label
    case 'note':
      return step.note.label
    case 'group':
      return step.group.label
    case 'more':
      return step.repeat.label
  }
}

function areSame(names: readonly string[], theirs: NonNullable<TraceStep['choices']>): boolean {
  if ('count' in theirs)
    return names.length === theirs.count && names[0] === theirs.first && names.at(-1) === theirs.last
  return names.join(' ') === theirs.join(' ')
}

/** Required calculations, which nobody could answer, are no questions of ours. */
export function compareViolations(session: Session, theirs: readonly { path: string }[]): Differences {
  const asked = theirs
    .map(({ path }) => fromOracle(path))
    .filter((path) => session.node(path).kind === 'question')
  const ours = session.violations().map(({ path }) => path)
  return compareRecords('violation', asRecord(ours), asRecord(asked))
}

export function compareResult(session: Session, theirs: FinalState): Differences {
  const { values, calculated, skipped } = session.result()
  return [
    ...compareRecords('value', values, theirs.values),
    ...compareRecords('calculated', withoutMeta(session, calculated), theirs.calculated),
    ...compareRecords('skipped', asRecord(skipped), asRecord(theirs.skipped)),
  ]
}

const asRecord = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, 'there']))

/** What the clock and the telephone say is not compared. */
export const withoutMeta = (session: Session, calculated: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(calculated).filter(([path]) => {
      const node = session.node(path)
      return node.kind !== 'calculation' || node.from.kind !== 'meta'
    }),
  )

function compareRecords(
  what: string,
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Differences {
  const expected = Object.fromEntries(Object.entries(theirs).map(([key, value]) => [fromOracle(key), value]))
  return [...new Set([...Object.keys(ours), ...Object.keys(expected)])]
    .filter((key) => !isSameValue(ours[key], expected[key]))
    .map((key) => ({ at: key, what, ours: ours[key], theirs: expected[key] }))
}

function isSameValue(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true
  if (!one || !other) return false
  const [left, right] = [one, other].map((text) => text.replace(/(\.\d+)?(\+00:00|Z)$/, ''))
  if (left === right) return true
  return !Number.isNaN(Number(one)) && Number(one) === Number(other)
}
