import { readText, type LocalizedText } from '../../../../shared/localized-text.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import type { ActivityWorkbook, ParticipantRow } from './activity-workbook.ts'
import type { SheetName } from './columns.ts'
import { fieldsOf, type FieldValues } from './field-values.ts'

/** One thing that a file sent again would add, change or remove. */
export interface Difference {
  readonly sheet: SheetName
  readonly kind: 'added' | 'changed' | 'removed'
  /** What the row is known by: the item's id, the application's number, the document's code. */
  readonly key: string
  /** What people call it; empty where there is no better name than the key. */
  readonly label: LocalizedText
  readonly changes: readonly FieldChange[]
}

/** A field by its key in the file (`title::tr`, `starts_on`); `null` where there is or was nothing. */
export interface FieldChange {
  readonly field: string
  readonly old: string | null
  readonly new: string | null
}

/** A workbook as it was published, or as it would be. */
export type KnownWorkbook = Omit<ActivityWorkbook, 'issues' | 'warnings'>

/**
 * What changes when `next` takes the place of `old`, sheet by sheet in the order of the file. A sheet that `next` does not
 * have is left as it was, and a person missing from the list of participants is not removed by that.
 */
export function compareActivityWorkbooks(old: KnownWorkbook, next: KnownWorkbook): Difference[] {
  const differences = next.sheets.flatMap((sheet) =>
    compareRows(sheet, rowsOf(old, sheet), rowsOf(next, sheet)),
  )
  return differences.filter(({ sheet, kind }) => sheet !== 'participants' || kind !== 'removed')
}

interface ComparedRow {
  readonly key: string
  readonly label: LocalizedText
  readonly fields: FieldValues
}

function rowsOf(workbook: KnownWorkbook, sheet: SheetName): ComparedRow[] {
  const { activity, itinerary, participants, documents, team, faq } = workbook
  const row = (key: string, label: LocalizedText, record: object) => ({
    key,
    label,
    fields: fieldsOf(record),
  })
  switch (sheet) {
    case 'activity':
      return activity ? [row('activity', activity.title, activity)] : []
    case 'itinerary':
      return itinerary.map((item) => row(item.id, item.title, item))
    case 'participants':
      return participants.map((person) => row(keyOfPerson(person), inAll(person.name), person))
    case 'documents':
      return documents.map((document) => row(document.code, document.title, document))
    case 'team':
      return team.map((member) => row(member.phone ?? fold(member.name), inAll(member.name), member))
    case 'faq':
      return faq.map((entry) => row(fold(readText(entry.question, 'en') ?? ''), entry.question, entry))
  }
}

const inAll = (name: string | null): LocalizedText => (name === null ? {} : { en: name })

/** What a row of the list of participants is known by. */
export const keyOfPerson = ({ application, phone, email, name, firm }: ParticipantRow) =>
  application ?? phone ?? email ?? fold(`${name ?? ''} ${firm ?? ''}`)

function compareRows(
  sheet: SheetName,
  old: readonly ComparedRow[],
  next: readonly ComparedRow[],
): Difference[] {
  const before = new Map(old.map((row) => [row.key, row]))
  const after = new Set(next.map(({ key }) => key))
  const kept = next.flatMap(({ key, label, fields }): Difference[] => {
    const former = before.get(key)
    const changes = compareFields(former?.fields ?? {}, fields)
    if (!former) return [{ sheet, kind: 'added', key, label, changes }]
    return changes.length === 0 ? [] : [{ sheet, kind: 'changed', key, label, changes }]
  })
  const removed = old
    .filter(({ key }) => !after.has(key))
    .map(({ key, label, fields }): Difference => ({
      sheet,
      kind: 'removed',
      key,
      label,
      changes: compareFields(fields, {}),
    }))
  return [...kept, ...removed]
}

const compareFields = (old: FieldValues, next: FieldValues): FieldChange[] =>
  [...new Set([...Object.keys(next), ...Object.keys(old)])]
    .map((field) => ({ field, old: old[field] ?? null, new: next[field] ?? null }))
    .filter((change) => change.old !== change.new)
