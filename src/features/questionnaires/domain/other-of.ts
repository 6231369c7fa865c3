import type { Question } from './form.ts'

/** The path of the question to whose choice `other` this one asks for the words, if it is such a one. */
export function otherOf({ path, relevant }: Question): string | undefined {
  if (relevant?.kind !== 'call' || relevant.name !== 'selected') return undefined
  const [asked, choice] = relevant.values
  const isOther = choice?.kind === 'text' && choice.value === 'other'
  return isOther && asked?.kind === 'nodes' && path === `${asked.path}_other` ? asked.path : undefined
}
