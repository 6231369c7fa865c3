import type { Expression } from './expressions/expression.ts'

/**
 * A questionnaire as it was published: plain data that is kept as JSON and never changes. Paths are those of XLSForm,
 * without the numbers of repeat instances: `/data/firm/employees`.
 */
export interface Form {
  readonly formId: string
  readonly version: string
  /** In the default language. */
  readonly title: string
  /** By the language's name, where the sheet has one per language. */
  readonly titles?: Readonly<Record<string, string>>
  /** In the order in which they appear in the file; one without a name is the column without a language. */
  readonly languages: readonly FormLanguage[]
  /** The name of one of `languages`. */
  readonly defaultLanguage: string
  /** `/data`, with everything in it. */
  readonly root: Group
  readonly lists: Readonly<Record<string, readonly Choice[]>>
  readonly instanceName?: Expression
  readonly purpose: FormPurpose
}

/** What the form is for; our own additions to XLSForm's sheet `settings`. */
export interface FormPurpose {
  readonly kind: 'application' | 'logistics' | 'needs_analysis' | 'survey' | 'free'
  readonly scope: 'person' | 'firm'
  readonly isAnonymous: boolean
  /** Moments, as the file has them in the home zone. */
  readonly opensAt?: string
  readonly closesAt?: string
}

export interface FormLanguage {
  /** As the header of the column has it: `Türkçe (tr)`; empty for a column without a language. */
  readonly name: string
  /** The BCP 47 tag in the brackets. */
  readonly tag?: string
}

/** A text per language, by the language's name. */
export type FormText = Readonly<Record<string, Template>>

/** Words, and values that are filled in: `['Thanks ', ${name}, '!']`. */
export type Template = readonly (string | Expression)[]

export type FormNode = Group | Repeat | Question | Note | Calculation

interface Placed {
  readonly name: string
  readonly path: string
  /** Where it stands in the sheet `survey`; the first row is 1. */
  readonly row: number
  readonly relevant?: Expression
}

export interface Group extends Placed {
  readonly kind: 'group'
  readonly label?: FormText
  readonly children: readonly FormNode[]
}

export interface Repeat extends Placed {
  readonly kind: 'repeat'
  readonly label?: FormText
  readonly children: readonly FormNode[]
  /** How many instances there are, exactly; without it people are asked for one more. */
  readonly count?: Expression
}

export interface Note extends Placed {
  readonly kind: 'note'
  /** Empty where only a picture or a hint is shown. */
  readonly label: FormText
  readonly hint?: FormText
  readonly media?: Media
}

/** Something that is worked out and never asked. */
export interface Calculation extends Placed {
  readonly kind: 'calculation'
  /** Of a `score_…`: how the result card names it. */
  readonly label?: FormText
  readonly from:
    | { readonly kind: 'expression'; readonly expression: Expression }
    /** Server time in the survey's zone, or always blank. */
    | { readonly kind: 'meta'; readonly what: 'start' | 'end' | 'today' | 'blank' }
    /** `hidden`: what is known of that name, else its default. */
    | { readonly kind: 'constant' }
  /** Of a `hidden` row: what is known already and is neither asked nor shown: `trip.ends_on`. */
  readonly profile?: string
  readonly default?: DefaultValue
  /** Worked out anew only when the answer to one of these paths changes. */
  readonly triggers?: readonly string[]
}

export type DefaultValue =
  | { readonly kind: 'static'; readonly value: string }
  | { readonly kind: 'dynamic'; readonly expression: Expression }

export interface Question extends Placed {
  readonly kind: 'question'
  readonly type: QuestionTypeName
  readonly label: FormText
  readonly hint?: FormText
  /** Behind a "?" button. */
  readonly guidance?: FormText
  /** Absent: may be skipped. */
  readonly required?: Expression
  readonly requiredMessage?: FormText
  readonly constraint?: Expression
  readonly constraintMessage?: FormText
  readonly default?: DefaultValue
  /** Shown with its value and passed by. */
  readonly isReadOnly: boolean
  /** Worked out until somebody answers otherwise. */
  readonly calculation?: Expression
  /** With them: worked out anew whenever the answer to one of these paths changes, over what was answered. */
  readonly triggers?: readonly string[]
  readonly list?: string
  readonly choiceFilter?: Expression
  /** Of `range`, and of choices in a random order. */
  readonly parameters?: Parameters
  /** Only the words that mean something in a chat. */
  readonly appearance: readonly ('minimal' | 'likert' | 'year' | 'month-year' | 'quick' | 'multiline')[]
  readonly media?: Media
  /** What is known already and is written back: `firm.employees`. */
  readonly profile?: string
}

export interface Parameters {
  readonly start?: number
  readonly end?: number
  readonly step?: number
  readonly isRandomized?: boolean
  /** A number of the author's, or an answer: `seed=${number}`. */
  readonly seed?: number | Expression
}

/** Pictures, sounds and films by the name of their file, per language. */
export type Media = Readonly<Partial<Record<'image' | 'audio' | 'video', Readonly<Record<string, string>>>>>

/** `acknowledge` has one answer, `OK`; `other` of a select has a text question of its own behind it. */
export const questionTypes = [
  'text',
  'integer',
  'decimal',
  'range',
  'select_one',
  'select_multiple',
  'rank',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'image',
  'audio',
  'video',
  'file',
  'barcode',
  'acknowledge',
] as const

export type QuestionTypeName = (typeof questionTypes)[number]

export interface Choice {
  readonly name: string
  readonly label: FormText
  readonly media?: Media
  /** All its columns by their header, for filters and `instance()`; `name`, and `label` in the default language, among them. */
  readonly columns: Readonly<Record<string, string>>
}
