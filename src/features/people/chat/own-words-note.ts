import type { Words } from '../../../platform/texts/words.ts'
import type { Language } from '../../../shared/localized-text.ts'

/**
 * What somebody is told who has written to one person in words of their own, before these go out as they are: that person
 * reads another language. Nothing where it is the same, or where nobody knows.
 */
export function ownWordsNote(
  words: Words,
  { name, reads }: { name: string; reads: Language | undefined },
): string[] {
  if (reads === undefined || reads === words.language) return []
  return [words('people:ownWords', { name, language: languageIn[words.language].of(reads) ?? reads })]
}

const named = (language: Language) => new Intl.DisplayNames(language, { type: 'language' })
const languageIn: Readonly<Record<Language, Intl.DisplayNames>> = {
  tr: named('tr'),
  en: named('en'),
  es: named('es'),
  fr: named('fr'),
}
