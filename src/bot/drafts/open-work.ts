import { Composer } from 'grammy'
import type { Chat } from '../context.ts'
import type { Feature } from '../feature.ts'
import { draftErrors } from '../../shared/own-draft.ts'
import type { DraftSitting } from './draft-sitting.ts'

/** A kind of draft that can stand open in a chat. */
export interface OpenKind {
  sitting: DraftSitting
  openDraftOf: (personId: number) => Promise<{ id: number; updatedAt: Temporal.Instant } | undefined>
  /** Where there may be one, as in `Feature.openWhere`. */
  openWhere: string
  /** What `/help` says about it. */
  help(chat: Chat, draftId: number): Promise<string>
}

type Part = Required<
  Pick<Feature, 'sittings' | 'chat' | 'takesOver' | 'showsAgain' | 'helps' | 'pauses' | 'openWhere'>
>

/** What somebody is in the middle of, whatever kind of draft it is; of several, the one touched last. */
export function openWork(kinds: readonly OpenKind[]): Part {
  async function openOne({ viewer: { personId } }: Chat) {
    if (personId === null) return undefined
    const open = await Promise.all(
      kinds.map(async (kind) => ({ ...kind, draft: await kind.openDraftOf(personId) })),
    )
    return open
      .flatMap(({ draft, ...kind }) => (draft ? [{ ...kind, draft }] : []))
      .toSorted((one, other) => Temporal.Instant.compare(other.draft.updatedAt, one.draft.updatedAt))[0]
  }

  const chat = new Composer<Chat>()
  // Taps on a live question whose sitting was lost: the button itself says which draft it belongs to.
  for (const { sitting } of kinds)
    chat.callbackQuery(sitting.buttonsPattern, async (tapped) => {
      const draftId = Number(tapped.callbackQuery.data.split(':')[1])
      if (!Number.isSafeInteger(draftId)) throw draftErrors.answered()
      await sitting.takeUpAgain(tapped, draftId)
    })

  return {
    sittings: kinds.map(({ sitting }) => sitting.sitting),
    chat,
    openWhere: kinds.map(({ openWhere }) => openWhere),
    async takesOver(written, mayBeOpen) {
      const open = mayBeOpen ? await openOne(written) : undefined
      if (!open || !(await open.sitting.takes(written, open.draft.id))) return false
      await open.sitting.takeUpAgain(written, open.draft.id)
      return true
    },
    async showsAgain(shown) {
      const open = await openOne(shown)
      // Another language is for the whole of it; anything else has been answered above.
      if (shown.callbackQuery) await open?.sitting.sitDown(shown, open.draft.id)
      else await open?.sitting.remind(shown, open.draft.id)
      return open !== undefined
    },
    async helps(asked, people) {
      const open = await openOne(asked)
      if (!open) return false
      asked.tell({ text: `${await open.help(asked, open.draft.id)}\n\n${people}` })
      await open.sitting.sitDown(asked, open.draft.id)
      return true
    },
    async pauses(left) {
      const open = await openOne(left)
      if (!open) return false
      await open.sitting.leave(left, open.draft.id)
      await left.conversation.exitAll()
      return true
    },
  }
}
