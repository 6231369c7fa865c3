import type { Message } from '../../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../../bot/page-keys.ts'
import { formatDate } from '../../../../../platform/texts/dates.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { RoundName } from '../../../actions/read-summary.ts'
import * as desk from '../../desk-buttons.ts'
import * as buttons from '../../summary-buttons.ts'

export interface RoundsScene {
  questionnaireId: number
  title: string
  /** The newest first. */
  rounds: readonly (RoundName & { submitted: number })[]
  offset: number
}

/** The rounds of a questionnaire in which somebody has handed in, each a button to what came of it. */
export function roundsView(words: Words, { questionnaireId, title, rounds, offset }: RoundsScene): Message {
  return {
    text: words('formsummary:rounds.title', { title, count: rounds.length }),
    keyboard: [
      ...rounds.slice(offset, offset + pageSize).map((round) => [
        {
          text: words.plain('formsummary:rounds.one', {
            round: shortenedTo(roundText(words, round), 50),
            count: round.submitted,
          }),
          callback_data: buttons.summaryOf.pack({ questionnaireId, round: round.number, at: 0, page: 0 }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: rounds.length }, (to) =>
        buttons.listRounds.pack({ questionnaireId, offset: to }),
      ),
      [
        {
          text: words.plain('formsummary:toResults'),
          callback_data: desk.showResults.pack({ questionnaireId }),
        },
      ],
    ],
  }
}

/** "Round 2: Autumn, 20 November 2026"; it stands in pictures too, whose letters have no emoji. */
function roundText(words: Words, { number, label, startedOn }: RoundName): string {
  if (!startedOn) return words.plain('formsummary:rounds.plain', { number: String(number) })
  const day = formatDate(startedOn, words.language)
  return words.plain('formsummary:rounds.named', {
    number: String(number),
    name: label === '' ? day : `${label}, ${day}`,
  })
}

/** Which round it is, where there are several. */
export const roundNote = (
  words: Words,
  { frame, round }: { frame: { questionnaire: { round: number } }; round: RoundName },
): string[] => (frame.questionnaire.round > 1 ? [roundText(words, round)] : [])
