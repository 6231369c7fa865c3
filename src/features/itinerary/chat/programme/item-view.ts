import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { bold, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { Activity } from '../../../activities/index.ts'
import { isCancelled, type ProgrammeItem } from '../../domain/item.ts'
import { usualDelays } from '../../domain/late.ts'
import * as buttons from './buttons.ts'
import { factValue, shownFacts } from './fact-values.ts'
import { nameOf } from './list-view.ts'
import { missingLines } from './text-prompts.ts'

export interface ItemScene {
  activity: Activity
  item: ProgrammeItem
  /** How many people it is for. */
  people: number
  canBeLate: boolean
}

/** An item as its coordinators see it, with what they can do to it. */
export function itemView(words: Words, scene: ItemScene): Message {
  const { activity, item, people } = scene
  const working = activity.workingLanguage ?? undefined
  const name = nameOf(words, item, activity)
  const lines = shownFacts
    .filter((fact) => fact !== 'title')
    .map((fact) => ({ fact, value: factValue(words, fact, item, working) }))
    .filter(({ value }) => value !== '')
    .map(({ fact, value }) =>
      words('programme:card.line', {
        label: words.plain(`programme:labels.${fact}`),
        value: shortenedTo(value, 300),
      }),
    )
  return {
    text: [
      words('programme:card.head', { name: isCancelled(item) ? struck(name) : bold(name) }),
      lines.join('\n'),
      words('programme:card.people', { count: people }),
      ...languageBlock(words, item),
      ...(scene.canBeLate ? [words('programme:card.askLate')] : []),
    ].join('\n\n'),
    keyboard: keysOf(words, scene),
  }
}

/** Readers of these languages see a text in another one. */
function languageBlock(words: Words, item: ProgrammeItem): string[] {
  const lines = missingLines(words, item)
  return lines.length === 0 ? [] : [[words('programme:card.missingHead'), ...lines].join('\n')]
}

function keysOf(words: Words, { item, activity, canBeLate }: ItemScene): InlineKeyboardButton[][] {
  const { id: itemId } = item
  const key = (text: string, callback_data: string) => ({ text, callback_data })
  const back = key(
    words.plain('programme:card.back'),
    buttons.listItems.pack({ activityId: activity.id, offset: -1 }),
  )
  if (isCancelled(item))
    return [[key(words.plain('programme:card.restore'), buttons.restoreItem.pack({ itemId }))], [back]]
  return [
    ...(canBeLate
      ? [
          usualDelays.map((minutes) =>
            key(words.plain('programme:card.late', { minutes }), buttons.lateItem.pack({ itemId, minutes })),
          ),
          [key(words.plain('programme:card.lateOther'), buttons.lateItem.pack({ itemId, minutes: 0 }))],
        ]
      : []),
    [
      key(words.plain('programme:card.move'), buttons.moveItem.pack({ itemId })),
      key(words.plain('programme:card.edit'), buttons.editItem.pack({ itemId })),
    ],
    [
      key(words.plain('programme:card.remind'), buttons.remindItem.pack({ itemId })),
      key(words.plain('programme:card.texts'), buttons.translateItem.pack({ itemId })),
    ],
    [key(words.plain('programme:card.cancel'), buttons.cancelItem.pack({ itemId }))],
    [back],
  ]
}
