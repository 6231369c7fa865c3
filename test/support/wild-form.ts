import { languages, type Language } from '../../src/shared/localized-text.ts'
import type { SmallForm } from './forms.ts'

type Line = Record<string, string>

const header: Record<Language, string> = {
  tr: 'Türkçe (tr)',
  en: 'English (en)',
  es: 'Español (es)',
  fr: 'Français (fr)',
}

/** What stands in every text of the form in one language, and in no other text. */
export const markOf = (language: Language): string => `‹${language}›`

const inEach = (column: string, text: string): Line =>
  Object.fromEntries(
    languages.map((language) => [`${column}::${header[language]}`, `${text} ${markOf(language)}`]),
  )

const line = (type: string, name: string, more: Line = {}): Line => ({
  type,
  name,
  ...(name === '' ? {} : inEach('label', name.replaceAll('_', ' '))),
  ...more,
})

const choices = (list: string, count: number, more: (at: number) => Line = () => ({})): Line[] =>
  Array.from({ length: count }, (_, at) => ({
    list_name: list,
    name: `${list}${at}`,
    ...inEach('label', `${list} ${at}, or so`),
    ...more(at),
  }))

/** A form with everything that a form may have, in four languages; each `version` says something else. */
export const wildForm = (version: number): SmallForm => ({
  survey: [
    line('note', 'welcome'),
    line('begin_group', 'about_you'),
    line('select_one few', 'one', { required: 'yes', ...inEach('guidance_hint', 'why we ask') }),
    line('select_one many', 'from_many', { choice_filter: 'few = ${one}' }),
    line('select_multiple few', 'several', {
      constraint: 'count-selected(.) <= 2',
      ...inEach('constraint_message', 'two at most'),
    }),
    line('rank few', 'order', { relevant: "selected(${several}, 'few1')" }),
    line('select_one few or_other', 'open_choice'),
    line('end_group', ''),
    line('begin_group', 'figures', { relevant: "${one} != 'few2'" }),
    line('integer', 'people', { constraint: '. >= 0', required: "${one} = 'few0'" }),
    line('decimal', 'share', { default: '12.5' }),
    line('range', 'ready', { parameters: 'start=1 end=10 step=1' }),
    line('calculate', 'score_all', { calculation: '(${people} + ${ready}) div 2' }),
    line('note', 'so_far', inEach('label', 'so far ${score_all}')),
    line('end_group', ''),
    line('begin_repeat', 'products'),
    line('text', 'product', { required: 'yes' }),
    line('select_one few', 'kind', { relevant: "${product} != ''" }),
    line('end_repeat', ''),
    line('begin_repeat', 'each', { repeat_count: 'coalesce(${people}, 0)' }),
    line('text', 'who'),
    line('end_repeat', ''),
    line('begin_group', 'days'),
    line('date', 'day', { default: 'today()', constraint: ". > date('2020-01-01')" }),
    line('time', 'hour'),
    line('dateTime', 'moment'),
    line('geopoint', 'place'),
    line('end_group', ''),
    line('begin_group', 'papers'),
    line('image', 'picture'),
    line('audio', 'voice', { relevant: "${picture} != ''" }),
    line('file', 'paper'),
    line('text', `words_${version}`, inEach('hint', 'at length')),
    line('acknowledge', 'read', { required: version % 2 === 0 ? 'yes' : 'no' }),
    line('end_group', ''),
  ],
  choices: [...choices('few', 4), ...choices('many', 30, (at) => ({ few: `few${at % 4}` }))],
  settings: { form_id: 'wild', version: String(version), ...inEach('form_title', 'Wild') },
})
