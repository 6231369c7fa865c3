import type { Choice, Question } from './form.ts'
import type { Session } from './session/session.ts'

/** What is known of whoever answers and of their firm, by the name that a column `heyet_profile` has for it. */
export type KnownProfile = Readonly<Record<string, string | number | null | undefined>>

/** What is known already and can be the answer to a question; empty: nothing. */
export function knownAnswer(known: KnownProfile, session: Session, path: string, question: Question): string {
  const value = question.profile === undefined ? undefined : known[question.profile]
  const text = value === undefined || value === null ? '' : String(value)
  if (text === '' || question.list === undefined) return text
  const choices = session.choices(path)
  const names = new Set(choices.map(({ name }) => name))
  if (text.split(' ').every((name) => names.has(name))) return text
  return choices.find((choice) => holds(choice, text))?.name ?? ''
}

/** Whether a number is one of a choice that stands for many: its columns `from` and `to`, either of which may be open. */
function holds({ columns }: Choice, text: string): boolean {
  const [from = '', to = ''] = [columns['from'], columns['to']]
  const value = Number(text)
  if (Number.isNaN(value) || (from === '' && to === '')) return false
  return (from === '' || value >= Number(from)) && (to === '' || value <= Number(to))
}

/** What was answered to questions that are about the profile, by its names; blanks tell nothing. */
export function toldProfile(
  session: Session,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([path, value]) => {
      const node = session.node(path)
      return node.kind === 'question' && node.profile !== undefined && value !== ''
        ? [[node.profile, value] as const]
        : []
    }),
  )
}
