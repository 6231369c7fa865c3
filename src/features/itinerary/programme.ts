import { fillItem } from './actions/editing/fill-item.ts'
import { publishItem } from './actions/editing/publish-item.ts'
import { moveResting } from './actions/move-resting.ts'
import { publishProgramme, type PublishNeeds } from './actions/publish-programme.ts'
import type { PreviewPlan } from './actions/rules/preview-plan.ts'
import { workbookProgramme } from './actions/workbook-programme.ts'
import type { Part } from '../../bot/part.ts'
import * as buttons from './chat/programme/buttons.ts'
import { editing } from './chat/programme/editing.ts'
import { lookingAtProgramme } from './chat/programme/looking.ts'
import { movingResting } from './chat/programme/moving-resting.ts'
import { itemDraftStore } from './data/programme/item-draft-store.ts'
import type { Room } from './needs.ts'

export interface ProgrammeNeeds extends Room, Pick<PublishNeeds, 'replan' | 'noteChanges'> {
  preview: PreviewPlan
}

/** The coordinators' side: the programme as the workbook says it, and as it is changed on a phone. */
export function openProgramme(needs: ProgrammeNeeds) {
  const publish = publishProgramme(needs)
  const drafts = itemDraftStore(needs.database, needs.clock)
  const filling = fillItem({ ...needs, drafts })
  const editor = editing({ ...needs, filling, publish: publishItem({ ...needs, drafts, filling, publish }) })
  const part: Part = {
    chats: [lookingAtProgramme(needs), movingResting(moveResting({ ...needs, publish })), editor.chat],
    open: [editor.openKind],
    sweeps: [drafts.sweep],
    activityKeys: (words, activityId) => [
      [
        {
          text: words.plain('programme:open'),
          callback_data: buttons.listItems.pack({ activityId, offset: -1 }),
        },
      ],
    ],
  }
  return { publish, workbook: workbookProgramme({ ...needs, publish }), part }
}
