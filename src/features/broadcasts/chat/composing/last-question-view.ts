import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { ComposedDraft, LastQuestion } from '../../domain/composing/draft.ts'
import { broadcastQuestion } from './buttons.ts'

/** What is asked before it leaves: it is for many, or the same has just gone to the same. */
export function lastQuestionView(
  words: Words,
  { id, revision, startsAt }: ComposedDraft,
  asked: LastQuestion,
): Message {
  const to = { draftId: id, revision }
  const people = Number(asked.split(':')[1])
  const [text, yes] =
    asked === 'same'
      ? [words('composing:last.same'), words.plain('composing:last.sendAgain')]
      : [
          words(startsAt === null ? 'composing:last.people' : 'composing:last.peopleLater', {
            count: people,
          }),
          words.plain('composing:last.send', { count: people }),
        ]
  return {
    text,
    keyboard: [
      [{ text: yes, callback_data: broadcastQuestion.submit.pack(to) }],
      [{ text: words.plain('bot:back'), callback_data: broadcastQuestion.back.pack(to) }],
    ],
  }
}
