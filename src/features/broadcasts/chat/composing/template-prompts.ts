import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { isPersonal } from '../../actions/composing/read-template.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import { templateNames } from '../../domain/composing/templates.ts'
import type { Prompt } from './prompt.ts'

/** The templates, and the fields of the one that was chosen. */
export const templatePrompts = {
  template: (words) => ({
    text: words('composing:ask.template'),
    choices: templateNames.map((name) => ({
      label: words.plain(`composing:templates.${name}.title`),
      value: name,
    })),
    perRow: 2,
  }),
  field: (words, { draft: { content, notes } }) => {
    const [field = ''] = notes.fields ?? []
    const label = words.piece(`composing:fields.${field}` as TextKey)
    const text = content.texts[words.language]
    return {
      text: [
        ...(text === undefined
          ? []
          : [words('composing:summary.text', { text: shortenedTo(plainOf(text), 300) })]),
        words(isPersonal(field) ? 'composing:ask.ownField' : 'composing:ask.field', { label }),
      ].join('\n\n'),
      choices: [],
    }
  },
} satisfies Record<string, Prompt>
