import { staleButton } from '../../../../bot/callback-data.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { foldForSearch } from '../../../../shared/search-folding.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import { refusalOf } from '../../domain/refusal-of.ts'
import { labelsOf, offeredIn, typedOffers } from './choices.ts'
import type { QuestionKind, Said, Scene } from './kind.ts'

/** Choices in an order: tapped one after the other, the first first. */
export const rank: QuestionKind = {
  prompt(scene) {
    const { words } = scene
    const ranked = rankedIn(scene)
    const left = mayGoOn(ranked, scene) ? offeredIn(scene).filter(({ name }) => !ranked.includes(name)) : []
    const undo = { label: words.plain('questionnaires:ask.undo'), value: 'undo' }
    const doneKey = { label: words.plain('questionnaires:ask.doneRank'), value: 'done' }
    return {
      rows: [
        ...inRows(
          left.map(({ index, label }) => ({ label: shortenedTo(label, 40), value: `+${index}` })),
          1,
        ),
        [...(ranked.length > 0 ? [undo] : []), ...(isDone(ranked, scene) ? [doneKey] : [])],
      ],
      lines: labelsOf(ranked.join(' '), scene).map((label, at) => `${at + 1}. ${label}`),
      ...(left.length > 0 ? { how: words('questionnaires:ask.rank') } : {}),
      marksPresent: true,
      takesPresent: isDone(ranked, scene),
    }
  },
  tap(value, scene) {
    const ranked = rankedIn(scene)
    if (value === 'undo') return { kind: 'pending', value: ranked.slice(0, -1).join(' ') }
    if (value === 'done') return done(scene)
    const offer = value.startsWith('+') ? offeredIn(scene)[Number(value.slice(1))] : undefined
    if (!offer) throw staleButton()
    return placed(scene, [offer.name])
  },
  read(text, scene) {
    if (foldForSearch(text) === foldForSearch(scene.words.plain('questionnaires:ask.doneTyped')))
      return done(scene)
    const found = typedOffers(offeredIn(scene), text)
    const names = found.map((one) => (one.kind === 'one' ? one.offer.name : undefined))
    if (names.includes(undefined)) throw questionnaireErrors.noChoice(text)
    return placed(
      scene,
      names.filter((name) => name !== undefined),
    )
  },
  show: (value, scene) =>
    labelsOf(value, scene)
      .map((label, at) => `${at + 1}. ${label}`)
      .join(', '),
}

const rankedIn = ({ pending, present }: Scene): string[] => (pending ?? present).split(' ').filter(Boolean)

/** Places one after the other; what would be one too many is refused, so that there is always a way on. */
function placed(scene: Scene, names: readonly string[]): Said {
  const ranked = rankedIn(scene)
  for (const name of names.filter((one) => !ranked.includes(one))) {
    const refusal = isDone(ranked, scene) ? judged([...ranked, name], scene) : undefined
    if (refusal) throw refusalOf(refusal)
    ranked.push(name)
  }
  return { kind: 'pending', value: ranked.join(' ') }
}

const judged = (ranked: readonly string[], { session, path }: Scene) => session.judge(path, ranked.join(' '))

/** Whether one more may be placed: "your three most important" ends at the third. */
const mayGoOn = (ranked: readonly string[], scene: Scene): boolean =>
  !isDone(ranked, scene) ||
  offeredIn(scene).some(({ name }) => !ranked.includes(name) && !judged([...ranked, name], scene))

/** All of them, or as many as the constraint asks for: "your three most important". */
function isDone(ranked: readonly string[], scene: Scene): boolean {
  const { question } = scene
  const isWhole = ranked.length === offeredIn(scene).length
  const isEnough = question.constraint !== undefined && ranked.length > 0
  return (isWhole || isEnough) && judged(ranked, scene) === undefined
}

function done(scene: Scene): Said {
  const ranked = rankedIn(scene)
  if (!isDone(ranked, scene)) throw questionnaireErrors.rankAll()
  return { kind: 'value', value: ranked.join(' ') }
}
