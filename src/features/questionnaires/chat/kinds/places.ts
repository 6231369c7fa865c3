import { staleButton } from '../../../../bot/callback-data.ts'
import { asciiDigits } from '../../../../shared/ascii-digits.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import type { QuestionKind } from './kind.ts'

/** A place on the map: sent as a location, or typed as two numbers. */
export const places: QuestionKind = {
  prompt: ({ words }) => ({ rows: [], how: words('questionnaires:ask.place') }),
  tap() {
    throw staleButton()
  },
  read(text) {
    const numbers = asciiDigits(text)
      .replace(/(\d),(\d)/g, '$1.$2')
      .match(/-?\d{1,3}\.\d+/g)
    const [latitude, longitude] = (numbers ?? []).map(Number)
    if (
      latitude === undefined ||
      longitude === undefined ||
      Math.abs(latitude) > 90 ||
      Math.abs(longitude) > 180
    )
      throw questionnaireErrors.noPlace()
    return { kind: 'value', value: `${latitude} ${longitude} 0 0`, isTyped: true }
  },
  receive(message) {
    const location = message.location ?? message.venue?.location
    if (!location) return undefined
    const { latitude, longitude, horizontal_accuracy: accuracy = 0 } = location
    return { kind: 'value', value: `${latitude} ${longitude} 0 ${accuracy}`, isTyped: true }
  },
  show: (value) => `📍 ${value.split(' ').slice(0, 2).join(', ')}`,
}
