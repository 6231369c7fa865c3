import { lookingAtDue } from './actions/look-at-due.ts'
import { replanning } from './actions/replan.ts'
import { wishing } from './actions/wish.ts'
import { openReminders } from './chat/desk/buttons.ts'
import { remindersDesk } from './chat/desk/desk-chat.ts'
import type { Part } from '../../bot/part.ts'
import { rehearsing } from './chat/reminders/rehearsing.ts'
import { remindersChat } from './chat/reminders/reminders-chat.ts'
import { sayingDue } from './chat/reminders/saying-due.ts'
import { comingFires } from './data/coming-fires.ts'
import { dueFires } from './data/due-fires.ts'
import { onBoard } from './data/on-board.ts'
import { replacePlan } from './data/planned-fires.ts'
import { rehearsalStore } from './data/rehearsal-store.ts'
import { wishStore } from './data/wish-store.ts'
import type { Room } from './needs.ts'

/** Reminders: what is planned for whom, and saying it when it is due. */
export function openReminding(room: Room) {
  const { database, clock } = room
  const fires = dueFires(database)
  const wishes = wishStore(database, clock)
  const replan = replanning({ ...room, wishes, replacePlan: replacePlan(database) })
  const look = lookingAtDue({ ...room, wishes, onBoard: onBoard(database) })
  const replanFor = async (activityId: number, whose: readonly number[] | 'all'): Promise<void> => {
    const scene = await room.readScene(activityId, whose)
    if (scene) await replan(scene)
  }
  const wish = wishing({ ...room, wishes, replan: replanFor })

  const rehearsals = rehearsalStore(database, clock)
  const desk = remindersDesk({ ...room, coming: comingFires(database), fires, rehearsals })

  const part: Part = {
    chats: [remindersChat({ ...room, wishes, wish, fires }), desk],
    watches: [sayingDue({ ...room, fires, look }), rehearsing({ ...room, rehearsals })],
    activityKeys: (words, activityId) => [
      [
        {
          text: words.plain('reminders:desk.button'),
          callback_data: openReminders.pack({ activityId, offset: 0 }),
        },
      ],
    ],
    sweeps: [fires.sweep],
  }
  return { part, replan }
}
