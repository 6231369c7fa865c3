import type { Chat } from '../../../bot/context.ts'
import { bold, joined } from '../../../platform/texts/html.ts'
import { readText } from '../../../shared/localized-text.ts'
import { cityOf } from '../../activities/index.ts'
import { plainOf } from '../../broadcasts/index.ts'
import { intentOf } from '../domain/answering/intent-of.ts'
import { matchFaq } from '../domain/answering/match-faq.ts'
import type { Letter } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'

/**
 * Answers at once what the questions of the activity or the programme surely answer; nothing is invented. The letter waits for
 * "not what I meant", which takes it to a person together with what was answered.
 */
export function answeringAtOnce({
  letters,
  activities,
  itinerary,
}: Pick<Room, 'letters' | 'activities' | 'itinerary'>) {
  async function answerTo({ words }: Chat, { personId, words: said }: Letter, activityId: number) {
    const activity = await activities.store.read(activityId)
    const working = activity?.workingLanguage ?? undefined
    const city = activity && cityOf(activity, words.language)
    const entry = matchFaq(said.text, await activities.faq.of(activityId), words.language, working, city)
    const answer = entry && readText(entry.answer, words.language, working)
    if (entry && answer) {
      const question = readText(entry.question, words.language, working) ?? ''
      return joined([joined(['💡 ', bold(question)], ''), answer]).toString()
    }
    const intent = intentOf(said.text)
    return intent && itinerary.shortAnswer(words, personId, activityId, intent)
  }

  return async (sent: Chat, letter: Letter, activityId: number): Promise<boolean> => {
    const answer = await answerTo(sent, letter, activityId)
    if (answer === undefined) return false
    await letters.say(letter.id, { ...letter.words, answered: plainOf(answer), about: activityId })
    await letters.mark(letter.id, 'known')
    sent.tell({
      text: answer,
      keyboard: [
        [
          {
            text: sent.words.plain('correspondence:known.notMeant'),
            callback_data: buttons.notMeant.pack({ letterId: letter.id }),
          },
        ],
      ],
    })
    return true
  }
}
