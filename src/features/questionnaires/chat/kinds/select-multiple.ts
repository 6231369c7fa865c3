import { staleButton } from '../../../../bot/callback-data.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { foldForSearch } from '../../../../shared/search-folding.ts'
import { exclusiveChoices } from '../../domain/exclusive.ts'
import {
  areLong,
  labelsOf,
  offeredIn,
  pageOf,
  pageRow,
  pageWith,
  perRowFor,
  tappedPage,
  typedOffers,
  type Offered,
} from './choices.ts'
import type { QuestionKind, Said, Scene } from './kind.ts'
import { howToFind } from './select-one.ts'

/** Any number of choices: ticks, and Done with their count. */
export const selectMultiple: QuestionKind = {
  prompt(scene) {
    const { words, look } = scene
    const offered = offeredIn(scene)
    const ticked = tickedIn(scene)
    const { shown, isMore, page, pages } = pageOf(offered, look)
    const isLong = areLong(shown)
    const keys = shown.map(({ index, name, label }) => ({
      label: `${ticked.has(name) ? '☑' : '☐'} ${isLong ? `${index + 1}. ` : ''}${shortenedTo(label, 38)}`,
      value: `${ticked.has(name) ? '-' : '+'}${index}`,
    }))
    const count = ticked.size
    const done =
      count > 0 ? [{ label: words.plain('questionnaires:ask.done', { ticked: count }), value: 'done' }] : []
    return {
      rows: [
        ...inRows(keys, perRowFor(shown.map(({ label }) => label)) === 1 ? 1 : 2),
        ...pageRow(page, pages),
        done,
      ],
      lines: isLong ? shown.map(({ index, label }) => `${index + 1}. ${label}`) : [],
      how: words('questionnaires:ask.several'),
      ...howToFind(words, offered.length, isMore),
      marksPresent: true,
      takesPresent: count > 0,
    }
  },
  tap(value, scene) {
    const page = tappedPage(value)
    if (page !== undefined) return { kind: 'look', look: { page } }
    if (value === 'done') return done(scene)
    const [, sign, index] = /^([+-])(\d{1,4})$/.exec(value) ?? []
    const offer = offeredIn(scene)[Number(index)]
    if (!offer || !sign) throw staleButton()
    return ticked(scene, [offer], sign === '+')
  },
  read(text, scene) {
    if (foldForSearch(text) === foldForSearch(scene.words.plain('questionnaires:ask.doneTyped')))
      return done(scene)
    const offered = offeredIn(scene)
    const found = typedOffers(offered, text)
    const [several] = found.filter((one) => one.kind === 'several')
    if (several) return { kind: 'look', look: { search: several.search } }
    return ticked(
      scene,
      found.flatMap((one) => (one.kind === 'one' ? [one.offer] : [])),
      true,
    )
  },
  show: (value, scene) => formatList(labelsOf(value, scene), scene.words.language),
}

const tickedIn = ({ pending, present }: Scene): ReadonlySet<string> =>
  new Set((pending ?? present).split(' ').filter(Boolean))

const done = (scene: Scene): Said => ({ kind: 'value', value: inOrder(tickedIn(scene), scene) })

/** Ticks or unticks; what excludes all others clears them, and they it. */
function ticked(scene: Scene, offers: readonly Offered[], isOn: boolean): Said {
  const names = new Set(tickedIn(scene))
  const exclusive = exclusiveChoices(scene.session, scene.path)
  for (const { name } of offers) {
    if (!isOn) names.delete(name)
    else {
      for (const other of [...names]) if (exclusive.has(name) || exclusive.has(other)) names.delete(other)
      names.add(name)
    }
  }
  const page = pageWith(offers.at(-1)?.index ?? 0)
  return { kind: 'pending', value: inOrder(names, scene), look: { page } }
}

/** In the order of the list, as XLSForm keeps them. */
const inOrder = (names: ReadonlySet<string>, scene: Scene): string =>
  offeredIn(scene)
    .filter(({ name }) => names.has(name))
    .map(({ name }) => name)
    .join(' ')
