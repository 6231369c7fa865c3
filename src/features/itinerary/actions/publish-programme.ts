import type { People } from '../../people/index.ts'
import type { ItemStore, NewItem } from '../data/programme/item-store.ts'
import type { ItemFacts, ProgrammeItem } from '../domain/item.ts'
import { isSame } from '../domain/same-facts.ts'
import type { ReadScene, Scene } from './read-scene.ts'

/** One thing to be done to a programme. */
export type ProgrammeEdit =
  | { kind: 'add'; item: NewItem }
  | { kind: 'change'; id: number; facts: ItemFacts }
  | { kind: 'remove'; id: number }

/** An item before and after: `before` is null for a new one and for one that rested, has `removedAt` where it comes back, and one that was taken out has its `removedAt`. */
export interface ItemChange {
  before: ProgrammeItem | null
  after: ProgrammeItem
}

export interface PublishNeeds {
  items: Pick<ItemStore, 'lock' | 'byIds' | 'removedOf' | 'restingOf' | 'add' | 'change' | 'remove'>
  readScene: ReadScene
  people: Pick<People, 'audit'>
  /** Works out anew what hangs on the programme: who is reminded of what and when, and the cards of the day. */
  replan(scene: Scene): Promise<void>
  /** Notes what has to be told to those whom the changes concern; `by` has published them. */
  noteChanges(scene: Scene, changes: readonly ItemChange[], by: number | null): Promise<void>
}

export type PublishProgramme = ReturnType<typeof publishProgramme>

/**
 * The one place where a programme changes, with all that hangs on it: reminders and what people have to be told, in the
 * same transaction. What would change nothing is left out.
 */
export function publishProgramme({ items, readScene, people, replan, noteChanges }: PublishNeeds) {
  return async (
    activityId: number,
    edits: readonly ProgrammeEdit[],
    by: number | null = null,
  ): Promise<ItemChange[]> => {
    await items.lock(activityId)
    const known = await items.byIds(edits.flatMap((edit) => (edit.kind === 'add' ? [] : [edit.id])))
    const keys = edits.flatMap((edit) => (edit.kind === 'add' ? [edit.item.key] : []))
    const removed = new Map((await items.removedOf(activityId, keys)).map((item) => [item.key, item]))
    const resting = await items.restingOf(activityId)
    const changes: ItemChange[] = []
    for (const edit of edits) {
      const isResting = edit.kind !== 'add' && resting.has(edit.id)
      const change = await apply(activityId, edit, { known, removed, isResting })
      // Nobody goes by what rests: written anew it is new to everybody.
      if (change) changes.push(isResting ? { ...change, before: null } : change)
    }
    const scene = changes.length === 0 ? undefined : await readScene(activityId, 'all')
    if (!scene) return []
    await replan(scene)
    await noteChanges(scene, changes, by)
    if (by !== null)
      await people.audit.note({
        ...{ byPersonId: by, act: 'changed', what: 'item', activityId, rows: changes.length },
      })
    return changes
  }

  async function apply(
    activityId: number,
    edit: ProgrammeEdit,
    { known, removed, isResting }: Standing,
  ): Promise<ItemChange | undefined> {
    // What was taken out and comes back is no new item.
    if (edit.kind === 'add') {
      const before = removed.get(edit.item.key) ?? null
      return { before, after: await items.add(activityId, edit.item) }
    }
    const before = known.get(edit.id)
    if (before?.activityId !== activityId) return undefined
    if (edit.kind === 'remove') return { before, after: await items.remove(edit.id) }
    return isSame(before, edit.facts) && !isResting
      ? undefined
      : { before, after: await items.change(edit.id, edit.facts) }
  }
}

/** How an item stands that is edited. */
interface Standing {
  known: ReadonlyMap<number, ProgrammeItem>
  removed: ReadonlyMap<string, ProgrammeItem>
  isResting: boolean
}
