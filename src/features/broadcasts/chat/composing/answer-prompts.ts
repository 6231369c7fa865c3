import type { Words } from '../../../../platform/texts/words.ts'
import { joined } from '../../../../platform/texts/html.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { answerPresets } from '../../domain/composing/templates.ts'
import { pauses } from '../../actions/composing/read-broadcast-answer.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import type { BroadcastPrompt, Prompt } from './prompt.ts'
import type { ComposingScene } from './scene.ts'

/** The buttons below a broadcast, and when whoever is silent is asked again. */
export const answerPrompts = {
  answers: (words, { draft: { answers } }) => ({
    text: words('composing:ask.answers'),
    choices: [
      ...answerPresets.map((preset) => ({
        label: words.plain(`composing:ask.preset.${preset}`),
        value: preset,
      })),
      ...(answers.length > 0 ? [{ label: words.plain('composing:ask.noAnswers'), value: 'none' }] : []),
    ],
  }),
  again: (words) => ({
    text: words('composing:ask.again'),
    choices: [
      ...pauses.map((minutes) => ({
        label: words.plain('composing:ask.minutes', { minutes }),
        value: String(minutes),
      })),
      { label: words.plain('composing:ask.never'), value: 'never' },
    ],
    perRow: 2,
  }),
} satisfies Record<string, Prompt>

/** As many lines as there are answers. */
export function labelsPrompt(
  words: Words,
  language: Language,
  { draft: { answers } }: ComposingScene,
): BroadcastPrompt {
  const lines = answers.map((answer, at) => `${at + 1}. ${labelOf(answer, words)}`)
  return {
    text: words('composing:ask.labels', {
      language: words.plain(`people:language.${language}`),
      count: answers.length,
      lines: joined(lines),
    }),
    choices: [],
  }
}
