import type { Form, FormNode, QuestionTypeName } from './form.ts'
import { indexOf, type Entry, type FormIndex } from './session/form-index.ts'
import { keyOf, placeOf } from './session/instances.ts'
import { openSession } from './session/open-session.ts'
import type { Answers, Given } from './session/session.ts'

/** What becomes of answers in another version of their form. */
export interface MovedAnswers {
  /** By their paths in the new version. */
  kept: Answers
  /** Where each of those was in the old one. */
  movedFrom: Answers
  /** By their paths in the old version: what fits no question, or is not accepted any more. */
  setAside: Answers
  /** Questions of the new version whose answer was set aside. */
  toLookAt: readonly string[]
}

/** The moment and the rest that a session needs besides form and answers. */
export type At = Omit<Given, 'form' | 'answers'>

/**
 * Moves answers to another version by the names of their questions: those stay whose question is there, takes such a value
 * and accepts it together with the others. Nothing is lost: what does not fit is set aside.
 */
export function moveAnswers(fromForm: Form, toForm: Form, answers: Answers, at: At): MovedAnswers {
  const from = indexOf(fromForm)
  const to = indexOf(toForm)
  const placed = Object.entries(answers).map(([path, value]) => ({
    ...{ path, value, target: targetOf(from, to, path) },
  }))
  const candidates = Object.fromEntries(
    placed.flatMap(({ target, value }) => (target ? [[target, value]] : [])),
  )
  const session = openSession({ ...at, form: toForm, answers: candidates })
  const isAccepted = (target: string, value: string): boolean => {
    if (target.endsWith('#') || value === '' || session.node(target).kind !== 'question') return true
    return session.canonical(target, value) === value && session.judge(target, value) === undefined
  }
  const kept: Record<string, string> = {}
  const movedFrom: Record<string, string> = {}
  const setAside: Record<string, string> = {}
  const toLookAt: string[] = []
  for (const { path, value, target } of placed)
    if (target !== undefined && fits(from, to, path, target) && isAccepted(target, value)) {
      kept[target] = value
      movedFrom[target] = path
    } else if (value !== '' && !path.endsWith('#')) {
      setAside[path] = value
      if (target !== undefined) toLookAt.push(target)
    }
  return { kept, movedFrom, setAside, toLookAt }
}

/** The key in the new version: at the same place, else under the same name where that is the only one of it. */
function targetOf(from: FormIndex, to: FormIndex, path: string): string | undefined {
  const isCount = path.endsWith('#')
  const place = placeOf(isCount ? path.slice(0, -1) : path)
  const before = from.byPath.get(place.path)
  const now =
    to.byPath.get(place.path) ?? (before && onlyOne(from, before) ? namesake(to, before) : undefined)
  if (!now) return undefined
  if (isCount) return now.node.kind === 'repeat' ? `${now.node.path}#` : undefined
  // What was said of several people is no answer about one, and the other way round.
  if ((now.repeat === undefined) !== (place.instance === 0)) return undefined
  return keyOf({ path: now.node.path, instance: place.instance }, now.repeat)
}

function namesake(to: FormIndex, { node }: Entry): Entry | undefined {
  const [found, ...others] = to.entries.filter((other) => isAlike(other.node, node))
  return others.length === 0 ? found : undefined
}

const onlyOne = (from: FormIndex, { node }: Entry): boolean =>
  from.entries.filter((other) => isAlike(other.node, node)).length === 1

const isAlike = (one: FormNode, other: FormNode): boolean =>
  one.name === other.name && one.kind === other.kind

/** Types whose values read alike; whether this very value is one is judged by the question itself. */
const families: readonly (readonly QuestionTypeName[])[] = [
  ['integer', 'decimal', 'range'],
  ['select_one', 'select_multiple'],
  ['text', 'barcode'],
]

function fits(from: FormIndex, to: FormIndex, path: string, target: string): boolean {
  if (path.endsWith('#')) return true
  const before = from.byPath.get(placeOf(path).path)?.node
  const now = to.byPath.get(placeOf(target).path)?.node
  if (before?.kind !== 'question' || now?.kind !== 'question')
    return before !== undefined && before.kind === now?.kind
  const { type } = now
  return (
    before.type === type || families.some((family) => family.includes(before.type) && family.includes(type))
  )
}
