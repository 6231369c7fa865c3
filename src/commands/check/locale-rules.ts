/** The sentences of one file, by key: `errors.tooLong` → text. */
export type Sentences = ReadonlyMap<string, string>

const pluralForm = /_(zero|one|two|few|many|other)$/

/** Keys that stand for one sentence in several plural forms, by their common name. */
function pluralsOf(files: readonly Sentences[]): ReadonlySet<string> {
  const keys = files.flatMap((file) => [...file.keys()])
  return new Set(keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(pluralForm, '')))
}

/** What this language lacks or has too much, compared with all languages together. */
export function keyMistakes(language: string, own: Sentences, all: readonly Sentences[]): string[] {
  const plurals = pluralsOf(all)
  const wanted = new Set(
    all.flatMap((file) => [...file.keys()].flatMap((key) => formsOf(key, plurals, language))),
  )
  const missing = [...wanted].filter((key) => !own.has(key)).map((key) => `${key} is missing`)
  const extra = [...own.keys()]
    .filter((key) => !wanted.has(key))
    .map((key) => `${key} is a plural form this language does not have`)
  return [...missing, ...extra]
}

function formsOf(key: string, plurals: ReadonlySet<string>, language: string): string[] {
  const base = key.replace(pluralForm, '')
  if (base === key || !plurals.has(base)) return [key]
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${base}_${form}`)
}

/** Variables that are not those of the English sentence; `count` may be left out where the form says the number. */
export function variableMistakes(own: Sentences, english: Sentences): string[] {
  return [...own].flatMap(([key, text]) => {
    const base = key.replace(pluralForm, '')
    const model = english.get(key) ?? english.get(`${base}_other`) ?? english.get(base)
    if (model === undefined) return []
    const [wanted, found] = [variablesIn(model), variablesIn(text)]
    const missing = [...wanted].filter((name) => !found.has(name) && name !== 'count')
    const unknown = [...found].filter((name) => !wanted.has(name) && name !== 'count')
    return [
      ...missing.map((name) => `${key} lacks {{${name}}}`),
      ...unknown.map((name) => `${key} has {{${name}}}, which English does not`),
    ]
  })
}

const variablesIn = (text: string) =>
  new Set([...text.matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? ''))

/** Mistakes within a sentence: emptiness, and what this language's writing demands. */
export function writingMistakes(language: string, own: Sentences): string[] {
  return [...own].flatMap(([key, text]) => {
    const shown = withoutMarkup(text)
    return [
      ...(text.trim() === '' ? [`${key} is empty`] : []),
      ...(hiddenSign.test(text) ? [`${key} has a sign that cannot be seen`] : []),
      ...(language === 'fr' && beforeFrenchSign.test(shown)
        ? [`${key} needs a no-break space before : ; ! ? in "${around(shown, beforeFrenchSign)}"`]
        : []),
      ...(language === 'tr' && gluedSuffix.test(shown)
        ? [`${key} has a suffix glued to a variable in "${around(shown, gluedSuffix)}"`]
        : []),
      ...quotationMistakes(language, shown).map((mistake) => `${key} ${mistake}`),
    ]
  })
}

/** Each language has its own quotation marks, and a title within a sentence stands in them. */
function quotationMistakes(language: string, shown: string): string[] {
  const foreign = foreignQuotes[language]
  return [
    ...(foreign?.test(shown)
      ? [`has quotation marks of another language in "${around(shown, foreign)}"`]
      : []),
    ...(bareTitle.test(shown) ? [`needs {{title}} in quotation marks in "${around(shown, bareTitle)}"`] : []),
  ]
}

/** What a broken tool leaves behind; a sentence may have lines. */
const hiddenSign = /(?!\n)\p{Cc}/u

/** In French a no-break space stands within them. */
const foreignQuotes: Readonly<Record<string, RegExp>> = {
  tr: /[«»"]/,
  en: /[«»"]/,
  es: /[“”"]/,
  fr: /[“”"]|«(?!\u00a0)|(?<!\u00a0)»/,
}

/** A title with words of the sentence right before or behind it; on a line of its own or before a colon it is a heading. */
const bareTitle = /[\p{L}\d}] \{\{title\}\}|\{\{title\}\}([?!]| ?\p{L}| \{\{)/u

/** A sign that ends a word, without a no-break space; times (10:30), codes (a:b, a::b) and signs in a row are not meant. */
const beforeFrenchSign = /[^\u00a0\u202f:;!?\s([«"“]([;!?]|:(?![\w/:]))|[ \t]([;!?](?!\w)|:(?![\w/)(]))/u

/** Names are never inflected: neither {{name}}'e nor {{name}}de. */
const gluedSuffix = /\}\}['’]?\p{L}/u

const around = (text: string, pattern: RegExp): string => {
  const index = text.search(pattern)
  return text.slice(Math.max(0, index - 12), index + 14)
}

/** Tags, entities and addresses are not sentences; what stands around a tag belongs together. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+|#\d+);/g, 'x')
    .replace(/\b(https?|tg):\/\/\S+/g, 'x')
