import type { Message } from '../../../../../bot/messenger.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { AudienceSize } from '../../../data/requests/request-store.ts'
import { writeWhom, type Whom } from '../../../domain/whom.ts'
import * as buttons from '../../desk-buttons.ts'

/** An audience with its numbers. */
export interface WhomCount extends AudienceSize {
  whom: Whom
}

export interface WhomScene {
  questionnaireId: number
  title: string
  activity: string | undefined
  sized: readonly WhomCount[]
  /** Single people can be ticked: those of the activity, else of the whole house. */
  mayPick: boolean
  activityId: number | undefined
  /** The people of an activity could be asked as well. */
  mayChooseActivity: boolean
}

const nameOf = (words: Words, whom: Whom): string => {
  if (whom.kind === 'activity') return words.plain(`formdesk:whom.${whom.state}`)
  if (whom.kind === 'people') return words.plain('formdesk:whom.people')
  return words.plain(whom.kind === 'firms' ? 'formdesk:whom.firms' : `formdesk:whom.${whom.cluster}`)
}

/** To whom? Each audience with how many it has. */
export const whomView = (words: Words, scene: WhomScene): Message => ({
  text: [
    words('formdesk:send.whom', { title: scene.title }),
    ...(scene.activity ? [words('formdesk:preview.activity', { title: scene.activity })] : []),
  ].join('\n'),
  keyboard: [
    ...scene.sized.map(({ whom, count }) => [
      {
        text: words.plain('formdesk:send.audience', { name: nameOf(words, whom), number: String(count) }),
        callback_data: buttons.confirmAsk.pack({
          questionnaireId: scene.questionnaireId,
          whom: writeWhom(whom),
        }),
      },
    ]),
    ...(scene.mayPick
      ? [
          [
            {
              text: words.plain('formdesk:send.single'),
              callback_data: buttons.pickPeople.pack({
                ...{ questionnaireId: scene.questionnaireId, activityId: scene.activityId ?? 0 },
              }),
            },
          ],
        ]
      : []),
    ...(scene.mayChooseActivity
      ? [
          [
            {
              text: words.plain('formdesk:send.ofActivity'),
              callback_data: buttons.chooseOfActivity.pack({
                questionnaireId: scene.questionnaireId,
                activityId: 0,
              }),
            },
          ],
        ]
      : []),
    backTo(words, scene.questionnaireId),
  ],
})

/** Of which activity? */
export const activitiesView = (
  words: Words,
  questionnaireId: number,
  activities: readonly { id: number; title: string }[],
): Message => ({
  text: words(activities.length > 0 ? 'formdesk:send.which' : 'formdesk:send.whichNone'),
  keyboard: [
    ...activities.map(({ id, title }) => [
      {
        text: shortenedTo(title, 50),
        callback_data: buttons.chooseOfActivity.pack({ questionnaireId, activityId: id }),
      },
    ]),
    backTo(words, questionnaireId),
  ],
})

/** Before anybody is told: how many that would be. */
export function confirmView(
  words: Words,
  {
    questionnaireId,
    whom,
    count,
    fresh,
    unreachable,
    title,
  }: WhomCount & { questionnaireId: number; title: string },
): Message {
  const before = count - fresh
  return {
    text: [
      words('formdesk:send.confirm', { title, name: nameOf(words, whom), count: fresh }),
      ...(unreachable > 0 ? [words('formdesk:send.unreachable', { count: unreachable })] : []),
      ...(before > 0 ? [words('formdesk:send.before', { count: before })] : []),
    ].join('\n\n'),
    keyboard: [
      ...(fresh > 0
        ? [
            [
              {
                text: words.plain('formdesk:send.now', { number: String(fresh) }),
                callback_data: buttons.askThem.pack({ questionnaireId, whom: writeWhom(whom) }),
              },
            ],
          ]
        : []),
      [{ text: words.plain('bot:back'), callback_data: buttons.chooseWhom.pack({ questionnaireId }) }],
    ],
  }
}

/** The way back to the card. */
export const backTo = (words: Words, questionnaireId: number) => [
  { text: words.plain('bot:back'), callback_data: buttons.deskForm.pack({ questionnaireId }) },
]
