import type { Person } from './person.ts'
import type { World } from './world.ts'

/** A message as it reached a phone: when by the clock of the story, whether it rang, and its words. */
export interface Heard {
  at: Temporal.Instant
  rings: boolean
  text: string
}

/** Writes down everything new that phones get from here on; what is changed in place is no message. */
export function listening(world: World) {
  const heard: (Heard & { chatId: number })[] = []
  world.telegram.subscribe((event) => {
    if (event.kind !== 'received' || !/^(send|copy|forward)/.test(event.call.method)) return
    const { chat_id, text, caption, disable_notification } = event.call.payload
    if (event.call.method === 'sendChatAction') return
    const written = [text, caption].find((words) => typeof words === 'string') ?? `(${event.call.method})`
    heard.push({
      chatId: Number(chat_id),
      at: world.clock.now(),
      rings: disable_notification === undefined,
      text: written.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'),
    })
  })
  return {
    by: ({ id }: Person): Heard[] => heard.filter(({ chatId }) => chatId === id),
  }
}
