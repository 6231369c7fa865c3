import type { Message } from '../../../../bot/messenger.ts'
import { bold, joined, type Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { formatPhone } from '../../../people/index.ts'
import type { Expected, RollCallScene } from '../../actions/boarding/look-at-roll-call.ts'
import type { ItemFacts } from '../../domain/item.ts'
import { vehicleOf } from '../../domain/vehicle.ts'
import { firstLine } from '../first-line.ts'
import { whenAndWhere } from '../reminders/item-block.ts'
import * as buttons from './buttons.ts'

export interface LetterScene extends Pick<RollCallScene, 'activity' | 'item'> {
  now: Temporal.Instant
}

/** More of them would hide the first ones. */
const mostNamed = 30

export const titleOfItem = (
  words: Words,
  { item, activity }: Pick<LetterScene, 'item' | 'activity'>,
): string => readText(item.title, words.language, activity.workingLanguage ?? undefined) ?? '—'

/** "08:45 · Barcelona · Hotel", as the first line of whatever is about this departure. */
export function headOf(words: Words, { item, activity, now }: LetterScene): string {
  const working = activity.workingLanguage ?? undefined
  const place = readText(item.place, words.language, working)
  return firstLine(
    whenAndWhere(words, { item, now, working }),
    place ?? titleOfItem(words, { item, activity }),
  )
}

/** What it is, where the first line has not said it already. */
export function titleLine(words: Words, scene: LetterScene): string[] {
  return isSaid(words, scene) ? [] : [joined([titleOfItem(words, scene)]).toString()]
}

const isSaid = (words: Words, scene: LetterScene): boolean =>
  headOf(words, scene).endsWith(titleOfItem(words, scene))

/** Both, for the caption of a picture. */
export const headAndTitle = (words: Words, scene: LetterScene): Html =>
  joined([bold(headOf(words, scene)), ...(isSaid(words, scene) ? [] : [titleOfItem(words, scene)])])

/** Where one is when one has come: in a vehicle, or where people meet to walk or to sit together. */
const placeOf = (item: ItemFacts): 'aboard' | 'here' => (vehicleOf(item) === 'other' ? 'here' : 'aboard')

/** Asks somebody whether they are on board, or there; `isAgain`: they have been asked before. */
export const askMessage = (words: Words, scene: LetterScene, { isAgain }: { isAgain: boolean }): Message => ({
  text: [
    `🙋 ${bold(headOf(words, scene)).toString()}`,
    ...titleLine(words, scene),
    words(`boarding:ask.${placeOf(scene.item)}.${isAgain ? 'again' : 'text'}`),
  ].join('\n'),
  keyboard: [
    [
      {
        text: words.plain(`boarding:ask.${placeOf(scene.item)}.button`),
        callback_data: buttons.onBoard.pack({ itemId: scene.item.id }),
      },
    ],
  ],
})

/** What stands in place of the question once they have said so. */
export const aboardMessage = (words: Words, head: string, item: ItemFacts): Message => ({
  text: [`✅ ${bold(head).toString()}`, words(`boarding:ask.${placeOf(item)}.done`)].join('\n'),
})

/** Tells whoever looks after them who is missing, while there still is time to call. */
export const missingMessage = (words: Words, scene: LetterScene, missing: readonly Expected[]): Message => ({
  text: [
    `❗ ${bold(headOf(words, scene)).toString()}`,
    words('boarding:missing.text', { count: missing.length }),
    missingLines(words, missing),
  ].join('\n'),
  keyboard: [
    [
      {
        text: words.plain('boarding:card.askAgain'),
        callback_data: buttons.askAgain.pack({ itemId: scene.item.id }),
      },
    ],
    [
      {
        text: words.plain('boarding:card.open'),
        callback_data: buttons.openList.pack({ itemId: scene.item.id }),
      },
    ],
  ],
  isProtected: true,
})

/** A line for each who is missing, with the number to call. */
export function missingLines(words: Words, missing: readonly Expected[], most = mostNamed): string {
  const lines = missing
    .slice(0, most)
    .map(({ name, phone }) =>
      joined(['⬜ ' + name, ...(phone === null ? [] : [formatPhone(phone)])], ' · ').toString(),
    )
  const left = missing.length - most
  return [...lines, ...(left > 0 ? [words('boarding:missing.more', { count: left })] : [])].join('\n')
}
