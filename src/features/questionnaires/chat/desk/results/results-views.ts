import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../../bot/messenger.ts'
import { formatDay } from '../../../../../platform/texts/dates.ts'
import { formatPercent } from '../../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import type { Questionnaire } from '../../../domain/questionnaire.ts'
import type { ResultAccess, ResultNumbers } from '../../../domain/results/result-set.ts'
import * as buttons from '../../desk-buttons.ts'
import * as summary from '../../summary-buttons.ts'
import { momentText } from '../moment-text.ts'

export interface ResultsScene {
  questionnaire: Questionnaire
  title: string
  numbers: ResultNumbers
  access: ResultAccess
  homeTimeZone: string
}

/** What came of a questionnaire, in numbers, and the ways to see it. */
export function resultsView(words: Words, scene: ResultsScene): Message {
  const { questionnaire, title, numbers, access } = scene
  return {
    text: [
      words('formresults:title', { title }),
      numberLines(words, numbers).join('\n'),
      ...withheld(words, scene),
    ].join('\n\n'),
    keyboard: [
      ...(access.kind === 'shown' ? [summaryKey(words, questionnaire)] : []),
      ...(numbers.ever > numbers.submitted ? [roundsKey(words, questionnaire)] : []),
      ...(access.kind === 'shown' || hasEarlier(scene) ? keysOfAll(words, questionnaire) : []),
      [
        {
          text: words.plain('formresults:toCard'),
          callback_data: buttons.deskForm.pack({ questionnaireId: questionnaire.id }),
        },
      ],
    ],
  }
}

/** Question by question: the round that is under way. */
const summaryKey = (words: Words, { id: questionnaireId, round }: Questionnaire): InlineKeyboardButton[] => [
  {
    text: words.plain('formsummary:summary'),
    callback_data: summary.summaryOf.pack({ questionnaireId, round, at: 0, page: 0 }),
  },
]

/** The same of rounds before. */
const roundsKey = (words: Words, { id: questionnaireId }: Questionnaire): InlineKeyboardButton[] => [
  {
    text: words.plain('formsummary:rounds.button'),
    callback_data: summary.listRounds.pack({ questionnaireId, offset: 0 }),
  },
]

/** The ways to what was handed in itself, in all rounds. Of anonymous answers there is no way to one of them. */
const keysOfAll = (
  words: Words,
  { id: questionnaireId, isAnonymous }: Questionnaire,
): InlineKeyboardButton[][] => {
  const responses = {
    text: words.plain('formsummary:responses'),
    callback_data: summary.openResponses.pack({ questionnaireId }),
  }
  const table = {
    text: words.plain('formresults:table.button'),
    callback_data: buttons.chooseTable.pack({ questionnaireId }),
  }
  return [...(isAnonymous ? [] : [[responses]]), [table]]
}

const hasEarlier = ({ access, numbers }: ResultsScene): boolean => access.kind === 'none' && numbers.ever > 0

function numberLines(words: Words, numbers: ResultNumbers): string[] {
  const { of, submitted, ever, asked, answered, lastOn } = numbers
  return [
    words('formresults:submitted', { count: submitted }),
    ...(ever > submitted ? [words('formresults:earlier', { count: ever - submitted })] : []),
    ...(lastOn ? [words('formresults:lastOn', { day: formatDay(lastOn, words.language) })] : []),
    asked === 0
      ? words('formdesk:card.nobodyAsked')
      : words(of === 'firm' ? 'formresults:rateFirms' : 'formresults:rate', {
          ...{ asked: String(asked), answered: String(answered) },
          share: formatPercent(answered / asked, words.language),
        }),
  ]
}

/** Why nothing is shown yet, and from when on it is. */
function withheld(words: Words, scene: ResultsScene): string[] {
  const { access, homeTimeZone } = scene
  if (access.kind === 'shown' || hasEarlier(scene)) return []
  if (access.kind === 'none') return [words('formresults:errors.none')]
  if (access.kind === 'tooFew') return [words('formresults:tooFew', { fewest: String(access.fewest) })]
  const { closesAt } = access
  return [
    closesAt
      ? words('formresults:openUntil', { moment: momentText(words, closesAt, homeTimeZone) })
      : words('formresults:untilClosed', { button: words.plain('formdesk:card.close') }),
  ]
}
