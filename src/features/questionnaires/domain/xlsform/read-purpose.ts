import type { FormPurpose } from '../form.ts'
import { yesOrNo } from './cell-words.ts'
import type { FormSentence } from './sentences.ts'
import type { FormRow, FormTable } from './form-table.ts'

const kinds: readonly FormPurpose['kind'][] = ['application', 'logistics', 'needs_analysis', 'survey', 'free']
const scopes: readonly FormPurpose['scope'][] = ['person', 'firm']

/** Reads what the form is for: the settings that Heyet adds to XLSForm. Firms as a whole answer a needs analysis. */
export function readPurpose(table: FormTable | undefined, row: FormRow | undefined): FormPurpose {
  const get = (key: string) => row?.get(key) ?? ''
  const wrong = (sentence: FormSentence, key: string, allowed: string) =>
    table?.report(sentence, row?.place(key) ?? {}, get(key), { key, allowed })

  function oneOf<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const text = get(key)
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
    const word = words.find((one) => one === text)
    if (text !== '' && !word) wrong('E_SETTING_INVALID', key, words.join(', '))
    return word
  }

  function moment(key: string): string | undefined {
    const text = get(key)
    if (text === '') return undefined
    const read = localMoment(text)
    if (!read) wrong('E_SETTING_INVALID_MOMENT', key, '2026-12-10 17:00')
    return read
  }

  const kind = oneOf('heyet_purpose', kinds) ?? 'free'
  const isAnonymous = yesOrNo(get('heyet_anonymous'))
  if (get('heyet_anonymous') !== '' && isAnonymous === undefined)
    wrong('E_SETTING_INVALID', 'heyet_anonymous', 'yes, no')
  const [opensAt, closesAt] = [moment('heyet_opens_at'), moment('heyet_closes_at')]
  if (opensAt && closesAt && closesAt <= opensAt)
    table?.report('E_SETTING_INVALID_ORDER', row?.place('heyet_closes_at') ?? {}, closesAt, { opensAt })
  return {
    kind,
    scope: oneOf('heyet_scope', scopes) ?? (kind === 'needs_analysis' ? 'firm' : 'person'),
    isAnonymous: isAnonymous ?? false,
    ...(opensAt && { opensAt }),
    ...(closesAt && { closesAt }),
  }
}

/** `2026-12-10 17:00`, `10.12.2026 17:00`, a day alone begins at midnight → `2026-12-10T17:00`. */
function localMoment(text: string): string | undefined {
  const [, year, month, day, time = '00:00'] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}:\d{2})(?::\d{2})?)?$/.exec(text) ??
    reordered(/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]+(\d{1,2}:\d{2})(?::\d{2})?)?$/.exec(text))
  if (!year || !month || !day) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}`
  try {
    return Temporal.PlainDateTime.from(written, { overflow: 'reject' }).toString({ smallestUnit: 'minute' })
  } catch {
    return undefined
  }
}

const reordered = (found: RegExpExecArray | null): readonly (string | undefined)[] =>
  found ? [found[0], found[3], found[2], found[1], found[4]] : []
