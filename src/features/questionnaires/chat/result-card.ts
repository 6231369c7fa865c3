import type { Words } from '../../../platform/texts/words.ts'
import { languageOf, titleIn } from '../domain/form-language.ts'
import { isOfResult } from '../domain/steps.ts'
import { toRead } from './asking-view.ts'
import type { Asking } from './scene.ts'

const segments = 10

/** What came of the answers: each `score_…` that has a label with its bar, of 100, and what the group `result` says. */
export function resultCard(words: Words, standing: Asking): string | undefined {
  const { session, form } = standing
  const language = languageOf(form, words.language)
  const scores = Object.entries(session.result().calculated).flatMap(([path, value]) => {
    const node = session.node(path)
    const score = Number(value)
    if (node.kind !== 'calculation' || !node.label || value === '' || Number.isNaN(score)) return []
    const full = Math.round((Math.min(Math.max(score, 0), 100) / 100) * segments)
    return [
      words('questionnaires:receipt.score', {
        label: session.text(node.label, path, language) || node.name,
        bar: '▰'.repeat(full) + '▱'.repeat(segments - full),
        score,
      }),
    ]
  })
  const said = session
    .steps()
    .filter(isOfResult)
    .flatMap((step) => toRead(words, standing, step))
  if (scores.length === 0 && said.length === 0) return undefined
  return [
    words('questionnaires:receipt.result', { title: titleIn(standing.form, words.language) }),
    ...(scores.length > 0 ? [scores.join('\n')] : []),
    ...said,
  ].join('\n\n')
}
