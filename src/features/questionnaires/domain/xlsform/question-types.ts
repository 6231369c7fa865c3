import { questionTypes, type QuestionTypeName } from '../form.ts'

/** What a word in the column `type` means. */
export type TypeMeaning =
  | {
      readonly kind: 'asked'
      readonly type: QuestionTypeName
      /** What old names of types bring along. */
      readonly constraint?: string
    }
  | { readonly kind: 'note' }
  | { readonly kind: 'calculate' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'meta'; readonly what: 'start' | 'end' | 'today' | 'blank' }
  /** A log of what somebody did on a device; it has no place of its own in the form. */
  | { readonly kind: 'audit' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'external' }

const asked = (type: QuestionTypeName, constraint?: string): TypeMeaning => ({
  kind: 'asked',
  type,
  ...(constraint ? { constraint } : {}),
})
const meta = (what: 'start' | 'end' | 'today' | 'blank'): TypeMeaning => ({ kind: 'meta', what })

/** Types that stand together with their list. */
const withList = ['select_one', 'select_multiple', 'rank'] as const

/** How a type is called besides its own name. */
const otherNames: Partial<Record<QuestionTypeName, string>> = {
  text: 'string, q string, add text prompt',
  integer: 'int, q int, add integer prompt',
  decimal: 'q decimal, add decimal prompt',
  date: 'q date, add date prompt',
  dateTime: 'date time, q date time, q datetime, add date time prompt, add datetime prompt',
  geopoint: 'gps, location, q geopoint, q location, add location prompt',
  image: 'photo, q image, q picture, add image prompt, add photo prompt',
  audio: 'q audio, add audio prompt',
  video: 'q video, add video prompt',
  file: 'add file prompt',
  barcode: 'q barcode, add barcode prompt',
  acknowledge: 'trigger, q acknowledge, add acknowledge prompt',
}

const ownNames = questionTypes
  .filter((type) => !withList.some((one) => one === type))
  .map((type) => [asked(type), [type.toLowerCase(), otherNames[type]].filter(Boolean).join(', ')] as const)

const spellings: readonly (readonly [TypeMeaning, string])[] = [
  ...ownNames,
  [asked('integer', '. >= 0 and . <= 100'), 'percentage'],
  [asked('integer', '. >= 0 and . <= 31'), 'number of days in last month'],
  [asked('integer', '. >= 0 and . <= 183'), 'number of days in last six months'],
  [asked('integer', '. >= 0 and . <= 365'), 'number of days in last year'],
  [asked('text', "regex(., '^[0-9]*$')"), 'phone number'],
  [{ kind: 'note' }, 'note, q note, add note prompt'],
  [{ kind: 'calculate' }, 'calculate, q calculate, add calculate prompt'],
  [{ kind: 'hidden' }, 'hidden'],
  [meta('start'), 'start, start time, get start time'],
  [meta('end'), 'end, end time, get end time'],
  [meta('today'), 'today, get today'],
  [meta('blank'), 'deviceid, device id, get device id, imei, uri:deviceid'],
  [meta('blank'), 'phonenumber, get phone number, uri:phonenumber'],
  [meta('blank'), 'simserial, sim id, get sim id, uri:simserial'],
  [meta('blank'), 'subscriberid, subscriber id, get subscriber id, uri:subscriberid'],
  [meta('blank'), 'username, uri:username, email, uri:email, start-geopoint'],
  [{ kind: 'audit' }, 'audit'],
  [
    { kind: 'unsupported' },
    'geotrace, q geotrace, geoshape, q geoshape, osm, background-audio, background-geopoint',
  ],
  [{ kind: 'unsupported' }, 'include, xml-include, loop'],
  [{ kind: 'external' }, 'csv-external, xml-external'],
]

const meanings: ReadonlyMap<string, TypeMeaning> = new Map(
  spellings.flatMap(([meaning, names]) => names.split(', ').map((name) => [name, meaning] as const)),
)

/** Finds a type by any of its spellings; `_` is as good as a space. */
export function typeMeaning(word: string): TypeMeaning | undefined {
  const name = word.toLowerCase()
  return meanings.get(name) ?? meanings.get(name.replaceAll('_', ' '))
}

/** The words a misspelt type is compared with. */
export const commonTypes: readonly string[] = [
  ...questionTypes,
  'note',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
]
