import type { Message } from 'grammy/types'

/** Albums of the last minute and the message each began with; after a restart one may be answered twice. */
const albums = new Map<string, { firstId: number; seenAt: number }>()

/** Of an album every picture is an update of its own: whether this is one after the first, because one answer is enough. */
export function isRestOfAlbum(message: Message | undefined): boolean {
  if (message?.media_group_id === undefined) return false
  const now = performance.now()
  for (const [id, { seenAt }] of albums) if (now - seenAt > 60_000) albums.delete(id)
  const known = albums.get(message.media_group_id)
  if (!known) albums.set(message.media_group_id, { firstId: message.message_id, seenAt: now })
  // The first one may come again when handling it has failed.
  return known !== undefined && known.firstId !== message.message_id
}
