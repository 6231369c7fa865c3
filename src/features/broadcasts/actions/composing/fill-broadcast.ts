import type { Clock } from '../../../../platform/clock.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { ownDraft } from '../../../../shared/own-draft.ts'
import type { Activities } from '../../../activities/index.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { BegunDraft, DraftStore } from '../../data/draft-store.ts'
import { everybodyOf, type Audience } from '../../domain/audience.ts'
import { listBefore, type ComposedDraft, type OpenChoice } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { addToAlbum, putEdited, type PutMessage } from '../../domain/composing/put-content.ts'
import {
  broadcastStepBefore,
  currentBroadcastStep,
  type BroadcastStep,
} from '../../domain/composing/steps.ts'
import type { WrittenTemplates } from '../../domain/composing/templates.ts'
import { readBroadcastAnswer } from './read-broadcast-answer.ts'
import type { BroadcastRaw } from './reading.ts'

export interface FillBroadcastNeeds {
  drafts: DraftStore
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  templates: WrittenTemplates
  clock: Clock
  homeTimeZone: string
}

/** Where a draft stands: what it is asking now. */
export interface BroadcastStanding {
  draft: ComposedDraft
  step: BroadcastStep | 'summary'
}

/** Who it is for, as far as somebody has said. */
export interface Addressed {
  audience: Audience
  /** Nothing more is to be said. */
  isChosen?: boolean
  isWholeHouse?: boolean
  open?: OpenChoice | undefined
}

export type FillBroadcast = ReturnType<typeof fillBroadcast>

