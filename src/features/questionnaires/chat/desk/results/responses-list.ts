import type { Message } from '../../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../../bot/page-keys.ts'
import { formatClock, formatDate } from '../../../../../platform/texts/dates.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { ListedResponse } from '../../../data/results/response-list.ts'
import * as buttons from '../../summary-buttons.ts'

export interface ResponsesListScene {
  questionnaireId: number
  title: string
  rows: readonly ListedResponse[]
  total: number
  offset: number
  homeTimeZone: string
}

/** A page of the responses that were handed in, the newest first; each opens in a message of its own. */
export function responsesListView(words: Words, scene: ResponsesListScene): Message {
  const { questionnaireId, title, rows, total, offset, homeTimeZone } = scene
  const lines = rows.map(({ reference, person, firm, activity, submittedAt }) =>
    [
      words('formsummary:list.line', { reference, name: nameOf(words, person, firm) }),
      ...[activity, submittedAt ? shortMoment(words, submittedAt, homeTimeZone) : ''].filter(Boolean),
    ].join(' · '),
  )
  return {
    text: [
      words('formsummary:list.title', { title }),
      words('formsummary:list.count', { count: total }),
      ...(lines.length > 0 ? [lines.join('\n')] : []),
    ].join('\n\n'),
    keyboard: [
      ...rows.map(({ id, reference, person, firm }) => [
        {
          text: shortenedTo(
            words.plain('formsummary:list.open', { reference, name: person || firm || '–' }),
            60,
          ),
          callback_data: buttons.openResponseCard.pack({ responseId: id }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) =>
        buttons.listResponses.pack({ questionnaireId, offset: to }),
      ),
    ],
    isProtected: true,
  }
}

function shortMoment({ language }: Words, moment: Temporal.Instant, zone: string): string {
  const local = moment.toZonedDateTimeISO(zone)
  return `${formatDate(local.toPlainDate(), language)} ${formatClock(local)}`
}

/** Who has handed it in, and for whom. */
const nameOf = (words: Words, person: string, firm: string): string =>
  [person || words.plain('formdesk:rest.nameless'), firm].filter(Boolean).join(', ')
