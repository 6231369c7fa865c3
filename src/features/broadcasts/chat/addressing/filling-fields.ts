import type { Clock } from '../../../../platform/clock.ts'
import { toMarkup } from '../../../../platform/texts/html.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { cityOf, titleOf, type Activities, type Activity } from '../../../activities/index.ts'
import type { Itinerary, NextItem } from '../../../itinerary/index.ts'
import { displayName, formatPhone, greetingOf } from '../../../people/index.ts'
import type { FieldFacts, readingFieldFacts } from '../../data/field-facts.ts'
import { fieldsIn, fillFields, unknownFields, type FieldName } from '../../domain/fields.ts'

export interface FillingFieldsNeeds {
  texts: Texts
  clock: Clock
  activities: Pick<Activities, 'store'>
  itinerary: Pick<Itinerary, 'nextItems' | 'dutyPhones'>
  facts: ReturnType<typeof readingFieldFacts>
}

/** Words whose fields are to be filled for some people who read the same language. */
export interface ToFill {
  /** Telegram's HTML with fields in it. */
  html: string
  personIds: readonly number[]
  language: Language
  /** Whose buses, hotels and programme are meant. */
  activityId: number | null
}

/** The words for each person, or the field of which nobody has said anything for them. */
export type Filled = ReadonlyMap<number, string | { missing: string }>

export type Fields = ReturnType<typeof fillingFields>

interface Scene {
  words: Words
  activity: Activity | undefined
  dutyPhone: string | undefined
  next: ReadonlyMap<number, NextItem>
}

/** Puts what each person has of their own into the words of a broadcast: the one place where it is escaped. */
export function fillingFields({ texts, clock, activities, itinerary, facts }: FillingFieldsNeeds) {
  async function fill({ html, personIds, language, activityId }: ToFill): Promise<Filled> {
    const names = fieldsIn(html)
    if (names.length === 0) return new Map(personIds.map((id) => [id, html]))
    const words = texts.words(language)
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const namesNext = names.some((name) => name.startsWith('next_'))
    const scene: Scene = {
      words,
      activity,
      dutyPhone:
        activity && names.includes('duty_phone')
          ? (await itinerary.dutyPhones(activity, clock.now()))[0]
          : undefined,
      next: namesNext && activity ? await itinerary.nextItems(words, activity, personIds) : new Map(),
    }
    const known = new Map((await facts(personIds, activityId)).map((one) => [one.personId, one]))
    return new Map(
      personIds.map((id) => {
        const one = known.get(id)
        return [id, fillFields(html, (name) => markupOf(one && valueOf(name, one, scene), language))]
      }),
    )
  }

  return {
    fill,
    /** What stands in braces that is no field. */
    unknown: unknownFields,
    /** Of these people those for whom a field of their words is empty, with its name. */
    async empty(toFill: ToFill): Promise<Map<number, string>> {
      const filled = await fill(toFill)
      return new Map(
        [...filled].flatMap(([id, text]) => (typeof text === 'string' ? [] : [[id, text.missing] as const])),
      )
    },
  }
}

const markupOf = (value: string | null | undefined, language: Language): string | undefined =>
  value === null || value === undefined || value.trim() === '' ? undefined : toMarkup(value.trim(), language)

function valueOf(name: FieldName, one: FieldFacts, scene: Scene): string | null | undefined {
  const { words, activity, dutyPhone } = scene
  const { language } = words
  const next = scene.next.get(one.personId)
  const profile = { firstName: one.firstName ?? '', lastName: one.lastName, language }
  const values: Record<FieldName, () => string | null | undefined> = {
    salutation: () => greetingOf(one, profile),
    name: () => ((one.givenNames ?? one.surname) ? displayName({ ...one, id: one.personId }) : one.firstName),
    firm: () => one.firm,
    bus: () => one.bus,
    hotel: () => one.hotel,
    room: () => one.room,
    roommate: () => one.roommate,
    interpreter: () => one.interpreter,
    flight_out: () => one.flightOut,
    flight_back: () => one.flightBack,
    next_item: () => next?.title,
    next_time: () => next?.time,
    next_place: () => next?.place,
    activity: () => activity && titleOf(activity, language),
    city: () => activity && cityOf(activity, language),
    duty_phone: () => (dutyPhone === undefined ? undefined : formatPhone(dutyPhone)),
  }
  return values[name]()
}
