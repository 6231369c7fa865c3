import type { Part } from '../../bot/part.ts'
import { fillBroadcast } from './actions/composing/fill-broadcast.ts'
import { submitBroadcast } from './actions/composing/submit-broadcast.ts'
import type { Addressing } from './addressing.ts'
import { beginning } from './chat/composing/beginning.ts'
import { newBroadcast } from './chat/composing/buttons.ts'
import { checkingWords } from './chat/composing/checking-words.ts'
import { composing } from './chat/composing/composing.ts'
import { leaving } from './chat/composing/leaving.ts'
import { offering } from './chat/composing/offering.ts'
import { previewing } from './chat/composing/preview.ts'
import { lookingAtScene } from './chat/composing/scene.ts'
import { unreachableChat } from './chat/composing/unreachable.ts'
import { writtenTemplates } from './chat/composing/written-templates.ts'
import { readingReaders } from './data/audience-readers.ts'
import { draftStore } from './data/draft-store.ts'
import type { Room } from './needs.ts'
import type { Sending } from './sending.ts'

/** What a coordinator does to write a broadcast: words, media, languages, urgency, answers, hour, preview. */
export function openComposing(
  room: Room,
  { addressing, sending }: { addressing: Addressing; sending: Sending },
) {
  const { look, queries, fields, step: audience } = addressing
  const drafts = draftStore(room.database, room.clock)
  const readers = readingReaders(room.database, queries)
  const checking = checkingWords({ readers, fields })
  const filling = fillBroadcast({ ...room, drafts, templates: writtenTemplates(room.people) })
  const scene = { ...room, audience, look, checking }
  const card = leaving({ ...room, drafts, sending, sceneOf: lookingAtScene(scene) })
  const submit = submitBroadcast({
    ...{ ...room, drafts, filling, numbers: look.count, check: checking.check },
    arm: sending.arm,
  })
  const writing = composing({ ...scene, filling, submit, showCard: card.showCard })
  const begin = beginning({
    ...{ ...room, drafts, filling },
    composing: writing,
    preview: previewing({ ...room, look, readers, messagesFor: sending.messagesFor }),
  })
  const offer = offering({ ...room, drafts, filling, composing: writing, takeUp: begin.takeUp })
  const part: Part = {
    chats: [begin.chat, offer.chat, card.chat, unreachableChat({ filling, look, composing: writing })],
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
