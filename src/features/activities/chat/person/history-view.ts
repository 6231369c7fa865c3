import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { displayName, thingOf } from '../../../people/index.ts'
import type { OpenedPerson } from '../../actions/person/open-person.ts'
import type { HistoryLine } from '../../data/person/person-history.ts'
import { readRejection } from '../../domain/rejection.ts'
import { isWithdrawalReason } from '../../domain/withdrawal.ts'
import { fitting } from '../applying/fitting.ts'
import { momentFields } from '../life/offer-views.ts'
import { reasonText } from '../applying/outcome-text.ts'
import { backToPerson } from './tags-view.ts'

export interface HistoryScene extends OpenedPerson {
  lines: readonly HistoryLine[]
  zone: string
}

/** Who decided and changed what about somebody, and when; the newest first. */
export function historyView(words: Words, { application, person, lines, zone }: HistoryScene): Message {
  const said = lines.map((line) =>
    words(line.by === null ? 'person:history.alone' : 'person:history.line', {
      ...momentFields(words, line.at, zone),
      what: whatOf(words, line),
      who: line.by ?? '',
    }),
  )
  return {
    text: [
      words('person:history.head', { name: displayName(person) }),
      said.length > 0 ? fitting(said, 3600).join('\n') : words('person:history.none'),
    ].join('\n\n'),
    keyboard: [[backToPerson(words, application.id)]],
  }
}

function whatOf(words: Words, { to, what, reason }: HistoryLine): string {
  if (to === null) {
    const thing = thingOf(what ?? '')
    return thing ? words.plain(`audit:what.${thing}`) : (what ?? '')
  }
  const state = words.plain(`activities:state.${to}`)
  const why =
    to === 'rejected'
      ? reasonText(words, readRejection(reason))
      : isWithdrawalReason(reason)
        ? words.plain(`life:why.${reason}`)
        : undefined
  return why === undefined ? state : `${state} (${why})`
}
