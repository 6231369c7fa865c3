import type { InlineKeyboardButton } from 'grammy/types'
import type { DeskNumber, HomePart } from '../../../../bot/feature.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { sideBySide } from '../../../../bot/in-twos.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { mayDo, type Grant } from '../../../people/index.ts'
import type { ActivityPage, DeskTime } from '../../data/activity-lists.ts'
import type { Hearing } from '../../data/setting-store.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'
import { fitting } from '../applying/fitting.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'
import { standingStates } from '../../domain/life-cycle.ts'
import { countIn } from '../../domain/seats.ts'

type Counts = Partial<Record<ApplicationState, number>>

export interface DeskScene extends ActivityPage {
  time: DeskTime
  offset: number
  grants: readonly Grant[]
  /** What the room of people has to say and to offer. */
  ofPeople: HomePart
  /** The ways to what later rooms have here. */
  later: HomePart['buttons']
  /** Applications of the activities on this page. */
  counts: ReadonlyMap<number, Counts>
  /** What needs a hand today. */
  numbers: readonly DeskNumber[]
  hears: Hearing
}

/** The desk: a page of activities that run or have run, and the way to everything else. */
export function deskView(words: Words, scene: DeskScene): Message {
  const { activities, time, grants, counts, numbers } = scene
  const isPast = time === 'past'
  const lines = activities.map((activity) => activityLine(words, activity, counts.get(activity.id) ?? {}))
  const heads = isPast
    ? [words(lines.length > 0 ? 'activities:desk.past' : 'activities:desk.pastNone')]
    : [
        words('activities:desk.title'),
        ...scene.ofPeople.lines,
        numbers.length > 0
          ? [words('desk:today'), ...numbers.map(({ line }) => `• ${line}`)].join('\n')
          : words('desk:nothing'),
      ]
  const maySend = !isPast && mayDo(grants, 'openActivities')
  return {
    text: [
      ...heads,
      ...fitting(lines, 3000),
      ...(maySend
        ? [words('activities:desk.send', { button: words.plain('activities:desk.templates') })]
        : []),
    ].join('\n\n'),
    keyboard: [
      ...(isPast ? [] : [...numbers.map(({ button }) => [button]), toApplications(words)]),
      ...activities.map((activity) => [
        {
          text: titleOf(activity, words.language),
          callback_data: buttons.deskActivity.pack({ activityId: activity.id }),
        },
      ]),
      ...pageKeys(words, { ...scene, limit: pageSize }, (offset) =>
        buttons.pageOfDesk.pack({ time, offset }),
      ),
      ...(isPast ? [[toDesk(words)]] : sideBySide(deskKeys(words, scene))),
    ],
  }
}

const toApplications = (words: Words): InlineKeyboardButton[] => [
  {
    text: words.plain('desk:list.open'),
    callback_data: buttons.applicationsList.pack({ filter: '', offset: 0 }),
  },
]

const toDesk = (words: Words): InlineKeyboardButton => ({
  text: words.plain('activities:desk.open'),
  callback_data: buttons.desk.pack({}),
})

function deskKeys(words: Words, { grants, hears, ofPeople, later }: DeskScene): InlineKeyboardButton[][] {
  const row = (text: string, callback_data: string) => [{ text, callback_data }]
  const other: Hearing = hears === 'digest' ? 'at_once' : 'digest'
  return [
    row(words.plain('activities:desk.toPast'), buttons.pageOfDesk.pack({ time: 'past', offset: 0 })),
    ...(mayDo(grants, 'openActivities')
      ? [
          row(words.plain('activities:desk.newWorkshop'), buttons.newWorkshop.pack({})),
          row(words.plain('activities:desk.templates'), buttons.templates.pack({})),
        ]
      : []),
    ...later,
    ...ofPeople.buttons,
    row(words.plain(`activities:desk.hearing.${hears}`), buttons.hearing.pack({ how: other })),
  ]
}

/** An activity on the desk, with what waits for a hand. */
function activityLine(words: Words, activity: Activity, counts: Counts): string {
  return words('activities:desk.activityLine', {
    title: titleOf(activity, words.language),
    code: activity.code,
    submitted: countIn(counts, standingStates.submitted),
    approved: countIn(counts, standingStates.approved),
    waitlisted: countIn(counts, standingStates.waitlisted),
  })
}
