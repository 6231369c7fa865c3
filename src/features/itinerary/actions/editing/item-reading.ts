import { programmeErrors } from '../../domain/programme-errors.ts'
import type { Activity } from '../../../activities/index.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import type { ItemAnswers, PlaceOfClock } from '../../domain/drafts/item-draft.ts'
import type { ProgrammeItem } from '../../domain/item.ts'

/** What somebody sent: a tap or words. */
export type ItemRaw = { kind: 'choice'; value: string } | { kind: 'text'; text: string } | { kind: 'skip' }

/** What an answer is read with. */
export interface ItemReading {
  answers: ItemAnswers
  item: ProgrammeItem | undefined
  activity: Activity
  /** The language somebody types in. */
  language: Language
  now: Temporal.Instant
  /** The cities whose clocks the items go by. */
  cities: readonly PlaceOfClock[]
  /** The groups and buses that there are, as they are written. */
  groups: readonly string[]
  /** The numbers of those who take part. */
  numbers: readonly number[]
}

/** What was typed, or what the button stands for. */
export function textOf(raw: ItemRaw): string {
  if (raw.kind === 'skip') throw programmeErrors.answered()
  return raw.kind === 'text' ? raw.text : raw.value
}
