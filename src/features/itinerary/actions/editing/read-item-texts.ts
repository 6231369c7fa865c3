import { cleanLine, cleanParagraphs, lengthOf } from '../../../../shared/clean-text.ts'
import { readText, type LocalizedText } from '../../../../shared/localized-text.ts'
import { draftedFacts, type ItemAnswers } from '../../domain/drafts/item-draft.ts'
import { partsOfTextStep, withText, type TextField, type TextStep } from '../../domain/drafts/texts.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import { textOf, type ItemRaw, type ItemReading } from './item-reading.ts'

const sizes: Record<TextField, { min: number; max: number }> = {
  title: { min: 3, max: 150 },
  place: { min: 2, max: 200 },
  notes: { min: 1, max: 1000 },
}

/** A text in the language of whoever types it. Others go: what they say may not be true any more. */
export function readOwnText(field: TextField, raw: ItemRaw, { language }: ItemReading): LocalizedText {
  return raw.kind === 'skip' ? {} : { [language]: readWording(field, textOf(raw)) }
}

/** A text in one of the languages: typed, the same as it stands in another (`same`), or none of its own (`none`). */
export function readTextIn(step: TextStep, raw: ItemRaw, context: ItemReading): ItemAnswers {
  const parts = partsOfTextStep(step)
  const facts = draftedFacts(context.item, context.answers, context.activity)
  if (!parts || !facts) throw programmeErrors.answered()
  if (raw.kind === 'skip') return {}
  const { field, language } = parts
  const text = facts[field]
  if (raw.kind === 'choice' && raw.value === 'none') return { [field]: withText(text, language, '') }
  const wording =
    raw.kind === 'choice' ? (sourceText(text, parts, context) ?? '') : readWording(field, raw.text)
  return { [field]: withText(text, language, wording) }
}

/** What stands there in the language of whoever types, else in any other one. */
export function sourceText(
  text: LocalizedText,
  { language }: { language: keyof LocalizedText },
  { language: own, activity }: Pick<ItemReading, 'language' | 'activity'>,
): string | undefined {
  return readText(withText(text, language, ''), own, activity.workingLanguage ?? undefined)
}

function readWording(field: TextField, typed: string): string {
  const { min, max } = sizes[field]
  const wording = field === 'notes' ? cleanParagraphs(typed) : cleanLine(typed)
  const length = lengthOf(wording)
  if (length < min) throw programmeErrors.textShort()
  if (length > max) throw programmeErrors.textLong({ length, max })
  return wording
}
