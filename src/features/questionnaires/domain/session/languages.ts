import type { Form, FormText, Template } from '../form.ts'

/**
 * The words of a text: in the language asked for, else the form's default one, else the column without a language, else the
 * first there are. A lone "-" is what spreadsheets write for a translation that is missing.
 */
export function templateIn(text: FormText | undefined, language: string, form: Form): Template {
  if (!text) return []
  const order = [language, form.defaultLanguage, '', ...form.languages.map(({ name }) => name)]
  for (const name of order) {
    const template = Object.hasOwn(text, name) ? text[name] : undefined
    if (template && saysSomething(template)) return template
  }
  return []
}

const saysSomething = (template: Template): boolean =>
  template.some((part) => typeof part !== 'string' || !['', '-'].includes(part.trim()))

/** What Intl calls the language; English where the form does not say. */
export function languageTag(form: Form, language: string): string {
  const tag = form.languages.find(({ name }) => name === language)?.tag
  if (!tag) return 'en'
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
