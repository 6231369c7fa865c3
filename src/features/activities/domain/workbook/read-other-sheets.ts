import type { Columns } from '../../../../shared/tables/columns.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import type { Report } from '../../../../shared/tables/issue.ts'
import type { LocalMoment } from '../../../../shared/tables/moment-cells.ts'
import type { TableRow } from '../../../../shared/tables/read-record.ts'
import { detailColumns } from '../participants/details.ts'
import type { DocumentRule, FaqEntry, ParticipantRow, TeamMember } from './activity-workbook.ts'
import type { documentColumns, faqColumns, participantColumns, teamColumns } from './columns.ts'

/** The sheet `participants`: every row must be findable by number, phone, e-mail or name. */
export function readParticipants(
  rows: readonly TableRow<typeof participantColumns>[],
  report: Report,
): ParticipantRow[] {
  reportTwice(rows, 'application', ({ values }) => values.application, report)
  for (const { row, values, foundIn } of rows)
    if (!values.application && !values.phone && !values.email && !values.name && !foundIn('application'))
      report('E_PARTICIPANT_UNNAMED', { row })
  return rows.map(({ row, values, placeOf }) => {
    const { group1, group2, group3, group4, group5, flight_out, flight_back, ...fields } = values
    const groupCells = [group1, group2, group3, group4, group5]
    return {
      row,
      ...fields,
      groups: groupCells.filter((group) => group !== null),
      groupCells,
      columns: detailColumns.filter((column) => placeOf(column).column !== undefined),
      flightOut: flight_out,
      flightBack: flight_back,
    }
  })
}

/** The sheet `documents`. */
export function readDocuments(
  rows: readonly TableRow<typeof documentColumns>[],
  report: Report,
): DocumentRule[] {
  reportTwice(rows, 'code', ({ values }) => values.code, report)
  return rows.flatMap(({ row, values }) => {
    const { code, title } = values
    if (!code || Object.keys(title).length === 0) return []
    return {
      row,
      code,
      title,
      appliesIf: values.applies_if,
      isMandatory: values.mandatory ?? true,
      dueOn: values.due,
      proof: values.proof ?? 'declared',
      rule: Object.keys(values.rule).length === 0 ? null : values.rule,
      ruleSource: values.rule_source,
      ruleCheckedOn: values.rule_checked_on,
    }
  })
}

/** The sheet `team`: who can be called, and when. */
export function readTeam(rows: readonly TableRow<typeof teamColumns>[], report: Report): TeamMember[] {
  return rows.flatMap((row) => {
    const { name, role, phone, languages, on_duty_from: from, on_duty_to: to, bus } = row.values
    const [onDutyFrom, onDutyTo] = [momentText(from), momentText(to)]
    if (onDutyFrom && onDutyTo && onDutyFrom.slice(0, onDutyTo.length) > onDutyTo)
      report('E_ORDER', row.placeOf('on_duty_from'), row.foundIn('on_duty_from'), {
        key: 'on_duty_from',
        other: 'on_duty_to',
        otherFound: row.foundIn('on_duty_to'),
      })
    if (!name) return []
    return { row: row.row, name, role, phone, languages: languages ?? [], onDutyFrom, onDutyTo, bus }
  })
}

/** The sheet `faq`. */
export function readFaq(rows: readonly TableRow<typeof faqColumns>[], report: Report): FaqEntry[] {
  reportTwice(rows, 'question', ({ values }) => Object.values(values.question)[0] ?? null, report)
  return rows
    .filter(({ values }) => Object.keys(values.question).length > 0 && Object.keys(values.answer).length > 0)
    .map(({ row, values }) => ({ row, ...values }))
}

const momentText = (moment: LocalMoment | null): string | null =>
  moment ? [moment.date, moment.time].filter(Boolean).join('T') : null

function reportTwice<C extends Columns>(
  rows: readonly TableRow<C>[],
  key: keyof C & string,
  nameOf: (row: TableRow<C>) => string | null,
  report: Report,
): void {
  const first = new Map<string, number>()
  for (const row of rows) {
    const name = nameOf(row)
    if (name === null) continue
    const before = first.get(fold(name))
    if (before === undefined) first.set(fold(name), row.row)
    else report('E_ROW_TWICE', row.placeOf(key), name, { key, firstRow: String(before) })
  }
}
