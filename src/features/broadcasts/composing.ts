import type { Part } from '../../bot/part.ts'
import { fillBroadcast } from './actions/composing/fill-broadcast.ts'
import { submitBroadcast } from './actions/composing/submit-broadcast.ts'
import { beginning } from './chat/composing/beginning.ts'
import { newBroadcast } from './chat/composing/buttons.ts'
import { composing } from './chat/composing/composing.ts'
import { offering } from './chat/composing/offering.ts'
import { plainAudienceStep } from './chat/composing/plain-audience-step.ts'
import { previewing } from './chat/composing/preview.ts'
import { writtenTemplates } from './chat/composing/written-templates.ts'
import { draftStore } from './data/draft-store.ts'
import { plainAudience } from './data/plain-audience.ts'
import type { Room } from './needs.ts'

/** What a coordinator does to write a broadcast: words, media, languages, urgency, answers, hour, preview. */
export function openComposing(room: Room) {
  const drafts = draftStore(room.database, room.clock)
  const filling = fillBroadcast({ ...room, drafts, templates: writtenTemplates(room.people) })
  const audience = plainAudienceStep({ ...room, audience: plainAudience(room.database) })
  const submit = submitBroadcast({ ...room, drafts, filling, numbers: audience.numbers })
  const writing = composing({
    ...{ ...room, filling, submit, audience },
    showCard: (chat) => {
      chat.tell({ text: chat.words('composing:leaves') })
      return Promise.resolve()
    },
  })
  const begin = beginning({
    ...{ ...room, drafts, filling, audience },
    composing: writing,
    preview: previewing(room),
  })
  const offer = offering({ ...room, drafts, filling, composing: writing, takeUp: begin.takeUp })
  const part: Part = {
    chats: [begin.chat, offer.chat],
    open: [writing.openKind],
    takesLast: offer.takesLast,
    activityKeys: (words, activityId) => [
      [{ text: words.plain('composing:toPeople'), callback_data: newBroadcast.pack({ activityId }) }],
    ],
    desk: (words) => ({
      ways: [[{ text: words.plain('composing:new'), callback_data: newBroadcast.pack({ activityId: 0 }) }]],
      templates: [],
    }),
  }
  return { part }
}
