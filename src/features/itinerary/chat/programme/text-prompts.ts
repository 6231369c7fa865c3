import type { Words } from '../../../../platform/texts/words.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languageNames, languages } from '../../../../shared/localized-text.ts'
import type { ItemStanding } from '../../actions/editing/item-standing.ts'
import { sourceText } from '../../actions/editing/read-item-texts.ts'
import { draftedFacts } from '../../domain/drafts/item-draft.ts'
import {
  missingTexts,
  partsOfTextStep,
  textStepsOf,
  type TextField,
  type TextStep,
} from '../../domain/drafts/texts.ts'
import type { ItemFacts } from '../../domain/item.ts'
import type { ItemPrompt } from './item-prompts.ts'

/** Which text in which language: all that are missing at one tap, or a single one. */
export function textsPrompt(words: Words, { item, draft, activity }: ItemStanding): ItemPrompt {
  const facts = draftedFacts(item, draft.answers, activity)
  if (!facts) return { text: words('programme:ask.textsNone'), choices: [] }
  const missing = new Set(missingTexts(facts))
  const one = (step: TextStep) => ({
    label: `${missing.has(step) ? '➕' : '✔️'} ${nameOf(words, step)}`,
    value: step,
  })
  return {
    text: words('programme:ask.texts'),
    choices: [
      ...(missing.size > 0
        ? [{ label: words.plain('programme:ask.missing', { count: missing.size }), value: 'missing' }]
        : []),
      ...textStepsOf(facts).map(one),
    ],
  }
}

/** A text in one language: what stands there, and what stands in the language she reads. */
export function textPrompt(words: Words, step: TextStep, standing: ItemStanding): ItemPrompt {
  const { item, draft, activity } = standing
  const parts = partsOfTextStep(step)
  const facts = draftedFacts(item, draft.answers, activity)
  if (!parts || !facts) return { text: words('programme:ask.textsNone'), choices: [] }
  const source = sourceText(facts[parts.field], parts, { language: words.language, activity })
  const own = facts[parts.field][parts.language]
  return {
    text: [
      words('programme:ask.textIn', { name: nameOf(words, step) }),
      ...(source === undefined ? [] : [words('programme:ask.textSource', { text: source })]),
      ...(own === undefined ? [] : [words('programme:ask.now', { value: own })]),
    ].join('\n\n'),
    choices: [
      ...(source !== undefined && source !== own
        ? [{ label: words.plain('programme:ask.same', { text: shortenedTo(source, 30) }), value: 'same' }]
        : []),
      ...(own !== undefined && source !== undefined
        ? [{ label: words.plain('programme:ask.noText'), value: 'none' }]
        : []),
    ],
  }
}

/** "Español: Title, Place", a line for each language in which something is missing. */
export function missingLines(words: Words, facts: Pick<ItemFacts, TextField>): string[] {
  const missing = missingTexts(facts).flatMap((step) => partsOfTextStep(step) ?? [])
  return languages.flatMap((language) => {
    const fields = missing.filter((one) => one.language === language).map(({ field }) => field)
    if (fields.length === 0) return []
    const texts = formatList(
      fields.map((field) => words.plain(`programme:labels.${field}`)),
      words.language,
    )
    return [words('programme:card.missing', { language: languageNames[language], texts })]
  })
}

/** "Title · Español" */
function nameOf(words: Words, step: TextStep): string {
  const parts = partsOfTextStep(step)
  return parts ? `${words.plain(`programme:labels.${parts.field}`)} · ${languageNames[parts.language]}` : ''
}
