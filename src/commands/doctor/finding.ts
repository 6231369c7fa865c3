/** One thing the doctor has looked at. Only what is broken keeps Heyet from working. */
export interface Finding {
  readonly part: Part
  readonly state: 'good' | 'doubtful' | 'broken'
  /** What was found, in a sentence without any secret. */
  readonly said: string
  /** What to do about it. */
  readonly mend?: string
}

export type Part =
  'node' | 'configuration' | 'telegram' | 'clock' | 'database' | 'keys' | 'locales' | 'disk' | 'backup'

export const good = (part: Part, said: string): Finding => ({ part, state: 'good', said })

export const doubtful = (part: Part, said: string, mend: string): Finding => ({
  part,
  state: 'doubtful',
  said,
  mend,
})

export const broken = (part: Part, said: string, mend: string): Finding => ({
  part,
  state: 'broken',
  said,
  mend,
})

const signs = { good: '✓', doubtful: '?', broken: '✗' } as const

/** The findings for a person, one below the other. */
export const tellFindings = (findings: readonly Finding[]): string =>
  findings
    .map(({ part, state, said, mend }) => `${signs[state]} ${part}: ${said}${mend ? `\n    ${mend}` : ''}`)
    .join('\n')
