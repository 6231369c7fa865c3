import { languages, type Language } from '../../../../shared/localized-text.ts'
import type { People } from '../../../people/index.ts'
import type { AnswerPreset, WrittenTemplates } from '../../domain/composing/templates.ts'
import type { AnswerOption } from '../../domain/content.ts'

/** Templates and ready answers, as the locales have them. */
export function writtenTemplates({ wordsIn }: Pick<People, 'wordsIn'>): WrittenTemplates {
  const inAll = (say: (words: ReturnType<typeof wordsIn>) => string) =>
    Object.fromEntries(languages.map((language) => [language, say(wordsIn(language))])) as Record<
      Language,
      string
    >
  const option = (key: OptionKey, callsForHelp = false): AnswerOption => ({
    labels: inAll((words) => words.plain(`composing:options.${key}`)),
    callsForHelp,
  })
  const presets: Record<AnswerPreset, () => AnswerOption[]> = {
    yesNo: () => [option('yes'), option('no')],
    safety: () => [option('safe'), option('help', true)],
  }
  return {
    texts: (name) => inAll((words) => words(`composing:templates.${name}.text`)),
    title: (name, language) => wordsIn(language).plain(`composing:templates.${name}.title`),
    answers: (preset) => presets[preset](),
  }
}

type OptionKey = 'yes' | 'no' | 'safe' | 'help'
