import type { Update } from 'grammy/types'
import type { World } from '../world.ts'
import type { KeptUpdate } from '../world-things.ts'

type UpdateKind = Exclude<keyof Update, 'update_id'>

/** Not delivered unless the bot asks for them by name. */
const onRequestOnly: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count']

/** The updates waiting for the bot; each stays until it is confirmed. */
export interface UpdateQueue {
  /** Puts an update at the end, unless the bot does not want its kind. */
  push<Kind extends UpdateKind>(kind: Kind, content: NonNullable<Update[Kind]>, lane: string): void
  /** The oldest updates, redelivered ones first; marks nothing. */
  oldest(limit: number): Update[]
  /** Hands out what `redeliver` has put back; once. */
  takeRedelivered(limit: number): KeptUpdate[]
  confirmBelow(offset: number): void
  confirm(updateId: number): void
  /** The last `count` updates that were handed out come once more, confirmed or not. */
  redeliver(count: number): void
  noteHandedOut(updates: Update[]): void
  /** Called whenever there is something to deliver. */
  onArrival(listener: () => void): void
  /** Forgets all but the last `count` updates. */
  keepLast(count: number): void
}

const remembered = 1000

export function updateQueue(world: World): UpdateQueue {
  const listeners: (() => void)[] = []
  const handedOut = new Map<number, KeptUpdate>()
  let again: KeptUpdate[] = []
  const arrived = () => listeners.forEach((listener) => listener())
  return {
    push(kind, content, lane) {
      if (!isWanted(world, kind)) return
      const update_id = world.next('update', 100_001)
      world.updates.set(update_id, { update: { update_id, [kind]: content }, lane })
      arrived()
    },
    oldest: (limit) =>
      world.updates
        .values()
        .map(({ update }) => update)
        .take(limit)
        .toArray(),
    takeRedelivered: (limit) => again.splice(0, limit),
    confirmBelow(offset) {
      for (const updateId of world.updates.keys()) {
        if (updateId >= offset) return
        world.updates.delete(updateId)
      }
    },
    confirm: (updateId) => world.updates.delete(updateId),
    redeliver(count) {
      again = [...again, ...[...handedOut.values()].slice(-count)]
      arrived()
    },
    noteHandedOut(updates) {
      for (const update of updates) {
        const kept = world.updates.get(update.update_id)
        if (kept) handedOut.set(update.update_id, kept)
      }
      for (const updateId of handedOut.keys()) {
        if (handedOut.size <= remembered) break
        handedOut.delete(updateId)
      }
      if (!world.events.hasListeners) return
      const updateIds = updates.map(({ update_id }) => update_id)
      world.events.publish({ kind: 'handed-out', updateIds, at: performance.now() })
    },
    onArrival: (listener) => void listeners.push(listener),
    keepLast(count) {
      const dropped = [...world.updates.keys()].slice(0, Math.max(0, world.updates.size - count))
      dropped.forEach((updateId) => world.updates.delete(updateId))
    },
  }
}

function isWanted(world: World, kind: string): boolean {
  const allowed = world.allowedUpdates.get('current')
  return allowed ? allowed.includes(kind) : !onRequestOnly.includes(kind)
}
