import type { Building } from './form-builder.ts'
import type { FormRow } from './form-table.ts'
import type { RowType } from './read-type.ts'

/** Checks that the list of a question is there and can be used for it. */
export function checkList(
  row: FormRow,
  { list, type, hasOther }: RowType & { kind: 'select' },
  { lists, names, guess, report, reportChoice, hasBrokenChoices }: Building,
): void {
  const choices = lists.get(list)
  if (!choices) {
    if (hasBrokenChoices) return
    const place = row.place('type')
    const meant = guess(list, names.lists)
    if (lists.size === 0) report('E_CHOICES_SHEET_MISSING', place, list)
    else if (meant) report('E_LIST_UNKNOWN_NEAR', place, list, { nearest: meant })
    else report('E_LIST_UNKNOWN', place, list)
    return
  }
  if (hasOther && row.get('choice_filter') !== '')
    report('E_TYPE_UNSUPPORTED_FILTER', row.place('choice_filter'), row.get('choice_filter'))
  if (type === 'select_one') return
  // Names are kept next to each other with spaces between them.
  for (const choice of choices)
    if (choice.name.includes(' '))
      reportChoice('E_CHOICE_NAME_SPACE', choice.row.place('name'), choice.name, {
        list,
        example: choice.name.replaceAll(' ', '_'),
      })
}
