import type { Words } from '../../../platform/texts/words.ts'
import type { ClusterMedians, Medians } from '../data/results/cluster-medians.ts'
import { languageOf, titleIn } from '../domain/form-language.ts'
import { scoresOf } from '../domain/scores.ts'
import { isOfResult } from '../domain/steps.ts'
import { toRead } from './asking-head.ts'
import type { Asking } from './scene.ts'

const segments = 10

/** What came of the answers, beside the medians of the firm's cluster where there are enough firms to say so. */
export async function resultCard(
  words: Words,
  standing: Asking,
  medians: ClusterMedians,
): Promise<string | undefined> {
  const { questionnaireId, firmId } = standing.response
  const paths = scoresOf(standing.session).map(({ path }) => path)
  return resultText(words, standing, await medians(questionnaireId, firmId, paths))
}

/** Each `score_…` that has a label with its bar, of 100, and what the group `result` says. */
function resultText(words: Words, standing: Asking, medians: Medians): string | undefined {
  const { session, form } = standing
  const language = languageOf(form, words.language)
  const scores = scoresOf(session).map(({ path, node, score }) => {
    const cluster = medians.get(path)
    return [
      words('questionnaires:receipt.score', {
        ...{ label: session.text(node.label, path, language) || node.name, bar: barOf(score) },
        score,
      }),
      ...(cluster
        ? [words('questionnaires:receipt.median', { median: cluster.median, n: String(cluster.n) })]
        : []),
    ].join('\n')
  })
  const said = session
    .steps()
    .filter(isOfResult)
    .flatMap((step) => toRead(words, standing, step))
  if (scores.length === 0 && said.length === 0) return undefined
  return [
    words('questionnaires:receipt.result', { title: titleIn(form, words.language) }),
    ...(scores.length > 0 ? [scores.join(medians.size > 0 ? '\n\n' : '\n')] : []),
    ...(medians.size > 0 ? [words('questionnaires:receipt.medianOf')] : []),
    ...said,
  ].join('\n\n')
}

/** Ten segments for a score of 100. */
function barOf(score: number): string {
  const full = Math.round((Math.min(Math.max(score, 0), 100) / 100) * segments)
  return '▰'.repeat(full) + '▱'.repeat(segments - full)
}
