import { languages, type Language } from '../../../../shared/localized-text.ts'
import { displayName } from '../../../people/index.ts'
import type { Reader, ReadersOf } from '../../data/audience-readers.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { fieldsIn } from '../../domain/fields.ts'
import { textFor, type TextFor } from '../../domain/text-for.ts'
import { mostWords, visibleLength } from '../../domain/visible-length.ts'
import type { Fields } from '../addressing/filling-fields.ts'

/** Somebody for whom a field of the words is empty. */
export interface EmptyField {
  personId: number
  name: string
  field: string
}

export type CheckingWords = ReturnType<typeof checkingWords>

/** People whose words are filled in one go. */
const perPage = 1000

/** Looks at the words of a draft as each of its people will get them. */
export function checkingWords({ readers, fields }: { readers: ReadersOf; fields: Pick<Fields, 'fill'> }) {
  async function* filled(draft: ComposedDraft, language: Language, text: Pick<TextFor, 'html' | 'language'>) {
    const { activityId } = draft.audience
    for (let after = 0; ;) {
      const page = await readers(draft.audience, language, { after, limit: perPage })
      const personIds = page.map(({ personId }) => personId)
      const texts = await fields.fill({ ...text, personIds, activityId })
      for (const reader of page) yield { reader, text: texts.get(reader.personId) ?? text.html }
      after = page.at(-1)?.personId ?? 0
      if (page.length < perPage) return
    }
  }

  /** Those for whom a field is empty, the first so many; what is too long for somebody is refused. */
  async function check(draft: ComposedDraft, most = Infinity): Promise<EmptyField[]> {
    const empty: EmptyField[] = []
    for (const language of languages) {
      const written = textFor(draft.content, language)
      checkLength(written?.html ?? '')
      if (!written || fieldsIn(written.html).length === 0) continue
      for await (const { reader, text } of filled(draft, language, written)) {
        if (typeof text === 'string') checkLength(text)
        else empty.push(emptyFor(reader, text.missing))
        if (empty.length >= most) return empty
      }
    }
    return empty
  }

  return { check }
}

const emptyFor = ({ personId, ...names }: Reader, field: string): EmptyField => ({
  personId,
  name: displayName({ ...names, id: personId }),
  field,
})

function checkLength(html: string): void {
  const length = visibleLength(html)
  if (length > mostWords) throw composingErrors.textLong(length, mostWords)
}
