import type { Language } from '../../../../shared/localized-text.ts'
import type {
  Calculation,
  Choice,
  Form,
  FormLanguage,
  FormText,
  Question,
  QuestionTypeName,
} from '../form.ts'
import type { Questionnaire } from '../questionnaire.ts'

/** What was handed in to a questionnaire, all its versions in one: what tables, summaries and pictures are made of. */
export interface ResultFrame {
  readonly questionnaire: Questionnaire
  /** The form that is begun from now on. */
  readonly form: Form
  /** The languages of that form, then those only older ones had. */
  readonly languages: readonly FormLanguage[]
  /** As coordinators wrote them, the newest first. */
  readonly versions: readonly string[]
  /** In the order of the newest form, each with those it asks itself; then what only older ones had. */
  readonly columns: readonly ResultColumn[]
  readonly repeats: readonly ResultRepeat[]
}

/** One question, or one thing that is worked out, through all versions that have it. */
export interface ResultColumn {
  /** The key in `values`: its name; where two have the same name, with what it stands in: `firm/phone`. */
  readonly code: string
  readonly kind: 'question' | 'calculation'
  readonly type: QuestionTypeName | 'calculation'
  /** As the newest version has it that has it at all, and that version's form: its texts are to be read with it. */
  readonly node: Question | Calculation
  readonly form: Form
  readonly label: FormText | undefined
  /** Of the newest version, then those only older ones had. */
  readonly choices: readonly ResultChoice[]
  /** The code of the repeat it stands in; the answers are in `repeats` then. */
  readonly repeat: string | undefined
  /** The versions that have it, the newest first. */
  readonly versions: readonly string[]
}

export interface ResultChoice extends Pick<Choice, 'name' | 'label'> {
  /** Whose languages the label has. */
  readonly form: Form
}

export interface ResultRepeat {
  readonly code: string
  readonly label: FormText | undefined
  readonly form: Form
  readonly columns: readonly ResultColumn[]
}

/** Canonical values by the code of their column: names of choices joined by a space, dates ISO. Blank ones are left out. */
export type ResultValues = Readonly<Record<string, string>>

/** One filling in. */
export interface ResultRow {
  /** Nothing where nobody is to be told from it. */
  readonly response: ResponseFacts | undefined
  readonly values: ResultValues
  /** By the code of the repeat, its instances in order; without a key where there are none. */
  readonly repeats: Readonly<Record<string, readonly ResultValues[]>>
  /** The names of the files that are answers, by the value of the answer; files without a name are left out. */
  readonly files: Readonly<Record<string, string>>
}

/** Who handed it in, and when. */
export interface ResponseFacts {
  readonly id: number
  readonly number: number | null
  /** The number people quote: `needs-0007`. */
  readonly reference: string
  readonly version: string
  readonly submittedAt: Temporal.Instant | null
  /** Empty once the person is erased. */
  readonly person: string
  readonly firm: string
  /** The code of the activity it was answered for. */
  readonly activity: string
  /** Who said what is in it: they themselves, or a coordinator for them. */
  readonly source: 'self' | 'coordinator'
  /** In which whoever handed it in reads; null where that is not known. */
  readonly language: Language | null
  /** Of a questionnaire that is asked again, from 1. */
  readonly round: number
}

/** Where a questionnaire stands, in numbers. */
export interface ResultNumbers {
  /** In the round that is under way, and in all there have been. */
  readonly submitted: number
  readonly ever: number
  /** Whether people or firms were asked, how many, and how many of those have answered. */
  readonly of: Questionnaire['scope']
  readonly asked: number
  readonly answered: number
  /** The last day on which somebody handed in, in the home zone; not kept of anonymous ones. */
  readonly lastOn: Temporal.PlainDate | undefined
}

/** Whether there is anything to show. Of anonymous ones nothing before the end, and nothing of fewer than five. */
export type ResultAccess =
  | { readonly kind: 'shown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'stillOpen'; readonly closesAt: Temporal.Instant | null }
  | { readonly kind: 'tooFew'; readonly fewest: number }
