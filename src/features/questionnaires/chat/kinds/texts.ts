import { staleButton } from '../../../../bot/callback-data.ts'
import { cleanParagraphs, lengthOf } from '../../../../shared/clean-text.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import type { QuestionKind } from './kind.ts'

const longest = 4000

/** Words of one's own. */
export const texts: QuestionKind = {
  prompt: () => ({ rows: [] }),
  tap() {
    throw staleButton()
  },
  read(text) {
    const written = cleanParagraphs(text)
    if (written === '') throw questionnaireErrors.textExpected()
    if (lengthOf(written) > longest) throw questionnaireErrors.tooLong(longest)
    return { kind: 'value', value: written }
  },
  show: (value) => value,
}

/** One tap that something has been read. */
export const acknowledge: QuestionKind = {
  prompt: ({ words }) => ({ rows: [[{ label: words.plain('questionnaires:ask.ok'), value: 'ok' }]] }),
  tap: () => ({ kind: 'value', value: 'OK' }),
  read(text, { words }) {
    const isYes = [words.plain('bot:yes'), 'ok', 'okay', words.plain('questionnaires:ask.ok')]
      .map((word) => word.replace(/[^\p{L}]/gu, '').toLowerCase())
      .includes(text.replace(/[^\p{L}]/gu, '').toLowerCase())
    if (!isYes) throw questionnaireErrors.chooseOne()
    return { kind: 'value', value: 'OK' }
  },
  show: () => '✓',
}
