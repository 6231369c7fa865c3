import { parse } from '../expressions/parse.ts'
import { isNumber } from './parameters.ts'
import { isPlain } from './plain-syntax.ts'

const withHyphens = ['date', 'time', 'dateTime', 'geopoint']

/**
 * Whether a default is the value itself. A function or a reference makes it an expression, and so does an operator, but
 * only between things that have a value: a telephone number or a sentence with a dash in it is a text.
 */
export function isStatic(text: string, type: string): boolean {
  const outside = text.replace(/'[^']*'|"[^"]*"/g, '')
  if (/\$\{/.test(text) || /[\p{L}_][\p{L}\p{N}_.:-]*\(/u.test(outside)) return false
  if (withHyphens.includes(type) || isNumber(text) || !hasOperator(outside)) return true
  const parsed = parse(text)
  return parsed.kind === 'mistake' || !isPlain(parsed.syntax)
}

/** A hyphen within a name (`trade-fair`) and before a digit (`2025-2026`) is none. */
const hasOperator = (text: string): boolean =>
  / (div|mod) /.test(text) || /[*+|-]/.test(text.replace(/[\p{L}_][\p{L}\p{M}\p{N}_.-]*|-(?=[\d.])/gu, ''))

/** The value as it is kept; empty where a chat can make nothing of it, undefined where it does not fit the type. */
export function staticValue(text: string, type: string): string | undefined {
  switch (type) {
    case 'integer':
      return /^[+-]?\d+(\.0*)?$/.test(text) ? String(Number(text)) : undefined
    case 'decimal':
    case 'range':
      return isNumber(text) ? String(Number(text)) : undefined
    case 'date':
      return momentOf(text.slice(0, 10), () => Temporal.PlainDate.from(text.slice(0, 10)))
    case 'time':
      return timeOf(text)
    case 'dateTime':
      return momentOf(text, () => Temporal.PlainDateTime.from(text.replace(/(Z|[+-]\d{2}:?\d{2})$/, '')))
    case 'geopoint':
      return /^-?\d+(\.\d+)?( -?\d+(\.\d+)?){1,3}$/.test(text) ? text : undefined
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return ''
    default:
      return text
  }
}

function timeOf(text: string): string | undefined {
  const [, hour, minute, second = '00'] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? []
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}:${second}`
}

function momentOf(text: string, read: () => unknown): string | undefined {
  try {
    read()
    return text
  } catch {
    return undefined
  }
}
