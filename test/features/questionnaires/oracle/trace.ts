/** One file of `xlsform-samples/oracle`, as its README describes it. */
export interface Oracle {
  readonly form: string
  /** An instant: `2026-03-15T10:30:00Z`. */
  readonly clock: string
  readonly timezone: string
  readonly respondents: readonly Respondent[]
}

export interface Respondent {
  readonly profile: string
  readonly language: string | null
  readonly trace: readonly TraceStep[]
  readonly final: FinalState & { readonly violationsAtEnd: readonly { path: string }[] }
  readonly edits: readonly Edit[]
  readonly afterEdits: FinalState
}

export interface TraceStep {
  readonly ask?: string
  readonly show?: string | null
  readonly group?: string
  readonly repeat?: string
  readonly instances?: number
  readonly type?: string
  readonly row?: number
  readonly label?: string
  readonly hint?: string
  readonly required?: boolean
  readonly choices?: readonly string[] | { count: number; first: string; last: string }
  readonly prefilled?: string
  readonly rejected?: readonly { answer: string | readonly string[]; message: string | null }[]
  readonly answer?: string | readonly string[] | null
  readonly stored?: string
  readonly keptPrefill?: boolean
  readonly unanswerable?: boolean
  readonly translationMissing?: boolean
}

export interface FinalState {
  readonly values: Readonly<Record<string, string>>
  readonly calculated: Readonly<Record<string, string>>
  readonly skipped: readonly string[]
}

export interface Edit {
  readonly set: string
  readonly answer: string
  readonly becameRelevant: readonly string[]
  readonly becameIrrelevant: readonly string[]
  /** `null`: not relevant any more. */
  readonly calculatedChanged: Readonly<Record<string, string | null>>
}
