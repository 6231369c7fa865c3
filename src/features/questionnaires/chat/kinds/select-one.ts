import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { staleButton } from '../../../../bot/callback-data.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import {
  areLong,
  labelsOf,
  leafedAtMost,
  offeredIn,
  pageOf,
  pageRow,
  perRowFor,
  tappedPage,
  typedOffer,
} from './choices.ts'
import type { QuestionKind } from './kind.ts'

/** One of several choices. */
export const selectOne: QuestionKind = {
  prompt(scene) {
    const { words, present, look } = scene
    const offered = offeredIn(scene)
    const { shown, isMore, page, pages } = pageOf(offered, look)
    const isLong = areLong(shown)
    const keys = shown.map(({ index, name, label }) => ({
      label: `${name === present ? '✓ ' : ''}${isLong ? `${index + 1}. ` : ''}${shortenedTo(label, 40)}`,
      value: `c${index}`,
    }))
    return {
      rows: [...inRows(keys, perRowFor(keys.map(({ label }) => label))), ...pageRow(page, pages)],
      lines: isLong ? shown.map(({ index, label }) => `${index + 1}. ${label}`) : [],
      ...howToFind(words, offered.length, isMore),
      marksPresent: true,
      takesPresent: shown.some(({ name }) => name === present),
    }
  },
  tap(value, scene) {
    const page = tappedPage(value)
    if (page !== undefined) return { kind: 'look', look: { page } }
    const offer = value.startsWith('c') ? offeredIn(scene)[Number(value.slice(1))] : undefined
    if (!offer) throw staleButton()
    return { kind: 'value', value: offer.name }
  },
  read(text, scene) {
    const found = typedOffer(offeredIn(scene), text)
    return found.kind === 'one'
      ? { kind: 'value', value: found.offer.name, isTyped: true }
      : { kind: 'look', look: { search: found.search } }
  },
  show: (value, scene) => labelsOf(value, scene).join(', '),
}

/** How to find something among many. */
export function howToFind(words: Words, count: number, isMore: boolean) {
  if (isMore) return { how: words('questionnaires:ask.moreFound') }
  return count > leafedAtMost ? { how: words('questionnaires:ask.search', { total: count }) } : {}
}
