import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { bold } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { missingOf, type Expected, type RollCallScene } from '../../actions/boarding/look-at-roll-call.ts'
import { isWithinReach, type Reach } from '../../actions/boarding/looks-after.ts'
import type { RollCallCard } from '../../data/boarding/roll-call-store.ts'
import { isCancelled } from '../../domain/item.ts'
import { isOpenForCode, isOpenForTaps } from '../../domain/roll-call.ts'
import { iconOf } from '../reminders/item-block.ts'
import * as buttons from './buttons.ts'
import { headOf, missingLines, titleLine } from './roll-call-letters.ts'

export interface CardScene extends RollCallScene {
  now: Temporal.Instant
  reach: Reach
  /** What of it they are looking at. */
  look: Pick<RollCallCard, 'bus' | 'first'>
}

/** The people of one bus, or those without one (`bus` empty). */
interface Section {
  bus: string
  expected: readonly Expected[]
}

export const screenOf = (itemId: number): string => `roll-call-${itemId}`

/** Who is there and who is not, by bus; one bus with a button for each of its people. */
export function rollCallView(words: Words, scene: CardScene): Message {
  const { item, look } = scene
  const sections = sectionsOf(scene)
  const section = look.bus === null ? undefined : sections.find(({ bus }) => bus === look.bus)
  const all = sections.flatMap(({ expected }) => expected)
  return {
    text: [
      [
        `${iconOf(item)} ${bold(headOf(words, scene)).toString()}`,
        ...titleLine(words, scene),
        statusLine(words, scene, all),
      ].join('\n'),
      ...(section ? [sectionText(words, section)] : overview(words, sections)),
    ].join('\n\n'),
    keyboard: section ? sectionKeys(words, scene, sections, section) : overviewKeys(words, scene, sections),
    isProtected: true,
  }
}

/** The buses whose people are within reach, by name; those without a bus last. */
export function sectionsOf({ expected, reach }: Pick<CardScene, 'expected' | 'reach'>): Section[] {
  const within = expected.filter(({ bus }) => isWithinReach(reach, bus))
  return [...Map.groupBy(within, ({ bus }) => bus?.trim() ?? '')]
    .map(([bus, people]) => ({ bus, expected: people }))
    .sort(
      (one, other) =>
        Number(one.bus === '') - Number(other.bus === '') ||
        one.bus.localeCompare(other.bus, undefined, { numeric: true }),
    )
}

function statusLine(words: Words, { item, now }: CardScene, all: readonly Expected[]): string {
  if (isCancelled(item)) return words('boarding:card.cancelled')
  const count = all.length - missingOf(all).length
  const counted = words('boarding:card.there', { count, total: all.length })
  const isClosed = !isOpenForCode(item, now) && Temporal.Instant.compare(now, item.startsAt) > 0
  return isClosed ? `${counted}\n${words('boarding:card.closed')}` : counted
}

function overview(words: Words, sections: readonly Section[]): string[] {
  if (sections.length === 0) return [words('boarding:card.nobody')]
  return sections.map((section) => sectionText(words, section))
}

function sectionText(words: Words, section: Section): string {
  const missing = missingOf(section.expected)
  const head = words('boarding:card.section', {
    name: bold(sectionName(words, section)),
    count: countOf(section),
  })
  return [
    head,
    missing.length === 0 ? words('boarding:card.complete') : missingLines(words, missing, 15),
  ].join('\n')
}

const countOf = ({ expected }: Section) =>
  `${expected.length - missingOf(expected).length}/${expected.length}`

const sectionName = (words: Words, { bus }: Section): string =>
  bus === '' ? words.plain('boarding:card.noBus') : words.plain('boarding:card.bus', { bus })

function overviewKeys(
  words: Words,
  scene: CardScene,
  sections: readonly Section[],
): InlineKeyboardButton[][] {
  const { id: itemId } = scene.item
  return [
    ...sections.map((section, at) => [
      {
        text: `${sectionName(words, section)} · ${countOf(section)}`,
        callback_data: buttons.showSection.pack({ itemId, section: at, first: 0 }),
      },
    ]),
    ...askKeys(words, scene, sections),
    ...missedKeys(words, scene),
    ...(scene.expected.some(({ attendance }) => attendance)
      ? [
          [
            {
              text: words.plain('boarding:card.whoCame'),
              callback_data: buttons.whoCame.pack({ itemId }),
            },
          ],
        ]
      : []),
    ...(isCancelled(scene.item)
      ? []
      : [
          [
            {
              text: words.plain('boarding:card.code'),
              callback_data: buttons.checkInCode.pack({ itemId }),
            },
          ],
        ]),
  ]
}

/** Once it has left, whoever runs the activity deals with those who were not there. */
function missedKeys(words: Words, { item, expected, reach, now }: CardScene): InlineKeyboardButton[][] {
  const { length: count } = missingOf(expected)
  const hasLeft = item.kind === 'travel' && Temporal.Instant.compare(item.startsAt, now) <= 0
  if (reach !== 'all' || !hasLeft || isCancelled(item) || count === 0) return []
  return [
    [
      {
        text: words.plain('boarding:missed.button', { n: count }),
        callback_data: buttons.whoMissed.pack({ itemId: item.id, offset: -1 }),
      },
    ],
  ]
}

/** People are asked while they can answer. */
function askKeys(
  words: Words,
  { item, rules, now }: CardScene,
  sections: readonly Section[],
): InlineKeyboardButton[][] {
  const isAsked = item.kind === 'travel' && isOpenForTaps(item, rules, now)
  if (!isAsked || sections.every(({ expected }) => missingOf(expected).length === 0)) return []
  return [
    [
      {
        text: words.plain('boarding:card.askAgain'),
        callback_data: buttons.askAgain.pack({ itemId: item.id }),
      },
    ],
  ]
}

function sectionKeys(
  words: Words,
  { item, look }: CardScene,
  sections: readonly Section[],
  section: Section,
): InlineKeyboardButton[][] {
  const { id: itemId } = item
  const { expected } = section
  const first = look.first < expected.length ? look.first : 0
  const at = sections.indexOf(section)
  return [
    ...expected.slice(first, first + pageSize).map(({ applicationId, name, attendance }) => [
      {
        text: `${attendance ? '✅' : '⬜'} ${shortenedTo(name, 40)}`,
        callback_data: buttons.tick.pack({ itemId, applicationId, isThere: attendance ? 0 : 1 }),
      },
    ]),
    ...pageKeys(words, { offset: first, limit: pageSize, total: expected.length }, (offset) =>
      buttons.showSection.pack({ itemId, section: at, first: offset }),
    ),
    [
      {
        text: words.plain('boarding:card.all'),
        callback_data: buttons.showSection.pack({ itemId, section: -1, first: 0 }),
      },
    ],
  ]
}
