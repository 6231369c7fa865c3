import type { Part } from '../../bot/part.ts'
import { pressBroadcast } from './actions/press-broadcast.ts'
import { askingAgain } from './chat/watching/asking-again.ts'
import { callingForHelp } from './chat/watching/calling-for-help.ts'
import { cardChat, tableJob } from './chat/watching/card-chat.ts'
import { broadcastCards } from './chat/watching/cards.ts'
import { pressingChat } from './chat/watching/pressing.ts'
import { deliveriesTable } from './chat/watching/table.ts'
import { readingFieldFacts } from './data/field-facts.ts'
import { reportStore } from './data/report-store.ts'
import { wordStore } from './data/word-store.ts'
import { sendTable } from './jobs/send-table.ts'
import type { Room } from './needs.ts'
import type { Sending } from './sending.ts'

/** How far a broadcast is: progress, report, who has seen and answered what, and who has to be asked again. */
export function openWatching(room: Room, sending: Sending) {
  const { database, texts, homeTimeZone } = room
  const reports = reportStore(database)
  const words = wordStore(database)
  const cards = broadcastCards({ ...room, reports, numbers: sending.numbers })
  sending.onProgress(reports.outdate)
  const again = askingAgain({ ...room, words, reports })
  const press = pressBroadcast({ ...room, words, progressed: reports.outdate })
  const callForHelp = callingForHelp({ ...room, facts: readingFieldFacts(database) })
  const part: Part = {
    chats: [
      pressingChat({ ...room, press, words, callForHelp }),
      cardChat({ ...room, sending, cards, reports, askSilent: again.askSilent }),
    ],
    watches: [again.watch, cards.watch],
    jobs: [
      sendTable({
        ...room,
        name: tableJob,
        reports,
        wordsIn: (language) => texts.words(language),
        table: (said, broadcast, people) => deliveriesTable(said, broadcast, people, homeTimeZone),
      }),
    ],
  }
  return { part, optedOutAmong: words.optedOutAmong, outdate: reports.outdate }
}
