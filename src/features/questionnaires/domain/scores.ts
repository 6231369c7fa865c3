import type { Calculation, Form } from './form.ts'
import { indexOf } from './session/form-index.ts'
import type { Session } from './session/session.ts'
import { isOfResult } from './steps.ts'

/** A calculation that is a result: `score_…`, with a label under which the result card names it. */
export const isScore = (node: { kind: string; label?: unknown }): node is Calculation =>
  node.kind === 'calculation' && node.label !== undefined

/** The scores of a response that have come out, of 100 each. */
export function scoresOf(session: Session): { path: string; node: Calculation; score: number }[] {
  return Object.entries(session.result().calculated).flatMap(([path, value]) => {
    const node = session.node(path)
    const score = Number(value)
    return isScore(node) && value !== '' && !Number.isNaN(score) ? [{ path, node, score }] : []
  })
}

/** Whether somebody who has answered is shown a result. */
export const hasResult = (form: Form): boolean =>
  indexOf(form).entries.some(({ node }) => isScore(node) || (node.kind === 'note' && isOfResult(node)))
