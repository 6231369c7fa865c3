import type { Form, FormLanguage, FormText } from '../form.ts'
import { templateIn } from '../session/languages.ts'

/** A text outside of any filling in: what would be filled in is a gap. `form` is the one the text is of. */
export const labelIn = (text: FormText | undefined, form: Form, language: FormLanguage): string =>
  templateIn(text, nameIn(form, language), form)
    .map((part) => (typeof part === 'string' ? part : '…'))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a version calls a language that another version calls so; versions may head their columns differently. */
function nameIn({ languages, defaultLanguage }: Form, { name, tag }: FormLanguage): string {
  const same = languages.find((one) => one.name === name) ?? languages.find((one) => tag && one.tag === tag)
  return same?.name ?? defaultLanguage
}
