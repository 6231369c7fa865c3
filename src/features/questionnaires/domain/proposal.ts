import { knownAnswer, type KnownProfile } from './known-profile.ts'
import type { Question } from './form.ts'
import type { Answers, Session } from './session/session.ts'

/** What stands in a question before it is answered, where it comes from, and of which day it is, if that is known. */
export interface Proposal {
  value: string
  from: 'profile' | 'former' | 'form'
  /** `2026-03-12` */
  on?: string
}

/** What was answered in the round before. */
export interface FormerAnswers {
  answers: Answers
  /** The day on which it was handed in. */
  on: string
}

/** What can be proposed with. */
export interface Sources {
  known: KnownProfile
  /** The day of each fact that is known, by the same names. */
  knownOn: Readonly<Record<string, string | undefined>>
  former?: FormerAnswers | undefined
}

const uploads = new Set(['image', 'audio', 'video', 'file'])

/** What is known and newest: a fact about the person or firm, what was said the last time, else what the form itself fills in. */
export function proposalFor(session: Session, path: string, question: Question, sources: Sources): Proposal {
  const { known, knownOn, former } = sources
  const fact = knownAnswer(known, session, path, question)
  const on = knownOn[question.profile ?? '']
  const last = former && !uploads.has(question.type) ? lastAnswer(session, path, former) : ''
  if (former && last !== '' && (fact === '' || on === undefined || former.on > on))
    return { value: last, from: 'former', on: former.on }
  if (fact !== '') return { value: fact, from: 'profile', ...(on === undefined ? {} : { on }) }
  return { value: session.prefilled(path), from: 'form' }
}

/** Only what would still be an answer. */
function lastAnswer(session: Session, path: string, { answers }: FormerAnswers): string {
  const value = answers[path] ?? ''
  return value !== '' && session.canonical(path, value) === value ? value : ''
}
