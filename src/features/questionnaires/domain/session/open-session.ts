import type { Place } from '../expressions/world.ts'
import type { FormText, Question } from '../form.ts'
import { indexOf } from './form-index.ts'
import { placeOf } from './instances.ts'
import { canonical, judge } from './judge.ts'
import { offered } from './offered.ts'
import { keptAfter, relevantQuestions, resultOf } from './outcome.ts'
import { prefilled } from './own-value.ts'
import type { Aftermath, Answers, Given, Refusal, Session, Step } from './session.ts'
import { standing, type Standing } from './standing.ts'
import { isAnswered, isRequired, walk } from './steps.ts'

type Open = NonNullable<ReturnType<Session['open']>>

/** Opens a form on the answers there are. Nothing is worked out before it is asked for. */
export function openSession(given: Given): Session {
  const index = indexOf(given.form)
  const language = given.language ?? given.form.defaultLanguage
  const at = standing(index, given, language)
  const inOtherLanguages = new Map<string, Standing>([[language, at]])
  const { all: steps, first } = onceOver(walk(at))

  const inLanguage = (asked: string): Standing => {
    const known = inOtherLanguages.get(asked) ?? standing(index, given, asked)
    inOtherLanguages.set(asked, known)
    return known
  }

  const withAnswers = (further: Answers): Standing =>
    standing(index, { ...given, answers: { ...given.answers, ...further } }, language)

  function questionAt(path: string): { question: Question; place: Place } | undefined {
    const place = placeOf(path)
    const node = at.entry(place.path)?.node
    return node?.kind === 'question' ? { question: node, place } : undefined
  }

  function violations(): { path: string; refusal: Refusal }[] {
    return steps().flatMap((step) => {
      if (step.kind !== 'question') return []
      const place = placeOf(step.path)
      const refusal = judge(at, step.question, place, at.text(place))
      return refusal ? [{ path: step.path, refusal }] : []
    })
  }

  function afterAnswer(path: string, value: string): Aftermath {
    const place = placeOf(path)
    const first = withAnswers({ [path]: value })
    const kept = keptAfter(at, first, place)
    const then = Object.keys(kept).length > 0 ? withAnswers({ ...kept, [path]: value }) : first
    const changes = () => {
      const [before, after] = [relevantQuestions(at), relevantQuestions(then)]
      return {
        becameRelevant: [...after.difference(before)],
        becameIrrelevant: [...before.difference(after)],
      }
    }
    return { changes, kept }
  }

  const answered = (step: Step): boolean => isAnswered(at, step, placeOf(step.path))
  const isOpen = (step: Step): step is Open =>
    (step.kind === 'question' || step.kind === 'more') && !answered(step)
  let open: { step: Open | undefined } | undefined

  return {
    steps,
    open: () => (open ??= { step: first(isOpen) }).step,
    isAnswered: answered,
    isRequired: (path) => {
      const found = questionAt(path)
      return found !== undefined && isRequired(at, found.question, found.place)
    },
    choices: (path) => {
      const found = questionAt(path)
      return found ? offered(at, found.question, found.place) : []
    },
    prefilled: (path) => {
      const found = questionAt(path)
      return found ? prefilled(at, found.question, found.place) : ''
    },
    text: (text: FormText | undefined, path, asked) => inLanguage(asked).fill(text, placeOf(path)),
    canonical: (path, value) => {
      const found = questionAt(path)
      return found && canonical(at, found.question, found.place, value)
    },
    judge: (path, value) => {
      const found = questionAt(path)
      if (!found) return undefined
      const { question, place } = found
      if (value !== '' && canonical(at, question, place, value) === undefined) return { kind: 'constraint' }
      return judge(withAnswers({ [path]: value }), question, place, value)
    },
    violations,
    value: (path) => at.text(placeOf(path)),
    isRelevant: (path) => at.isRelevant(placeOf(path)),
    result: () => resultOf(at),
    node: (path) => at.entry(placeOf(path).path)?.node ?? given.form.root,
    afterAnswer,
  }
}

/** Goes over the steps once, only as far as somebody needs them. */
function onceOver(walked: Generator<Step, void>) {
  const seen: Step[] = []
  let isOver = false

  function next(): Step | undefined {
    const turn = walked.next()
    isOver = turn.done === true
    if (turn.done) return undefined
    seen.push(turn.value)
    return turn.value
  }

  return {
    all(): readonly Step[] {
      while (!isOver) next()
      return seen
    },
    first<Found extends Step>(isIt: (step: Step) => step is Found): Found | undefined {
      const known = seen.find(isIt)
      if (known) return known
      for (let step = next(); step; step = next()) if (isIt(step)) return step
      return undefined
    },
  }
}
