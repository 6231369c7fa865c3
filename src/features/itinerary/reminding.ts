import { lookingAtDue } from './actions/look-at-due.ts'
import { replanning } from './actions/replan.ts'
import { wishing } from './actions/wish.ts'
import type { Part } from './chat/part.ts'
import { remindersChat } from './chat/reminders/reminders-chat.ts'
import { sayingDue } from './chat/reminders/saying-due.ts'
import { dueFires } from './data/due-fires.ts'
import { onBoard } from './data/on-board.ts'
import { replacePlan } from './data/planned-fires.ts'
import { ruleStore } from './data/rule-store.ts'
import { wishStore } from './data/wish-store.ts'
import type { Room } from './needs.ts'

/** Reminders: what is planned for whom, and saying it when it is due. */
export function openReminding(room: Room) {
  const { database, clock } = room
  const fires = dueFires(database)
  const rules = ruleStore(database, clock)
  const wishes = wishStore(database, clock)
  const replan = replanning({ ...room, rules, wishes, replacePlan: replacePlan(database) })
  const look = lookingAtDue({ ...room, rules, wishes, onBoard: onBoard(database) })
  const wish = wishing({ ...room, wishes, replan })

  const part: Part = {
    chats: [remindersChat({ ...room, wishes, wish, fires })],
    watches: [sayingDue({ ...room, fires, look })],
    sweeps: [fires.sweep],
  }
  return { part, replan }
}
