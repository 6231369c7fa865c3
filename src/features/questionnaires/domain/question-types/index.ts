import type { QuestionTypeName } from '../form.ts'
import { acknowledge } from './acknowledge.ts'
import { dateTime } from './date-time.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { geopoint } from './geopoint.ts'
import { integer } from './integer.ts'
import type { QuestionType } from './question-type.ts'
import { range } from './range.ts'
import { rank } from './rank.ts'
import { selectMultiple } from './select-multiple.ts'
import { selectOne } from './select-one.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { upload } from './upload.ts'

/** Every kind of question there is. */
export const typesOfQuestion: Readonly<Record<QuestionTypeName, QuestionType>> = {
  text,
  integer,
  decimal,
  range,
  select_one: selectOne,
  select_multiple: selectMultiple,
  rank,
  date,
  time,
  dateTime,
  geopoint,
  image: upload,
  audio: upload,
  video: upload,
  file: upload,
  barcode: text,
  acknowledge,
}
