import { expect, test } from 'vitest'
import { peopleErrors } from '../../../../src/features/people/domain/errors.ts'
import { openTexts } from '../../../../src/platform/texts/open-texts.ts'
import { languages } from '../../../../src/shared/localized-text.ts'

const texts = openTexts()
const everyDetail = { max: 10, length: 12, text: '<x>', found: 'ş', suggestion: 'AYSE', count: 30 }

test.each(Object.entries(peopleErrors))(
  '%s has a sentence in every language, and uses what it is told',
  (_, refuse) => {
    const refusal = refuse(everyDetail)
    for (const language of languages) {
      const sentence = texts.words(language)(refusal)
      expect(sentence.length).toBeGreaterThan(10)
      expect(texts.words(language).plain(refusal)).not.toContain('people:')
    }
  },
)
