import type { Words } from '../platform/texts/words.ts'
import type { Database } from '../platform/database.ts'
import type { Chat } from './context.ts'
import type { DeskNumber, Feature, HomePart } from './feature.ts'
import { openInRooms, showingAgain } from './open-in-rooms.ts'

type Asked<Key extends 'deskNumbers' | 'activityKeys' | 'personCard' | 'tripKeys'> = Parameters<
  NonNullable<Feature[Key]>
>

/** What one room asks of all of them without knowing any: each that has something to say is heard, in their order. */
export function askingAll(database: Pick<Database, 'query'>, features: readonly Feature[]) {
  const openIn = openInRooms(database, features)
  return {
    /** One thing is filled in at a time: what somebody has open elsewhere is laid aside. */
    async pauseBut(chat: Chat, own: Feature): Promise<void> {
      for (const feature of await openIn(chat)) if (feature !== own) await feature.pauses?.(chat)
    },

    showsAgain: showingAgain(openIn),

    async privacyKeys(chat: Chat): Promise<HomePart['buttons']> {
      const rows: HomePart['buttons'] = []
      for (const { privacyKeys } of features) rows.push(...((await privacyKeys?.(chat)) ?? []))
      return rows
    },

    desk(words: Words) {
      const parts = features.flatMap(({ desk }) => desk?.(words) ?? [])
      return {
        ways: parts.flatMap(({ ways }) => ways),
        templates: parts.flatMap(({ templates }) => templates),
      }
    },

    async numbers(...asked: Asked<'deskNumbers'>): Promise<DeskNumber[]> {
      const numbers: DeskNumber[] = []
      for (const { deskNumbers } of features) numbers.push(...((await deskNumbers?.(...asked)) ?? []))
      return numbers
    },

    activityKeys: (...asked: Asked<'activityKeys'>): HomePart['buttons'] =>
      features.flatMap(({ activityKeys }) => activityKeys?.(...asked) ?? []),

    async personCard(...asked: Asked<'personCard'>): Promise<HomePart> {
      const parts: HomePart = { lines: [], buttons: [] }
      for (const { personCard } of features) {
        const part = await personCard?.(...asked)
        parts.lines.push(...(part?.lines ?? []))
        parts.buttons.push(...(part?.buttons ?? []))
      }
      return parts
    },

    async tripKeys(...asked: Asked<'tripKeys'>): Promise<HomePart['buttons']> {
      const rows: HomePart['buttons'] = []
      for (const { tripKeys } of features) rows.push(...((await tripKeys?.(...asked)) ?? []))
      return rows
    },
  }
}
