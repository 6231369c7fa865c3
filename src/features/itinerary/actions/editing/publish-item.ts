import type { Activity } from '../../../activities/index.ts'
import type { ItemDraftStore } from '../../data/programme/item-draft-store.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { touchedBy, versionsOf, type PlannedChange } from '../../domain/drafts/planned-changes.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import type { ItemChange, ProgrammeEdit, PublishProgramme } from '../publish-programme.ts'
import { checkOrder } from './check-order.ts'
import type { FillItem } from './fill-item.ts'
import type { ItemStanding } from './item-standing.ts'

export interface PublishItemNeeds {
  items: Pick<ItemStore, 'lock'>
  drafts: ItemDraftStore
  filling: FillItem
  publish: PublishProgramme
}

/** What was published, or the preview as it is now, because a colleague was faster. */
export type PublishedItem =
  | { kind: 'published'; activity: Activity; changes: ItemChange[]; people: number }
  | { kind: 'changed meanwhile'; standing: ItemStanding }

/** Publishes what the preview has shown, and only that. */
export function publishItem({ items, drafts, filling, publish }: PublishItemNeeds) {
  return async (draftId: number, personId: number): Promise<PublishedItem> => {
    const { activityId, seen } = await filling.draftOf(draftId, personId)
    await items.lock(activityId)
    const { step, changes, activity, draft, item, travellers, programme } = await filling.standing(draftId)
    if (step !== 'summary') throw programmeErrors.notComplete()
    if (draft.itemId !== null && !item) {
      await drafts.remove(draftId)
      throw programmeErrors.gone()
    }
    if (seen !== versionsOf(changes))
      return { kind: 'changed meanwhile', standing: await filling.shown(draftId) }
    if (changes.length === 0) throw programmeErrors.nothingChanged()
    for (const { after } of changes) {
      if (after.endsAt === null && after.kind !== 'deadline') throw programmeErrors.notComplete()
      checkOrder(after)
    }
    const done = await publish(
      activityId,
      changes.map((change) => editOf(change, draftId)),
      personId,
    )
    await drafts.remove(draftId)
    const people = touchedBy(changes, travellers, programme).length
    return { kind: 'published', activity, changes: done, people }
  }
}

/** The key of an item that was added on a phone: no workbook has it, and no other draft. */
const editOf = ({ before, after }: PlannedChange, draftId: number): ProgrammeEdit =>
  before
    ? { kind: 'change', id: before.id, facts: after }
    : { kind: 'add', item: { ...after, key: `added-${draftId}` } }
