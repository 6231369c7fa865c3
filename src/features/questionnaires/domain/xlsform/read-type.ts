import { typeMeaning, type TypeMeaning } from './question-types.ts'

/** What a cell of the column `type` says. */
export type RowType =
  | TypeMeaning
  | { readonly kind: 'begin'; readonly what: 'group' | 'repeat' | 'loop' }
  | { readonly kind: 'end'; readonly what: 'group' | 'repeat' | 'loop' }
  | {
      readonly kind: 'select'
      readonly type: 'select_one' | 'select_multiple' | 'rank'
      readonly list: string
      /** `or_other`: one more choice, and a question behind it. */
      readonly hasOther: boolean
    }
  /** A question whose choices are earlier answers: `select_one ${name}`. */
  | { readonly kind: 'fromAnswers' }
  | { readonly kind: 'listMissing' }
  /** A setting that old forms have among their questions. */
  | { readonly kind: 'setting'; readonly key: 'title' | 'form_id' }
  | { readonly kind: 'unknown' }

const begin = /^begin[ _](group|lgroup|repeat|looped group|loop)(?: (?:over )?\S+)?$/
const end = /^end[ _](group|lgroup|repeat|looped group|loop)$/
const selects = [
  ['select_multiple', 'add select multiple prompt using'],
  ['select_one', 'add select one prompt using'],
  ['select_multiple', 'select all that apply from'],
  ['select_multiple', 'select all that apply'],
  ['select_multiple', 'select multiple from'],
  ['select_multiple', 'select multiple'],
  ['select_one', 'select one from'],
  ['select_one', 'select one'],
  ['select_one', 'select1'],
  ['rank', 'rank'],
] as const
const fromFile = /^select[ _](one|multiple)[ _](from[ _]file|external)\b/

/** Reads a type in any of its spellings; capitals do not matter. */
export function readType(cell: string): RowType {
  const text = cell.toLowerCase()
  const [, begun] = begin.exec(text) ?? []
  if (begun) return { kind: 'begin', what: controlOf(begun) }
  const [, ended] = end.exec(text) ?? []
  if (ended) return { kind: 'end', what: controlOf(ended) }
  if (fromFile.test(text)) return { kind: 'external' }
  if (/^osm\b/.test(text)) return { kind: 'unsupported' }
  if (/^(set[ _])?form[ _]title$/.test(text)) return { kind: 'setting', key: 'title' }
  if (/^(set[ _])?form[ _]id$/.test(text)) return { kind: 'setting', key: 'form_id' }
  return typeMeaning(cell) ?? readSelect(cell)
}

function controlOf(word: string): 'group' | 'repeat' | 'loop' {
  if (word === 'group' || word === 'loop') return word
  return 'repeat'
}

function readSelect(cell: string): RowType {
  for (const [type, command] of selects) {
    const rest = behind(command, cell)
    if (rest === '') return { kind: 'listMissing' }
    if (rest !== undefined) return selectOf(type, rest)
  }
  return { kind: 'unknown' }
}

/** What stands behind the command, whose words may be joined by `_`; undefined where it is another one. */
function behind(command: string, cell: string): string | undefined {
  const beginning = cell.slice(0, command.length).toLowerCase().replaceAll('_', ' ')
  const rest = cell.slice(command.length)
  if (beginning !== command || (rest !== '' && !rest.startsWith(' '))) return undefined
  return rest.trim()
}

function selectOf(type: 'select_one' | 'select_multiple' | 'rank', rest: string): RowType {
  const [, list = '', other] =
    /^(\S+|\$\{[^}]*\})(?: (or specify other|or_other|or other))?$/i.exec(rest) ?? []
  if (list === '') return { kind: 'unknown' }
  if (list.includes('${')) return { kind: 'fromAnswers' }
  if (/\.(csv|xml|geojson)$/i.test(list)) return { kind: 'external' }
  return { kind: 'select', type, list, hasOther: other !== undefined }
}
