import { audienceStates } from '../../../domain/audience.ts'
import { partOf, type Condition } from '../condition.ts'
import { listed } from '../listed.ts'

/** How far their application is. */
export const states: Condition = {
  isOffered: ({ activity }) => activity !== undefined,
  isSet: (audience) => audience.states.length > 0,
  options: ({ words, audience }, wanted) =>
    Promise.resolve(
      partOf(
        audienceStates.map((state) => ({
          key: state,
          label: words.plain(`composing:states.${state}`),
          isOn: audience.states.includes(state),
        })),
        wanted,
      ),
    ),
  put: ({ audience }, key, isOn) =>
    audienceStates.some((state) => state === key)
      ? {
          ...audience,
          states: audienceStates.filter((each) => (each === key ? isOn : audience.states.includes(each))),
        }
      : undefined,
  say: ({ words, audience }) =>
    listed(
      words,
      audience.states.map((state) => words.plain(`addressing:say.states.${state}`)),
      'any',
    ),
}
