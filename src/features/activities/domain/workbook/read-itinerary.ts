import { usuallyMandatory } from '../../../../shared/item-facts.ts'
import { readText, type LocalizedText } from '../../../../shared/localized-text.ts'
import type { Report } from '../../../../shared/tables/issue.ts'
import type { ItineraryItem } from './activity-workbook.ts'
import { checkItem } from './check-item.ts'
import { itemTimes, type Frame, type ItemRow, type ItemTimes } from './item-times.ts'
import { newIds } from './item-ids.ts'

/** Makes items of the rows of the sheet `itinerary`; a row with a mistake is reported and left out. */
export function readItinerary(rows: readonly ItemRow[], frame: Frame, report: Report): ItineraryItem[] {
  checkIds(rows, report)
  const ids = newIds(rows)
  return rows.flatMap((row) => {
    const times = itemTimes(row, frame, report)
    if (!times) return []
    checkItem(row, times, frame, report)
    return itemOf(row, times, frame, ids) ?? []
  })
}

function itemOf(
  row: ItemRow,
  times: ItemTimes,
  frame: Frame,
  ids: ReadonlyMap<number, string>,
): ItineraryItem | null {
  const { values } = row
  const { kind } = values
  if (!kind || readText(values.title, 'en') === undefined) return null
  return {
    id: values.id ?? ids.get(row.row) ?? '',
    isNewId: values.id === null,
    row: row.row,
    kind,
    ...times,
    title: values.title,
    startCity: cityOr(values.start_city, frame.city),
    endCity: cityOr(values.end_city, frame.city),
    audience: values.audience ?? { kind: 'all' },
    isMandatory: values.mandatory ?? usuallyMandatory.has(kind),
    status: values.status ?? 'planned',
    ...plainFields(row),
  }
}

/** A city of its own counts whole: its name in one language must not stand beside the activity's city in another. */
const cityOr = (own: LocalizedText, otherwise: LocalizedText): LocalizedText =>
  Object.keys(own).length > 0 ? own : otherwise

const plainFields = ({ values }: ItemRow) => ({
  place: values.place,
  address: values.address,
  map: values.map,
  transport: values.transport,
  terminal: values.terminal,
  host: values.host,
  contactName: values.contact_name,
  contactPhone: values.contact_phone,
  responsible: values.responsible,
  interpreter: values.interpreter,
  dress: values.dress,
  bring: values.bring,
  notes: values.notes,
  onlineUrl: values.online_url,
  remindMinutesBefore: values.remind,
})

function checkIds(rows: readonly ItemRow[], report: Report): void {
  const first = new Map<string, number>()
  for (const row of rows) {
    const { id } = row.values
    if (id === null) continue
    const before = first.get(id)
    if (before === undefined) first.set(id, row.row)
    else report('E_ROW_TWICE', row.placeOf('id'), id, { key: 'id', firstRow: String(before) })
  }
}
