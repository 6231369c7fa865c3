import { ownDraft } from '../../../../shared/own-draft.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { CorrectionStore } from '../../data/correction-store.ts'
import type { ReadersOfCopies } from '../../data/readers-of-copies.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import {
  correctedContent,
  isCorrectionStep,
  languageOf,
  type Correction,
  type CorrectionStep,
} from '../../domain/afterwards/correction.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import type { Content } from '../../domain/content.ts'
import type { RunsBroadcast } from '../runs-broadcast.ts'

export interface FillCorrectionNeeds {
  corrections: CorrectionStore
  broadcasts: Pick<BroadcastStore, 'read'>
  readers: Pick<ReadersOfCopies, 'count'>
  runs: RunsBroadcast
}

/** Where a correction stands, beside what the broadcast says now and what it will say. */
export interface CorrectionStanding {
  draft: Correction
  step: CorrectionStep | 'summary'
  broadcast: Broadcast
  after: Content
  readers: Awaited<ReturnType<ReadersOfCopies['count']>>
}

export type FillCorrection = ReturnType<typeof fillCorrection>

/** The verbs of writing a correction; each writes to the draft at once. */
export function fillCorrection({ corrections, broadcasts, readers, runs }: FillCorrectionNeeds) {
  /** The draft of its author, while they may deal with the broadcast and it can be corrected. */
  async function draftOf(id: number, personId: number): Promise<Correction> {
    const { gone, paused } = afterwardsErrors
    const row = await corrections.readLocked(id)
    if (row?.isMade) throw gone()
    const draft = ownDraft(row, personId, { gone, paused })
    checkCorrectable(await runs(personId, draft.broadcastId))
    return draft
  }

  async function standing(id: number): Promise<CorrectionStanding> {
    const draft = await corrections.read(id)
    const broadcast = draft && (await broadcasts.read(draft.broadcastId))
    if (!broadcast) throw afterwardsErrors.gone()
    const { changing } = draft
    return {
      ...{ draft, broadcast, after: correctedContent(broadcast.content, draft) },
      step: changing !== null && isCorrectionStep(changing) ? changing : 'summary',
      readers: await readers.count(broadcast.id),
    }
  }

  async function update(id: number, personId: number, changes: Parameters<CorrectionStore['update']>[1]) {
    await draftOf(id, personId)
    await corrections.update(id, changes)
    return standing(id)
  }

  return {
    draftOf,
    standing,
    openDraftOf: corrections.openOf,
    openWhere: corrections.openWhere,

    async begin(broadcastId: number, personId: number): Promise<number> {
      checkCorrectable(await runs(personId, broadcastId))
      return corrections.begin(broadcastId, personId)
    },

    /** The words of the language that is asked for, in place of those that are there. */
    async answer(id: number, personId: number, html: string | undefined): Promise<CorrectionStanding> {
      const { changing, texts } = await draftOf(id, personId)
      const language = languageOf(changing ?? '')
      if (!language || html === undefined) throw composingErrors.textExpected()
      return update(id, personId, { texts: { ...texts, [language]: html }, changing: null })
    },

    back: (id: number, personId: number) => update(id, personId, { changing: null }),

    /** The sound is on or off at one tap; a language is asked for. */
    async change(id: number, personId: number, step: CorrectionStep): Promise<CorrectionStanding> {
      if (step !== 'rings') return update(id, personId, { changing: step })
      const { rings } = await draftOf(id, personId)
      return update(id, personId, { rings: !rings, changing: null })
    },

    pause: (id: number, personId: number) => update(id, personId, { isPaused: true }),

    async discard(id: number, personId: number): Promise<void> {
      await draftOf(id, personId)
      await corrections.remove(id)
    },
  }
}

/** Only what has left can be corrected; before it is taken back and mended. */
export function checkCorrectable({ startedAt, recalledAt, state }: Broadcast): void {
  if (recalledAt !== null) throw afterwardsErrors.recalled()
  if (startedAt === null || !['sending', 'finished', 'stopped'].includes(state))
    throw afterwardsErrors.notSent()
}
