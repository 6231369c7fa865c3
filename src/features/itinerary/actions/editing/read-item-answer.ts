import { cleanLine } from '../../../../shared/clean-text.ts'
import { groupKey } from '../../../../shared/groups.ts'
import { fold, nearest } from '../../../../shared/tables/fold.ts'
import { audienceCell, zoneCell } from '../../../activities/index.ts'
import { draftedFacts, type ItemAnswers, type PlaceOfClock } from '../../domain/drafts/item-draft.ts'
import type { ItemStep } from '../../domain/drafts/steps.ts'
import type { Audience, ItemKind } from '../../domain/item.ts'
import { isTextStep, type TextStep } from '../../domain/drafts/texts.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import { readLeads } from '../../domain/rules/read-setting.ts'
import { checkOrder } from './check-order.ts'
import { textOf, type ItemRaw, type ItemReading } from './item-reading.ts'
import { readOwnText, readTextIn } from './read-item-texts.ts'
import { readEnd, readMinutes, readStart } from './read-item-times.ts'

export const itemKinds = ['travel', 'visit', 'b2b', 'meal', 'free', 'briefing', 'deadline'] as const

/** Lead times that are offered at a tap. */
export const offeredLeads = [[10], [15], [30], [45], [60], [90], [60, 15]] as const

/** Reads the answer to a step; a refusal says what was wrong and shows what is right. */
export const readItemAnswer = (step: ItemStep, raw: ItemRaw, context: ItemReading): ItemAnswers =>
  isTextStep(step) ? readTextIn(step, raw, context) : readers[step](raw, context)

const readers: Record<Exclude<ItemStep, TextStep>, (raw: ItemRaw, context: ItemReading) => ItemAnswers> = {
  kind(raw) {
    const kind = itemKinds.find((each) => each === textOf(raw))
    if (!kind) throw programmeErrors.chooseOne()
    return { kind: kind satisfies ItemKind }
  },
  title: (raw, context) => ({ title: readOwnText('title', raw, context) }),
  place: (raw, context) => ({ place: readOwnText('place', raw, context) }),
  notes: (raw, context) => ({ notes: readOwnText('notes', raw, context) }),
  start: readStart,
  end: readEnd,
  startCity: (raw, context) => withClock('start', readCity(raw, context), context),
  endCity: (raw, context) => withClock('end', readCity(raw, context), context),
  audience: (raw, context) => ({ audience: readAudience(raw, context) }),
  mandatory(raw) {
    const value = textOf(raw)
    if (value !== 'yes' && value !== 'no') throw programmeErrors.chooseOne()
    return { isMandatory: value === 'yes' }
  },
  remind: readRemind,
  // Its choices are steps of their own.
  texts() {
    throw programmeErrors.chooseOne()
  },
  minutes: readMinutes,
  left(raw) {
    const value = textOf(raw)
    if (value !== 'yes' && value !== 'no') throw programmeErrors.chooseOne()
    return { hasLeft: value === 'yes' }
  },
  pushed(raw) {
    const pushed = Number(/^\d{1,2}$/.exec(textOf(raw).trim())?.[0])
    if (!Number.isInteger(pushed)) throw programmeErrors.chooseOne()
    return { pushed }
  },
}

/** `plan`: as the activity reminds; `none`; `l3` of what is offered; or typed. */
function readRemind(raw: ItemRaw): ItemAnswers {
  const text = textOf(raw)
  if (raw.kind === 'text') return { remindMinutesBefore: readLeads(text) }
  if (text === 'plan') return { remindMinutesBefore: null }
  if (text === 'none') return { remindMinutesBefore: [] }
  const leads = offeredLeads[Number(text.slice(1))]
  if (!leads) throw programmeErrors.answered()
  return { remindMinutesBefore: leads }
}

/** A city that the programme knows (`c0`, `c1`), or one that is typed, or a zone by its name. */
function readCity(raw: ItemRaw, context: ItemReading): PlaceOfClock {
  const typed = cleanLine(textOf(raw))
  const known = knownCities(context)
  if (raw.kind === 'choice') {
    const city = known[Number(typed.slice(1))]
    if (!city) throw programmeErrors.answered()
    return city
  }
  const named = known.find(({ city }) => Object.values(city).some((name) => fold(name) === fold(typed)))
  if (named) return named
  const reading = zoneCell.read(typed)
  if ('value' in reading) return { zone: reading.value, city: {} }
  const suggestion = String(reading.details?.['suggestion'] ?? '')
  if (suggestion === '') throw programmeErrors.unknownZone(typed)
  const isNamedAfter = fold(suggestion.split('/').at(-1) ?? '') === fold(typed)
  if (!isNamedAfter) throw programmeErrors.nearZone({ typed, suggestion })
  return { zone: suggestion, city: { [context.language]: typed } }
}

/** The cities whose clocks the programme goes by. */
export function knownCities({ activity, cities }: Pick<ItemReading, 'activity' | 'cities'>): PlaceOfClock[] {
  const all = [{ zone: activity.timeZone, city: activity.city }, ...cities]
  const named = all.filter(({ city }) => Object.keys(city).length > 0)
  return [
    ...new Map(named.map((each) => [`${each.zone} ${JSON.stringify(each.city)}`, each])).values(),
  ].slice(0, 8)
}

/** Another clock for one end of the item: the hour that was said stays, by the other clock, if there is time between. */
function withClock(end: 'start' | 'end', place: PlaceOfClock, context: ItemReading): ItemAnswers {
  const facts = draftedFacts(context.item, context.answers, context.activity)
  const at = end === 'start' ? facts?.startsAt : facts?.endsAt
  const zone = end === 'start' ? facts?.startZone : facts?.endZone
  const moved = at && zone ? byClock(at, zone, place.zone) : undefined
  const told: ItemAnswers =
    end === 'end'
      ? { end: place, ...(moved ? { endsAt: moved } : {}) }
      : { start: place, ...(moved ? { startsAt: moved } : {}) }
  const next = draftedFacts(context.item, { ...context.answers, ...told }, context.activity)
  if (next) checkOrder(next)
  return told
}

const byClock = (at: Temporal.Instant, from: string, to: string): string =>
  at.toZonedDateTimeISO(from).toPlainDateTime().toZonedDateTime(to).toInstant().toString()

function readAudience(raw: ItemRaw, { groups, numbers }: ItemReading): Audience {
  const text = textOf(raw)
  if (raw.kind === 'choice') {
    if (text === 'all') return { kind: 'all' }
    const group = groups[Number(text.slice(1))]
    if (group === undefined) throw programmeErrors.answered()
    return { kind: 'some', groups: [group], applications: [] }
  }
  const reading = audienceCell.read(cleanLine(text))
  if ('code' in reading) throw programmeErrors.mixedAudience(String(reading.details?.['names'] ?? text))
  const audience = reading.value
  if (audience.kind === 'all') return audience
  const strangers = audience.applications.filter((number) => !numbers.includes(Number(number)))
  for (const group of [...audience.groups.filter((name) => !isKnown(name, groups)), ...strangers])
    throw unknownGroup(group, groups)
  return audience
}

const isKnown = (name: string, groups: readonly string[]): boolean =>
  groups.some((group) => groupKey(group) === groupKey(name))

function unknownGroup(group: string, groups: readonly string[]): Error {
  const suggestion = nearest(group, groups)
  if (suggestion) return programmeErrors.nearGroup({ group, suggestion })
  if (groups.length === 0) return programmeErrors.noGroups(group)
  return programmeErrors.unknownGroup({ group, known: groups.slice(0, 12).join(', ') })
}
