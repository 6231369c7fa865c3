import { foreseeingMessages } from './actions/desk/foresee-messages.ts'
import { lookingAtDue } from './actions/look-at-due.ts'
import { planningActivity } from './actions/plan-activity.ts'
import { replanning } from './actions/replan.ts'
import { applyRule } from './actions/rules/apply-rule.ts'
import { fillRule } from './actions/rules/fill-rule.ts'
import { previewingPlan } from './actions/rules/preview-plan.ts'
import { wishing } from './actions/wish.ts'
import { openReminders } from './chat/desk/buttons.ts'
import { comingByPerson } from './chat/desk/by-person-chat.ts'
import { remindersDesk } from './chat/desk/desk-chat.ts'
import { runningReminders } from './chat/desk/running-chat.ts'
import type { Part } from '../../bot/part.ts'
import { rehearsing } from './chat/desk/rehearsing.ts'
import { remindersChat } from './chat/reminders/reminders-chat.ts'
import { sayingDue } from './chat/reminders/saying-due.ts'
import { rulesChat } from './chat/rules/rules-chat.ts'
import { comingMessages } from './data/changes/coming-messages.ts'
import { dayFileStore } from './data/day/day-file-store.ts'
import { dueFires } from './data/reminders/due-fires.ts'
import { onBoard } from './data/boarding/on-board.ts'
import { replacePlan } from './data/reminders/planned-fires.ts'
import { rehearsalStore } from './data/reminders/rehearsal-store.ts'
import { ruleDraftStore } from './data/reminders/rule-draft-store.ts'
import { unheardMessages } from './data/changes/unheard-messages.ts'
import { wishStore } from './data/reminders/wish-store.ts'
import type { Room } from './needs.ts'

/** Reminders: what is planned for whom, and saying it when it is due. */
export function openReminding(room: Room) {
  const { database, clock } = room
  const fires = dueFires(database)
  const seated = onBoard(database)
  const wishes = wishStore(database, clock)
  const plan = planningActivity({ ...room, wishes })
  const replan = replanning({ ...room, plan, replacePlan: replacePlan(database) })
  const look = lookingAtDue({ ...room, wishes, onBoard: seated })
  const replanFor = async (activityId: number, whose: readonly number[] | 'all'): Promise<void> => {
    const scene = await room.readScene(activityId, whose)
    if (scene) await replan(scene)
  }
  const wish = wishing({ ...room, wishes, replan: replanFor })

  const rehearsals = rehearsalStore(database, clock)
  const coming = comingMessages(database)
  const desk = remindersDesk({
    ...{ ...room, coming, rehearsals },
    unheard: unheardMessages(database),
    foresee: foreseeingMessages({ ...room, dayFiles: dayFileStore(database, clock), onBoard: seated }),
  })
  const desks = [
    desk.chat,
    comingByPerson({ ...room, ...desk, coming }),
    runningReminders({ ...room, ...desk, fires, rehearsals }),
  ]

  const preview = previewingPlan({ ...room, plan })
  const ruleDrafts = ruleDraftStore(database, clock)
  const fillingRule = fillRule({ ...room, drafts: ruleDrafts, preview })
  const ruling = rulesChat({
    ...room,
    filling: fillingRule,
    apply: applyRule({ ...room, drafts: ruleDrafts, filling: fillingRule, replan: replanFor }),
  })

  const part: Part = {
    open: [ruling.openKind],
    chats: [ruling.chat, remindersChat({ ...room, wishes, wish, fires }), ...desks],
    watches: [sayingDue({ ...room, fires, look }), rehearsing({ ...room, rehearsals })],
    activityKeys: (words, activityId) => [
      [
        {
          text: words.plain('reminders:desk.button'),
          callback_data: openReminders.pack({ activityId, offset: 0 }),
        },
      ],
    ],
    sweeps: [fires.sweep, ruleDrafts.sweep],
  }
  return {
    part,
    replan,
    preview,
    async mutedAmong(personIds: readonly number[]): Promise<Set<number>> {
      const wished = await wishes.ofPersons(personIds)
      return new Set([...wished].filter(([, { isMuted }]) => isMuted).map(([personId]) => personId))
    },
  }
}
