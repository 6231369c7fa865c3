import { formatList } from '../../../platform/texts/numbers.ts'
import { readText, type LocalizedText } from '../../../shared/localized-text.ts'
import type { TellPerson } from '../actions/tell-person.ts'
import type { RetainedField } from '../domain/retention.ts'

/** Tells somebody which of the things they had told for a journey have gone. */
export const tellingGone =
  (tell: TellPerson) => (personId: number, title: LocalizedText, fields: readonly RetainedField[]) =>
    tell(personId, (words) => ({
      text: words('privacy:gone.text', {
        title: readText(title, words.language) ?? '',
        list: formatList(
          fields.map((field) => words.plain(`privacy:gone.${field}`)),
          words.language,
        ),
      }),
    }))
