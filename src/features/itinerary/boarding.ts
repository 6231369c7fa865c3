import { askMissingAgain } from './actions/boarding/ask-missing-again.ts'
import { checkIn } from './actions/boarding/check-in.ts'
import { comeOnBoard } from './actions/boarding/come-on-board.ts'
import { lookAtDay } from './actions/boarding/look-at-day.ts'
import { lookAtRollCall, missingOf } from './actions/boarding/look-at-roll-call.ts'
import { looksAfter } from './actions/boarding/looks-after.ts'
import { tickPerson } from './actions/boarding/tick-person.ts'
import { attendanceChat } from './chat/boarding/attendance-chat.ts'
import { arrivingChat } from './chat/boarding/arriving-chat.ts'
import * as buttons from './chat/boarding/buttons.ts'
import { departuresNow } from './chat/boarding/departures-now.ts'
import { callingRoll } from './chat/boarding/calling-roll.ts'
import { missingDayFiles } from './chat/boarding/missing-day-files.ts'
import { orderingDayFiles } from './chat/boarding/ordering-day-files.ts'
import { rollCallChat } from './chat/boarding/roll-call-chat.ts'
import { showingCards } from './chat/boarding/showing-cards.ts'
import type { Part } from '../../bot/part.ts'
import { attendanceSheet } from './data/boarding/attendance-sheet.ts'
import { attendanceStore } from './data/boarding/attendance-store.ts'
import { checkInCodeStore } from './data/boarding/check-in-codes.ts'
import { dayFileStore } from './data/day/day-file-store.ts'
import { departuresAround } from './data/boarding/due-roll-calls.ts'
import { phonesOfPersons } from './data/boarding/phones-of-persons.ts'
import { rollCallStore } from './data/boarding/roll-call-store.ts'
import { sendDayFile } from './jobs/send-day-file.ts'
import type { Room } from './needs.ts'

/** The day of travel: who is on board, who is missing, who was there. */
export function openBoarding(room: Room) {
  const { database, clock } = room
  const phones = phonesOfPersons(database)
  const rollCalls = rollCallStore(database, clock)
  const stored = { ...room, phones, rollCalls, attendances: attendanceStore(database, clock) }
  const days = { ...stored, dayFiles: dayFileStore(database, clock), lookAtDay: lookAtDay(stored) }
  const needs = { ...days, look: lookAtRollCall(stored), looksAfter: looksAfter(stored) }
  const codes = checkInCodeStore(database, clock)
  const come = comeOnBoard(needs)
  const arriving = arrivingChat({
    ...{ ...needs, codes, comeOnBoard: come },
    checkIn: checkIn({ ...needs, comeOnBoard: come }),
  })
  const lists = rollCallChat({
    ...needs,
    tick: tickPerson(needs),
    askMissing: askMissingAgain(needs),
  })
  const calling = callingRoll({
    ...needs,
    around: departuresAround(database),
    showCards: showingCards(needs),
  })

  const part: Part = {
    chats: [arriving.chat, lists, attendanceChat({ ...room, codes, sheet: attendanceSheet(database) })],
    links: arriving.links,
    watches: [calling, orderingDayFiles(days), missingDayFiles(days)],
    jobs: [sendDayFile(days)],
    sweeps: [rollCalls.sweep, days.dayFiles.sweep],
    activityKeys: (words, activityId) => [
      [
        {
          text: words.plain('boarding:lists.open'),
          callback_data: buttons.chooseList.pack({ activityId }),
        },
      ],
    ],
  }
  return {
    part,
    /** The departures at which people are boarding about now. */
    departures: departuresNow(room),
    /** The persons who are not there yet, of a roll-call. */
    missingFrom: async (itemId: number): Promise<number[]> =>
      missingOf((await needs.look(itemId)).expected).map(({ personId }) => personId),
  }
}
