import type { Form } from '../../../../src/features/questionnaires/domain/form.ts'
import { openSession } from '../../../../src/features/questionnaires/domain/session/open-session.ts'
import { withNoMore, withOneMore } from '../../../../src/features/questionnaires/domain/session/instances.ts'
import type { Session, Step } from '../../../../src/features/questionnaires/domain/session/session.ts'
import {
  compareAsk,
  compareResult,
  compareViolations,
  fromOracle,
  withoutMeta,
  type Differences,
} from './compare.ts'
import type { Edit, Oracle, Respondent, TraceStep } from './trace.ts'

/** Answers a form as a respondent of the oracle did, and tells every difference in what is asked, refused and worked out. */
export function replay(form: Form, oracle: Oracle, respondent: Respondent): Differences {
  const differences: Differences = []
  const now = Temporal.Instant.from(oracle.clock).toZonedDateTimeISO(oracle.timezone)
  const language = respondent.language ?? form.defaultLanguage
  const answers: Record<string, string> = {}
  const session = (): Session =>
    openSession({ form, answers: { ...answers }, now, startedAt: now, seed: 'oracle', language })

  function keep(path: string, value: string): void {
    Object.assign(answers, session().afterAnswer(path, value).kept, { [path]: value })
  }

  function answer(asked: TraceStep, step: Extract<Step, { kind: 'question' }>): void {
    const open = session()
    differences.push(...compareAsk(asked, step, { session: open, language }))
    for (const { answer: refused, message } of asked.rejected ?? []) {
      const refusal = open.judge(step.path, canonical(refused))
      const isSame = refusal && (message === null || message === '-' || refusal.message === message)
      if (!isSame) differences.push({ at: step.path, what: 'rejected', ours: refusal, theirs: message })
    }
    const value = asked.stored ?? (asked.keptPrefill ? open.prefilled(step.path) : '')
    const refusal = value === '' ? undefined : open.judge(step.path, value)
    if (refusal) differences.push({ at: step.path, what: 'accepted', ours: refusal, theirs: value })
    keep(step.path, value)
  }

  function walk(): void {
    const trace = respondent.trace[Symbol.iterator]()
    let instances = 0
    let last: Step | undefined
    for (;;) {
      const step = stepAfter(session().steps(), last)
      if (step?.kind === 'more') {
        const { count, more } = { count: step.instances, more: step.instances < instances }
        Object.assign(answers, more ? withOneMore(answers, step.path) : withNoMore(answers, step.path))
        last = more ? lastOf(session().steps(), step.path, count) : step
        continue
      }
      if (step?.kind === 'group' && step.instance !== undefined && step.instance > 1) {
        last = step
        continue
      }
      const theirs = nextOf(trace)
      if (!step || !theirs) {
        if (step ?? theirs) differences.push({ at: step?.path ?? '', what: 'end', ours: step?.kind, theirs })
        return
      }
      if (!isSameStep(step, theirs)) {
        differences.push({ at: step.path, what: 'order', ours: step.kind, theirs })
        return
      }
      if (step.kind === 'question') answer(theirs, step)
      if (step.kind === 'note' || step.kind === 'group')
        differences.push(...compareAsk(theirs, step, { session: session(), language }))
      if (theirs.instances !== undefined) instances = theirs.instances
      last = step
    }
  }

  function edit({ set, answer: chosen, becameRelevant, becameIrrelevant, calculatedChanged }: Edit): void {
    const path = fromOracle(set)
    const before = session()
    const after = before.afterAnswer(path, chosen)
    compareSets(path, 'became relevant', after.changes().becameRelevant, becameRelevant)
    compareSets(path, 'became irrelevant', after.changes().becameIrrelevant, becameIrrelevant)
    keep(path, chosen)
    const [was, is] = [before, session()].map((one) => withoutMeta(one, one.result().calculated))
    const changed = Object.fromEntries(
      Object.keys({ ...was, ...is })
        .filter((key) => was?.[key] !== is?.[key])
        .map((key) => [key, is?.[key] ?? null]),
    )
    compareSets(path, 'calculated', Object.keys(changed), Object.keys(calculatedChanged))
    for (const [key, value] of Object.entries(calculatedChanged)) {
      const ours = changed[fromOracle(key)]
      if ((ours ?? null) !== value) differences.push({ at: key, what: 'calculated', ours, theirs: value })
    }
  }

  function compareSets(at: string, what: string, ours: readonly string[], theirs: readonly string[]): void {
    const [left, right] = [new Set(ours), new Set(theirs.map(fromOracle))]
    if (left.symmetricDifference(right).size > 0)
      differences.push({ at, what, ours: [...left.difference(right)], theirs: [...right.difference(left)] })
  }

  walk()
  differences.push(...compareResult(session(), respondent.final))
  differences.push(...compareViolations(session(), respondent.final.violationsAtEnd))
  for (const one of respondent.edits) edit(one)
  differences.push(...compareResult(session(), respondent.afterEdits))
  return differences
}

const canonical = (answer: string | readonly string[]): string =>
  typeof answer === 'string' ? answer : answer.join(' ')

const isSame = (one: Step, other: Step): boolean => one.kind === other.kind && one.path === other.path

function stepAfter(steps: readonly Step[], last: Step | undefined): Step | undefined {
  return last ? steps[steps.findIndex((step) => isSame(step, last)) + 1] : steps[0]
}

/** Where an instance ends, so that the walk goes on with the next one. */
const lastOf = (steps: readonly Step[], repeat: string, instance: number): Step | undefined =>
  steps.findLast((step) => step.path.startsWith(`${repeat}[${instance}]`))

/** Where nothing can be chosen the oracle leaves the answer blank, and we do not ask. */
function nextOf(trace: Iterator<TraceStep>): TraceStep | undefined {
  for (;;) {
    const next = trace.next()
    if (next.done) return undefined
    const { choices } = next.value
    if (!Array.isArray(choices) || choices.length > 0) return next.value
  }
}

function isSameStep(step: Step, theirs: TraceStep): boolean {
  switch (step.kind) {
    case 'question':
      return theirs.ask !== undefined && fromOracle(theirs.ask) === step.path
    case 'note':
      return theirs.show === null
        ? step.note.row === theirs.row
        : theirs.show !== undefined && fromOracle(theirs.show) === step.path
    case 'group':
      return fromOracle(theirs.group ?? theirs.repeat ?? '') === step.path.replace(/\[1\]$/, '')
    case 'more':
      return false
  }
}
