import type { QuestionTypeName } from '../../domain/form.ts'
import { dates } from './dates.ts'
import type { QuestionKind } from './kind.ts'
import { numbers, range } from './numbers.ts'
import { places } from './places.ts'
import { rank } from './rank.ts'
import { selectMultiple } from './select-multiple.ts'
import { selectOne } from './select-one.ts'
import { acknowledge, texts } from './texts.ts'
import { moments, times } from './times.ts'
import { uploads } from './uploads.ts'

/** How each type of question is asked in the chat. */
export const kinds: Readonly<Record<QuestionTypeName, QuestionKind>> = {
  text: texts,
  barcode: texts,
  integer: numbers,
  decimal: numbers,
  range,
  select_one: selectOne,
  select_multiple: selectMultiple,
  rank,
  date: dates,
  time: times,
  dateTime: moments,
  geopoint: places,
  image: uploads,
  audio: uploads,
  video: uploads,
  file: uploads,
  acknowledge,
}
