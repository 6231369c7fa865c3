import { numberText } from '../expressions/values.ts'
import type { QuestionType } from './question-type.ts'

/** `41.0082 28.9784 0 0`: latitude, longitude, height and accuracy in metres, 0 where they are not known. */
export const geopoint: QuestionType = (value) => {
  const parts = value.split(' ')
  const numbers = parts.map((part) => (/^-?\d{1,7}(\.\d{1,15})?$/.test(part) ? Number(part) : NaN))
  const [latitude = NaN, longitude = NaN, height = 0, accuracy = 0, ...others] = numbers
  const isPlace =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !Number.isNaN(height) && accuracy >= 0
  return isPlace && others.length === 0
    ? [latitude, longitude, height, accuracy].map(numberText).join(' ')
    : undefined
}
