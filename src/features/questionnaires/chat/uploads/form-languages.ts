import type { Words } from '../../../../platform/texts/words.ts'
import { languages } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import type { FormReview } from '../../actions/review-form.ts'
import { isWrittenIn } from '../../domain/form-language.ts'
import { formFindings } from './form-findings.ts'

/** The languages of a form, how many texts are missing in each and from where on, and which of the four it is not written in at all. */
export function languageLines(words: Words, { form, warnings }: FormReview): string {
  const gaps = Map.groupBy(
    warnings.filter(({ code }) => code === 'W_TRANSLATION_MISSING'),
    ({ found }) => found,
  )
  const absent = languages.filter((language) => !isWrittenIn(form, language))
  const name = (written: string) => (written === '' ? words.plain('formdesk:preview.unnamed') : written)
  return [
    words('formdesk:preview.languages'),
    ...form.languages.map((language) => {
      const missing = gaps.get(language.name)
      return missing
        ? words('formdesk:preview.gaps', {
            language: name(language.name),
            count: missing.reduce((sum, { details }) => sum + Number(details['count']), 0),
            places: formFindings(words, missing)
              .map(({ place }) => place)
              .join('; '),
          })
        : words('formdesk:preview.complete', { language: name(language.name) })
    }),
    ...(absent.length > 0
      ? [
          words('formdesk:preview.absent', {
            languages: absent.map((language) => spokenLanguageName(language, words.language)).join(', '),
            shown: name(form.defaultLanguage),
          }),
        ]
      : []),
  ].join('\n')
}
