import { nearest } from '../nearest.ts'
import type { FormRow, FormTable } from './form-table.ts'
import { readParameters } from './parameters.ts'
import { commonTypes, typeMeaning } from './question-types.ts'
import type { RowType } from './read-type.ts'

/** Says what is wrong with a type, and of which types less comes out than somebody may expect. */
export function reportType(row: FormRow, type: RowType, report: FormTable['report']): void {
  const text = row.get('type')
  const place = row.place('type')
  switch (type.kind) {
    case 'unknown': {
      const meant = nearestType(text)
      if (meant) report('E_TYPE_UNKNOWN_NEAR', place, text, { nearest: meant })
      else report('E_TYPE_UNKNOWN', place, text)
      return
    }
    case 'listMissing':
      return report('E_TYPE_UNKNOWN_LIST', place, text, { example: `${text.replaceAll(' ', '_')} cities` })
    case 'fromAnswers':
      return report('E_TYPE_UNSUPPORTED_ANSWERS', place, text)
    case 'unsupported':
      return report('E_TYPE_UNSUPPORTED', place, text)
    case 'external':
      return report('E_EXTERNAL_DATA', place, text)
    case 'begin':
      return type.what === 'loop' ? report('E_TYPE_UNSUPPORTED', place, text) : undefined
    case 'audit':
      return reportAudit(row, report)
    case 'meta':
      return type.what === 'blank' ? report('W_META_EMPTY', place, text) : undefined
    case 'asked':
      return type.type === 'barcode' ? report('W_TYPE_DEGRADED', place, text) : undefined
    default:
      return undefined
  }
}

/** It is never written, but a form that would not work elsewhere is told so. */
function reportAudit(row: FormRow, report: FormTable['report']): void {
  const name = row.get('name')
  if (name !== '' && name !== 'audit') report('E_NAME_INVALID', row.place('name'), name, { example: 'audit' })
  readParameters(row, 'audit', report)
  report('W_META_EMPTY', row.place('type'), row.get('type'))
}

/** The whole cell, or its first word where a list follows: `select_ne cities`. */
function nearestType(text: string): string | undefined {
  const first = text.split(' ')[0] ?? ''
  if (typeMeaning(first)) return first
  return nearest(text, commonTypes) ?? nearest(first, commonTypes)
}