/** The verbs of writing a broadcast. Each writes to the draft at once, and the next step follows from it. */
export function fillBroadcast(needs: FillBroadcastNeeds) {
  const { drafts, people, activities, templates, clock, homeTimeZone } = needs

  /** Whether somebody may write to the people of an activity; of none: to anybody of theirs at all. */
  async function checkReach(personId: number, activityId: number | null): Promise<void> {
    const grants = await people.roles.of(personId)
    if (!mayDo(grants, 'announce')) throw composingErrors.onlyCoordinators()
    if (activityId === null) return
    const activity = await activities.store.read(activityId)
    if (!activity || !mayDo(grants, 'announce', activity.code)) throw composingErrors.notYours()
  }

  /** Everybody the house knows is written to only by whoever sees all of it. */
  async function checkAudience(
    personId: number,
    { audience: { activityId }, notes }: Pick<ComposedDraft, 'audience' | 'notes'>,
  ): Promise<void> {
    await checkReach(personId, activityId)
    const isWhole = activityId === null && (notes.isAudienceChosen ?? notes.isWholeHouse ?? false)
    if (isWhole && !mayDo(await people.roles.of(personId), 'announceToAll'))
      throw composingErrors.wholeHouseOnly()
  }

  /** The draft of its author, while they may write to the people that it is for. */
  async function draftOf(id: number, personId: number): Promise<ComposedDraft> {
    const { gone, paused, onItsWay } = composingErrors
    const row = await drafts.readLocked(id)
    if (row?.personId === personId && row.state !== 'draft') throw onItsWay()
    const draft = ownDraft(row, personId, { gone, paused })
    await checkAudience(personId, draft)
    return draft
  }

  async function standing(id: number): Promise<BroadcastStanding> {
    const draft = await drafts.read(id)
    if (!draft) throw composingErrors.gone()
    return { draft, step: currentBroadcastStep(draft) }
  }

  return {
    standing,
    draftOf,
    checkReach,

    async begin(begun: BegunDraft): Promise<ComposedDraft> {
      await checkReach(begun.personId, begun.audience?.activityId ?? null)
      return drafts.begin({ audience: everybodyOf(null), ...begun })
    },

    openWhere: drafts.openWhere,

    async openDraftOf(personId: number): Promise<ComposedDraft | undefined> {
      const open = (await drafts.ofPerson(personId)).find(({ isPaused }) => !isPaused)
      return open && mayDo(await people.roles.of(personId), 'announce') ? open : undefined
    },

    async answer(
      id: number,
      personId: number,
      raw: BroadcastRaw,
      language: Language,
    ): Promise<BroadcastStanding> {
      const draft = await draftOf(id, personId)
      const step = currentBroadcastStep(draft)
      if (step === 'summary' || step === 'audience' || step === 'empty') throw composingErrors.gone()
      const { activityId } = draft.audience
      const activity = activityId === null ? undefined : await activities.store.read(activityId)
      const timeZone = activity?.timeZone ?? homeTimeZone
      const reading = { draft, language, timeZone, templates, now: clock.now() }
      await drafts.update(id, anew(draft, readBroadcastAnswer(step, raw, reading)))
      return standing(id)
    },

    /** Keeps whom it is for; what is changed there counts at once. */
    async address(id: number, personId: number, addressed: Addressed): Promise<BroadcastStanding> {
      const { audience, isChosen = false, open } = addressed
      const draft = await draftOf(id, personId)
      const { open: _, isWholeHouse: was, ...others } = draft.notes
      const isWholeHouse = audience.activityId === null && (addressed.isWholeHouse ?? was ?? false)
      const notes = {
        ...others,
        ...(isWholeHouse ? { isWholeHouse } : {}),
        ...(isChosen ? { isAudienceChosen: true } : {}),
        ...(open ? { open } : {}),
      }
      await checkAudience(personId, { audience, notes })
      await drafts.update(id, anew(draft, { audience, notes, changing: isChosen ? null : 'audience' }))
      return standing(id)
    },

    /** Another one of the album that she has begun to send; whether it was that. */
    async growAlbum(id: number, message: PutMessage): Promise<boolean> {
      const draft = await drafts.readLocked(id)
      if (!draft || draft.state !== 'draft' || draft.notes.album !== message.album) return false
      const grown = addToAlbum(draft, message)
      if (grown !== draft) await drafts.grow(id, grown)
      return true
    },

    /** A message that she has edited changes the draft that it is in; resolves with that one. */
    async edit(personId: number, message: PutMessage): Promise<ComposedDraft | undefined> {
      for (const { id } of await drafts.ofPerson(personId)) {
        const draft = await drafts.readLocked(id)
        const edited = draft?.state === 'draft' ? putEdited(draft, message) : undefined
        if (!draft || !edited) continue
        await drafts.update(id, anew(draft, edited))
        return drafts.read(id)
      }
      return undefined
    },

    async back(id: number, personId: number): Promise<BroadcastStanding> {
      const draft = await draftOf(id, personId)
      if (currentBroadcastStep(draft) === 'audience' && draft.notes.open) {
        const { open, ...notes } = draft.notes
        await drafts.update(id, anew(draft, { notes: { ...notes, ...listBefore(open) } }))
        return standing(id)
      }
      const before = broadcastStepBefore(currentBroadcastStep(draft), draft)
      const changing = before === undefined || before === 'summary' ? null : before
      await drafts.update(id, anew(draft, { changing }))
      return standing(id)
    },

    async change(id: number, personId: number, step: BroadcastStep): Promise<BroadcastStanding> {
      const draft = await draftOf(id, personId)
      await drafts.update(id, anew(draft, { changing: step }))
      return standing(id)
    },

    async pause(id: number, personId: number): Promise<void> {
      await draftOf(id, personId)
      await drafts.update(id, { isPaused: true })
    },

    async discard(id: number, personId: number): Promise<void> {
      await draftOf(id, personId)
      await drafts.remove(id)
    },
  }
}

/** A change: what was asked before sending is asked anew; readings of a typed moment and an open list are none any more. */
function anew(
  draft: ComposedDraft,
  changes: Parameters<DraftStore['update']>[1],
): Parameters<DraftStore['update']>[1] {
  const { asked: _, readings: __, open: ___, ...notes } = changes.notes ?? draft.notes
  const { readings, open } = changes.notes ?? {}
  return { ...changes, notes: { ...notes, ...(readings ? { readings } : {}), ...(open ? { open } : {}) } }
}
