import type { ConversationData, ConversationStorage, VersionedState } from '@grammyjs/conversations'
import type { Context } from 'grammy'

/**
 * Raise it whenever the code of a sitting changes in what it waits for. Whoever is in the middle of one is then led
 * back in by its rows, without noticing.
 */
export const sittingVersion = 2

type State = VersionedState<ConversationData>

/** The conversation state of one update: read when the update was claimed, written with its end. */
export interface ConversationSlot {
  readonly before: string | null
  /** `undefined`: unchanged; `null`: the conversation has ended. */
  after: string | null | undefined
  /** Its end is none, see `stay`. */
  stays: boolean
}

const slots = new WeakMap<Context, ConversationSlot>()

/** Puts the state that came with the update where the conversations plugin will look for it. */
export function layOut(context: Context, before: string | null): ConversationSlot {
  const slot: ConversationSlot = { before, after: undefined, stays: false }
  slots.set(context, slot)
  return slot
}

/**
 * The sitting goes on as it was before this update. Its builder then returns, and what the plugin takes for its end is not
 * written: a builder that waits again is played once more and costs a timer, which is most of what an update takes.
 */
export function stay(context: Context): void {
  const slot = slots.get(context)
  if (slot) slot.stays = true
}

/** The plugin's storage: it neither reads nor writes the database itself, the inbox does both in its own statements. */
export function conversationStore<C extends Context>(
  version = sittingVersion,
): ConversationStorage<C, ConversationData> {
  return {
    type: 'context',
    version,
    adapter: {
      read(context) {
        const before = slots.get(context)?.before
        return before ? (JSON.parse(before) as State) : undefined
      },
      write(context, state) {
        const slot = slots.get(context)
        const text = JSON.stringify(state)
        if (slot) slot.after = text === slot.before ? undefined : text
      },
      delete(context) {
        const slot = slots.get(context)
        if (slot) slot.after = slot.stays ? undefined : null
      },
    },
  }
}
