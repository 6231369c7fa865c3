import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { formatPhone } from '../../../people/index.ts'
import type { Named } from '../../data/application-lists.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import * as buttons from '../buttons.ts'
import { fitting } from '../applying/fitting.ts'

export interface PeopleScene {
  activity: Activity
  what: 'life:coming.silent' | 'life:ended.ask' | 'life:hold.silent' | 'life:sentBack.over'
  concerned: readonly Application[]
  named: ReadonlyMap<number, Named>
}

/** People who need a coordinator's word, each with firm and phone, and the way to the list. */
export function peopleView(words: Words, { activity, what, concerned, named }: PeopleScene): Message {
  const lines = concerned.map(({ id, answers }) => {
    const { name = '', firm = null } = named.get(id) ?? {}
    const phone = answers.phone ? formatPhone(answers.phone) : null
    return words('activities:trips.name', { title: `• ${[name, firm, phone].filter(Boolean).join(', ')}` })
  })
  const activityId = activity.id
  return {
    text: [
      words(what, { title: titleOf(activity, words.language), count: concerned.length }),
      fitting(lines, 3000).join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...(what === 'life:sentBack.over' ? concerned.map(({ id }) => toCard(words, id)) : []),
      ...(what === 'life:ended.ask'
        ? [[{ text: words.plain('life:ended.all'), callback_data: buttons.allTookPart.pack({ activityId }) }]]
        : []),
      [
        {
          text: words.plain('life:ended.list'),
          callback_data: buttons.listApplications.pack({
            activityId,
            state: what === 'life:sentBack.over' ? 'submitted' : 'approved',
            offset: 0,
          }),
        },
      ],
    ],
  }
}

const toCard = (words: Words, applicationId: number) => [
  {
    text: words.plain('life:sentBack.openCard'),
    callback_data: buttons.openApplication.pack({ applicationId }),
  },
]
