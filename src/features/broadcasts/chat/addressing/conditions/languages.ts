import { languages as spoken } from '../../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../../people/index.ts'
import { partOf, type Condition } from '../condition.ts'
import { listed } from '../listed.ts'

/** The language of their phone. */
export const languages: Condition = {
  isOffered: () => true,
  isSet: (audience) => audience.languages.length > 0,
  options: ({ words, audience }, wanted) =>
    Promise.resolve(
      partOf(
        spoken.map((each) => ({
          ...{ key: each, label: spokenLanguageName(each, words.language) },
          isOn: audience.languages.includes(each),
        })),
        wanted,
      ),
    ),
  put: ({ audience }, key, isOn) =>
    spoken.some((each) => each === key)
      ? {
          ...audience,
          languages: spoken.filter((each) => (each === key ? isOn : audience.languages.includes(each))),
        }
      : undefined,
  say({ words, audience }) {
    const names = audience.languages.map((each) => spokenLanguageName(each, words.language))
    return words.plain('addressing:say.languages', { languages: listed(words, names, 'any') })
  },
}
