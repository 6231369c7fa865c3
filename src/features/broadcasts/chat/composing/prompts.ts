import type { Words } from '../../../../platform/texts/words.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import { priorities } from '../../domain/broadcast.ts'
import {
  blockingLanguages,
  completeLanguages,
  lacksText,
  missingLanguages,
  writtenLanguages,
} from '../../domain/composing/languages.ts'
import { languageOfStep, type BroadcastStep } from '../../domain/composing/steps.ts'
import type { AnsweredStep } from '../../actions/composing/read-broadcast-answer.ts'
import { answerPrompts, labelsPrompt } from './answer-prompts.ts'
import { momentPrompts } from './moment-prompts.ts'
import type { BroadcastPrompt, Prompt } from './prompt.ts'
import type { ComposingScene } from './scene.ts'
import { templatePrompts } from './template-prompts.ts'

/** The question of each step but the one about the audience. */
export function broadcastPrompt(
  words: Words,
  step: AnsweredStep | 'empty',
  scene: ComposingScene,
): BroadcastPrompt {
  const language = languageOfStep(step)
  if (step.startsWith('text-') && language) return textPrompt(words, language, scene)
  if (language) return labelsPrompt(words, language, scene)
  return prompts[step as keyof typeof prompts](words, scene)
}

const prompts = {
  content: (words) => ({
    text: words('composing:ask.content'),
    choices: [{ label: words.plain('composing:ask.templates'), value: 'template' }],
  }),
  media: (words, { draft: { content } }) => ({
    text: words('composing:ask.media'),
    choices:
      content.media.length > 0 && writtenLanguages(content).length > 0
        ? [{ label: words.plain('composing:ask.noMedia'), value: 'none' }]
        : [],
  }),
  written: (words) => ({
    text: words('composing:ask.written'),
    choices: languages.map((language) => ({
      label: spokenLanguageName(language, words.language),
      value: language,
    })),
    perRow: 2,
  }),
  missing: missingPrompt,
  empty: emptyPrompt,
  priority: (words) => ({
    text: words('composing:ask.priority'),
    choices: priorities.map((priority) => ({
      label: words.plain(`composing:priority.${priority}`),
      value: priority,
    })),
  }),
  reason: (words) => ({ text: words('composing:ask.reason'), choices: [] }),
  ...templatePrompts,
  ...answerPrompts,
  ...momentPrompts,
} satisfies Partial<Record<BroadcastStep, Prompt>>

function textPrompt(
  words: Words,
  language: Language,
  { draft: { content } }: ComposingScene,
): BroadcastPrompt {
  const written = writtenLanguages(content)
  const isRemovable = written.includes(language) && (written.length > 1 || content.media.length > 0)
  const name = spokenLanguageName(language, words.language)
  return {
    text: words('composing:ask.text', { language: name }),
    choices: isRemovable ? [{ label: words.plain('composing:ask.noText'), value: 'none' }] : [],
  }
}

/** Who has no text in their language; each is written for, or told in another one that says so. */
function missingPrompt(words: Words, { draft, numbers }: ComposingScene): BroadcastPrompt {
  const name = (language: Language) => spokenLanguageName(language, words.language)
  const missing = missingLanguages(draft, numbers.byLanguage)
  const lines = missing.map((language) =>
    words(
      lacksText(draft.content, language) ? 'composing:summary.lacksText' : 'composing:summary.lacksLabels',
      {
        ...{ language: name(language), count: numbers.byLanguage[language] ?? 0 },
      },
    ),
  )
  const blocking = blockingLanguages(draft, numbers.byLanguage)
  // Where there are words of their own, only the names of their answers can be written.
  const isCoverable = blocking.some((language) => draft.content.texts[language] === undefined)
  return {
    text: [words('composing:missing.head'), lines.join('\n'), words('composing:missing.what')].join('\n\n'),
    choices: [
      ...missing.map((language) => ({
        label: words.plain('composing:missing.write', { language: name(language) }),
        value: `write-${language}`,
      })),
      ...(isCoverable ? completeLanguages(draft) : []).map((language) => ({
        label: words.plain('composing:missing.fallback', { language: name(language) }),
        value: language,
      })),
    ],
  }
}

const mostNamed = 20

/** Whose own value is missing in a field, by name; they can be left out, or the words changed. */
function emptyPrompt(words: Words, { empty }: ComposingScene): BroadcastPrompt {
  const lines = empty
    .slice(0, mostNamed)
    .map(({ name, field }) => words('composing:empty.line', { name, field: `{${field}}` }))
  const rest = empty.length - mostNamed
  return {
    text: [
      words('composing:empty.head', { count: empty.length }),
      [...lines, ...(rest > 0 ? [words('composing:empty.more', { count: rest })] : [])].join('\n'),
      words('composing:empty.what'),
    ].join('\n\n'),
    choices: empty.length > 0 ? [{ label: words.plain('composing:empty.leaveOut'), value: 'leaveOut' }] : [],
  }
}
