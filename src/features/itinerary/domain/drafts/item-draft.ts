import { languages, type LocalizedText } from '../../../../shared/localized-text.ts'
import { usuallyMandatory } from '../../../../shared/item-facts.ts'
import type { Audience, ItemFacts, ItemKind, ItemStatus } from '../item.ts'

export type ItemDraftKind = 'add' | 'edit' | 'late'

/** What a coordinator has said so far: of an edit, what is to be different. Moments are ISO texts, as in the row. */
export interface ItemAnswers {
  kind?: ItemKind
  title?: LocalizedText
  startsAt?: string
  endsAt?: string | null
  start?: PlaceOfClock
  end?: PlaceOfClock
  place?: LocalizedText
  audience?: Audience
  isMandatory?: boolean
  notes?: LocalizedText
  status?: ItemStatus
  /** Lead times of its own; none when empty, those of the activity's plan when `null`. */
  remindMinutesBefore?: readonly number[] | null
  /** What is missing in other languages is asked one after the other. */
  isFillingTexts?: boolean
  /** How late it is, and how many of the items after it move along. */
  minutes?: number
  pushed?: number
  /** Its hour of departure was a moment ago: whether it has left is asked. */
  mayWait?: boolean
  hasLeft?: boolean
  /** What the last typed moment can mean: ISO moments. */
  readings?: string[]
}

export interface PlaceOfClock {
  zone: string
  city: LocalizedText
}

/** A change of a programme that somebody is making on her phone; nothing of it counts before it is published. */
export interface ItemDraft {
  id: number
  personId: number
  activityId: number
  /** What is being changed; null while it is new. */
  itemId: number | null
  kind: ItemDraftKind
  answers: ItemAnswers
  /** The step that is asked again. */
  changing: string | null
  /** Which versions of the items the preview has shown. */
  seen: string | null
  isPaused: boolean
  revision: number
  updatedAt: Temporal.Instant
}

/** Where an activity is, for what nobody has said otherwise. */
export interface ActivityFrame {
  timeZone: string
  city: LocalizedText
}

/** An item of which nothing has been said yet but where the activity is. */
const nothingSaid = ({ timeZone, city }: ActivityFrame): Omit<ItemFacts, 'kind' | 'startsAt'> => ({
  endsAt: null,
  ...{ startZone: timeZone, endZone: timeZone, startCity: city, endCity: city },
  ...{ title: {}, place: {}, address: null, map: null, audience: { kind: 'all' }, isMandatory: false },
  ...{
    status: 'planned',
    transport: null,
    terminal: null,
    host: null,
    contactName: null,
    contactPhone: null,
  },
  ...{ responsible: null, interpreter: null, dress: {}, bring: {}, notes: {}, onlineUrl: null },
  remindMinutesBefore: null,
})

/** The item as it would be; `undefined` while it is new and nobody has said what it is and when. */
export function draftedFacts(
  item: ItemFacts | undefined,
  answers: ItemAnswers,
  frame: ActivityFrame,
): ItemFacts | undefined {
  const { kind = item?.kind, startsAt = item?.startsAt.toString() } = answers
  if (!kind || !startsAt) return undefined
  const { start, end, endsAt, title, place, audience, isMandatory, notes, status } = answers
  const { remindMinutesBefore } = answers
  const base = item ?? { ...nothingSaid(frame), isMandatory: usuallyMandatory.has(kind) }
  return {
    ...base,
    kind,
    startsAt: Temporal.Instant.from(startsAt),
    ...(endsAt === undefined ? {} : { endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt) }),
    ...(start ? { startZone: start.zone, startCity: start.city } : {}),
    ...(end ? { endZone: end.zone, endCity: end.city } : {}),
    ...(title ? { title } : {}),
    ...(place ? { place, ...placeGone(base, place) } : {}),
    ...(audience ? { audience } : {}),
    ...(isMandatory === undefined ? {} : { isMandatory }),
    ...(notes ? { notes } : {}),
    ...(status ? { status } : {}),
    ...(remindMinutesBefore === undefined ? {} : { remindMinutesBefore }),
  }
}

/**
 * Address and pin belong to the place that stood there; with another one they would lead people astray. A place that is
 * only told in one more language, or better in one of them, is the same.
 */
const placeGone = (base: Pick<ItemFacts, 'place'>, place: LocalizedText) => {
  const shared = languages.filter((language) => base.place[language] && place[language])
  const isSame =
    JSON.stringify(base.place) === JSON.stringify(place) ||
    shared.some((language) => base.place[language] === place[language])
  return isSame ? {} : { address: null, map: null }
}
