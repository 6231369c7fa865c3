import type { Part } from '../../bot/part.ts'
import { pressBroadcast } from './actions/press-broadcast.ts'
import { correctedClock } from './chat/afterwards/corrected-clock.ts'
import { askingAgain } from './chat/watching/asking-again.ts'
import { callingForHelp } from './chat/watching/calling-for-help.ts'
import { cardChat, tableJob } from './chat/watching/card-chat.ts'
import { broadcastCards } from './chat/watching/cards.ts'
import { pressingChat } from './chat/watching/pressing.ts'
import { deliveriesTable } from './chat/watching/table.ts'
import { wishesChat } from './chat/watching/wishes.ts'
import { readingFieldFacts } from './data/field-facts.ts'
import { reportStore } from './data/report-store.ts'
import { watcherStore } from './data/watcher-store.ts'
import { wordStore } from './data/word-store.ts'
import { sendTable } from './jobs/send-table.ts'
import type { Room } from './needs.ts'
import type { Sending } from './sending.ts'

/** How far a broadcast is: progress, report, who has seen and answered what, and who has to be asked again. */
export function openWatching(room: Room, sending: Sending) {
  const { database, texts, homeTimeZone } = room
  const reports = reportStore(database)
  const words = wordStore(database)
  const watchers = watcherStore(database)
  const cards = broadcastCards({
    ...{ ...room, reports, watchers, numbers: sending.numbers, runs: sending.runs },
    clockOf: correctedClock(room),
  })
  sending.onProgress(reports.outdate)
  const again = askingAgain({ ...room, words, reports, messagesFor: sending.messagesFor })
  const press = pressBroadcast({ ...room, words, progressed: reports.outdate })
  const callForHelp = callingForHelp({
    ...room,
    facts: readingFieldFacts(database, room.activities.openWord),
  })
  const card = cardChat({ ...room, sending, cards, reports, watchers, askSilent: again.askSilent })
  const wishes = wishesChat({ ...room, words })
  const part: Part = {
    privacyKeys: wishes.privacyKeys,
    chats: [pressingChat({ ...room, press, words, callForHelp }), card.chat, wishes.chat],
    watches: [again.watch, cards.watch],
    sweeps: watchers.sweeps,
    jobs: [
      sendTable({
        ...room,
        name: tableJob,
        reports,
        wordsIn: (language) => texts.words(language),
        table: (said, broadcast) => deliveriesTable(said, broadcast, homeTimeZone),
      }),
    ],
  }
  return {
    part,
    optedOutAmong: words.optedOutAmong,
    /** The card of a broadcast, beneath what was said last. */
    showCard: card.showBeneath,
    /** The same, in place. */
    refreshCard: card.show,
    /** Its cards say something else by now. */
    outdate: reports.outdate,
  }
}
