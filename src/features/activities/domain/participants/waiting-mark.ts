import type { ParticipantRow } from '../workbook/activity-workbook.ts'
import { keyOfPerson } from '../workbook/compare-workbooks.ts'

/** What a row that waits is called in a button: the same for the same person, however the list is sorted. */
export function markOf(row: ParticipantRow): string {
  // FNV-1a over the key, which is a name or a number to call and must not stand in a button.
  let hash = 0x811c9dc5
  for (const letter of keyOfPerson(row))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
