import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import { formatClock, formatDay, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { DocumentMessage } from '../../../../bot/messenger.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { titleOf } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import type { DayScene } from '../../actions/boarding/look-at-day.ts'
import { isCounted } from '../../domain/counted.ts'
import { startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { itemsFor } from '../../domain/own-items.ts'
import { cityName, clockSpan, hasTwoClocks } from '../item-times.ts'

/** A day on paper: the programme, the roll-call with boxes to tick, rooms, and whom to call. */
export async function dayFile(words: Words, scene: DayScene): Promise<DocumentMessage> {
  const { activity, day } = scene
  return {
    name: `${activity.code} ${day.toString()}.xlsx`,
    content: await writeSpreadsheet([
      ...[programmeSheet, rollCallSheet, roomSheet, dutySheet].map((sheet) => ({
        ...sheet(words, scene),
        heading: [titleOf(activity, words.language), formatDay(day, words.language)],
        isLandscape: true,
      })),
    ]),
    caption: words('boarding:day.caption', {
      title: titleOf(activity, words.language),
      day: formatDay(day, words.language),
    }),
  }
}

const column = (words: Words, name: keyof typeof widths) => ({
  header: words.plain(`boarding:day.columns.${name}`),
  width: widths[name],
})

const widths = {
  ...{ time: 16, city: 20, title: 36, place: 28, address: 32, transport: 14, contact: 28, notes: 36 },
  ...{ bus: 8, name: 28, phone: 20, firm: 28, hotel: 24, room: 10, roommate: 24 },
  ...{ role: 20, languages: 16, from: 20, to: 20 },
} as const

function programmeSheet(words: Words, { activity, items }: DayScene): SheetToWrite {
  const working = activity.workingLanguage ?? undefined
  const read = (text: LocalizedText) => readText(text, words.language, working) ?? null
  const names = ['time', 'city', 'title', 'place', 'address', 'transport', 'contact', 'notes'] as const
  return {
    name: words.plain('boarding:day.sheets.programme'),
    columns: names.map((name) => column(words, name)),
    rows: items.map((item) => ({
      values: [
        clockSpan(words, item),
        citiesOf(words, item, working),
        read(item.title),
        read(item.place),
        item.address,
        item.transport,
        [item.contactName, item.contactPhone && formatPhone(item.contactPhone)].filter(Boolean).join(', ') ||
          null,
        read(item.notes),
      ],
    })),
  }
}

/** Where it is; of a leg whose ends have different clocks, both of them, as both of its hours stand beside it. */
function citiesOf({ language }: Words, item: ProgrammeItem, working?: Language): string {
  const from = cityName(item.startCity, item.startZone, language, working)
  return hasTwoClocks(item) ? `${from} → ${cityName(item.endCity, item.endZone, language, working)}` : from
}

/** A column for each roll-call: a box for whoever is counted there, a line for whoever is not. */
function rollCallSheet(words: Words, { activity, items, programme, travellers }: DayScene): SheetToWrite {
  const working = activity.workingLanguage ?? undefined
  const counted = new Map(
    travellers.map((each) => {
      const theirs = itemsFor(programme, each)
      return [each.applicationId, items.filter((item) => isCounted(item, theirs))]
    }),
  )
  const departures = items.filter((item) => [...counted.values()].some((its) => its.includes(item)))
  return {
    name: words.plain('boarding:day.sheets.rollCall'),
    columns: [
      ...(['bus', 'name', 'phone', 'firm'] as const).map((name) => column(words, name)),
      ...departures.map((item) => ({
        header: [formatClock(startsLocally(item)), readText(item.title, words.language, working) ?? '']
          .join(' ')
          .trim(),
        width: 18,
      })),
    ],
    rows: travellers.map((traveller) => ({
      values: [
        traveller.bus,
        traveller.name,
        phoneOf(traveller.phone),
        traveller.firmName,
        ...departures.map((item) => (counted.get(traveller.applicationId)?.includes(item) ? '☐' : '–')),
      ],
    })),
  }
}

function roomSheet(words: Words, { travellers }: DayScene): SheetToWrite {
  const names = ['hotel', 'room', 'name', 'roommate', 'phone'] as const
  return {
    name: words.plain('boarding:day.sheets.rooms'),
    columns: names.map((name) => column(words, name)),
    rows: travellers
      .filter(({ hotel, room }) => hotel !== null || room !== null)
      .sort(
        (one, other) =>
          (one.hotel ?? '').localeCompare(other.hotel ?? '') ||
          (one.room ?? '').localeCompare(other.room ?? '', undefined, { numeric: true }),
      )
      .map(({ hotel, room, name, roommate, phone }) => ({
        values: [hotel, room, name, roommate, phoneOf(phone)],
      })),
  }
}

function dutySheet(words: Words, { activity, team }: DayScene): SheetToWrite {
  const names = ['name', 'role', 'phone', 'languages', 'bus', 'from', 'to'] as const
  const moment = (at: Temporal.Instant | null) => {
    const local = at?.toZonedDateTimeISO(activity.timeZone)
    return local ? `${formatShortDay(local.toPlainDate(), words.language)} ${formatClock(local)}` : null
  }
  return {
    name: words.plain('boarding:day.sheets.duty'),
    columns: names.map((name) => column(words, name)),
    rows: team.map(({ name, role, phone, languages, bus, onDutyFrom, onDutyTo }) => ({
      values: [name, role, phoneOf(phone), languages.join(', '), bus, moment(onDutyFrom), moment(onDutyTo)],
    })),
  }
}

const phoneOf = (phone: string | null): string | null => (phone === null ? null : formatPhone(phone))
