import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf, tripRow, type Activity } from '../../activities/index.ts'
import type { PersonsDocuments } from '../actions/look-at-documents.ts'
import type { ChecklistLine } from '../domain/checklist.ts'
import * as buttons from './buttons.ts'
import { documentLine, renewalLine, ruleLines, signOf, titleOfLine } from './lines.ts'

export interface OwnScene {
  activity: Activity
  person: PersonsDocuments
}

/** What somebody needs for a trip, most urgent first, each behind a button. */
export function ownListView(words: Words, { activity, person }: OwnScene): Message {
  const { applicationId } = person.traveller
  return {
    text: [
      words('documents:own.title', { title: titleOf(activity, words.language) }),
      [
        ...renewalLine(words, person),
        ...person.lines.map((line) => documentLine(words, activity, line)),
      ].join('\n'),
      words('documents:own.never'),
    ].join('\n\n'),
    keyboard: [
      ...person.lines.map((line) => [
        {
          text: `${signOf[line.urgency]} ${titleOfLine(words, activity, line)}`,
          callback_data: buttons.ownDocument.pack({ applicationId, mark: line.mark }),
        },
      ]),
      tripRow(words.plain('bot:back'), activity.id),
    ],
  }
}

/** One of them: where it stands, why it is needed, and what to do. */
export function ownDocumentView(words: Words, { activity, person }: OwnScene, line: ChecklistLine): Message {
  const { applicationId } = person.traveller
  const { mark, state, rule } = line
  const key = (text: string, callback_data: string) => [{ text, callback_data }]
  const isDone = state === 'accepted'
  return {
    text: [
      documentLine(words, activity, line),
      ...ruleLines(words, activity, line),
      words(`documents:own.how.${isDone ? 'done' : rule.proof}`),
    ].join('\n\n'),
    keyboard: [
      ...(rule.proof === 'declared'
        ? [
            key(
              words.plain(isDone ? 'documents:own.notYet' : 'documents:own.have'),
              buttons.declare.pack({ applicationId, mark, isThere: isDone ? 0 : 1 }),
            ),
          ]
        : []),
      ...(rule.proof === 'file' && !isDone
        ? [
            key(
              words.plain(state === 'received' ? 'documents:own.sendAgain' : 'documents:own.send'),
              buttons.sendFile.pack({ applicationId, mark }),
            ),
          ]
        : []),
      key(words.plain('bot:back'), buttons.ownList.pack({ applicationId })),
    ],
  }
}

/** The next file is taken. */
export const waitingView = (words: Words, scene: OwnScene, line: ChecklistLine): Message => ({
  text: words('documents:own.waiting', { title: titleOfLine(words, scene.activity, line) }),
  keyboard: [
    [
      {
        text: words.plain('documents:own.stop'),
        callback_data: buttons.stopWaiting.pack({ applicationId: scene.person.traveller.applicationId }),
      },
    ],
  ],
})
