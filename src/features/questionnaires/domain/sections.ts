import type { Form, FormNode, Group, Repeat } from './form.ts'
import type { Session, Step } from './session/session.ts'
import { answerKey, askedSteps, currentStep, isAsked, minutesFor, type Asked } from './steps.ts'

/** A part of a long form that is answered when somebody likes: a group at the top with a heading. */
export interface Section {
  readonly group: Group | Repeat
  /** All of it that applies and is asked; what stands in no group belongs to the section before, at the beginning to the first. */
  readonly asked: readonly Asked[]
}

/** With no more questions than this, one goes straight through the form. */
const shortForm = 10

const known = new WeakMap<Form, boolean>()

/** Whether a form is answered section by section; a matter of the form alone, so that it does not change on the way. */
export function isInSections(form: Form): boolean {
  const before = known.get(form)
  if (before !== undefined) return before
  const { children } = form.root
  const isLong = children.reduce((sum, node) => sum + questionsIn(node), 0) > shortForm
  const answer = isLong && children.filter((node) => hasHeading(node) && questionsIn(node) > 0).length > 1
  known.set(form, answer)
  return answer
}

/** The sections that apply now, in the order of the form; none where the form is short or has no headings. */
export function sectionsOf(form: Form, session: Session): readonly Section[] {
  if (!isInSections(form)) return []
  const found: { group: Group | Repeat; asked: Asked[] }[] = []
  const ahead: Asked[] = []
  for (const step of session.steps()) {
    if (step.kind === 'group' && isAtTop(step.group)) {
      if (found.at(-1)?.group !== step.group) found.push({ group: step.group, asked: [] })
    } else if (isAsked(step)) (found.at(-1)?.asked ?? ahead).push(step)
  }
  const [first, ...others] = found.filter(({ asked }) => asked.length > 0)
  if (!first) return []
  // What is asked of one thing several times says nothing of the questions before it.
  return ahead.length > 0 && first.group.kind === 'repeat'
    ? [{ group: beginningOf(form), asked: ahead }, first, ...others]
    : [{ ...first, asked: [...ahead, ...first.asked] }, ...others]
}

/** Stands for a heading over what comes before all headings; no group of a form is called by a number. */
const beginningOf = ({ root }: Form): Group => ({
  ...{ kind: 'group', name: '', path: `${root.path}/0`, row: 0, children: [] },
})

/** What `place` says while somebody is in a section, at no question in particular. */
export const placeIn = ({ group }: { group: Pick<Section['group'], 'path'> }): string => `${group.path}/`

/**
 * Where somebody stands: at the question of `place`, else at the first that is open in their section; else on the card. While
 * no section applies yet, one goes straight through what stands before them.
 */
export function stepInSections(
  session: Session,
  sections: readonly Section[],
  place: string | null,
): Asked | undefined {
  if (sections.length === 0) return currentStep(session, place)
  if (place === null) return undefined
  const exact = askedSteps(session).find((step) => answerKey(step) === place)
  return (
    exact ??
    openIn(
      session,
      sections.find((section) => placeIn(section) === place),
    )
  )
}

/** The first of a section that has no answer. */
export const openIn = (session: Session, section: Section | undefined): Asked | undefined =>
  section?.asked.find((step) => !session.isAnswered(step))

/** The section somebody is in, by their question or by their place. */
export const sectionAt = (
  sections: readonly Section[],
  asked: Asked | undefined,
  place: string | null,
): Section | undefined =>
  sections.find((section) => (asked ? section.asked.includes(asked) : placeIn(section) === place))

export interface SectionProgress {
  answered: number
  of: number
  /** Of what is left. */
  minutes: number
  isDone: boolean
}

/** How far a section is, counting the questions that apply. */
export function progressIn(session: Session, { asked }: Section): SectionProgress {
  const left = asked.filter((step) => !session.isAnswered(step))
  const questions = asked.filter(({ kind }) => kind === 'question')
  const open = left.filter(({ kind }) => kind === 'question')
  return {
    answered: questions.length - open.length,
    of: questions.length,
    minutes: minutesFor(left),
    isDone: left.length === 0,
  }
}

/** What is to be read before a question within its section; `undefined`: after its last. */
export function leadInOf(session: Session, section: Section, step: Asked | undefined): readonly Step[] {
  const steps = session.steps()
  const at = (one: Asked | undefined) =>
    steps.findIndex((other) => isAsked(other) && one !== undefined && answerKey(other) === answerKey(one))
  const end = step ? at(step) : steps.length
  const before = step ? steps.slice(0, end).findLastIndex(isAsked) : at(section.asked.at(-1))
  const isFor = (one: Step, index: number) =>
    isWithin(one.path, section.group.path) ||
    (step !== undefined && isLoose(one.path) && before + 1 + index >= introEnd(steps))
  return steps.slice(before + 1, end).filter(isFor)
}

/** What stands before the first section and is to be read before any of them. */
export const introOf = (session: Session): readonly Step[] => {
  const steps = session.steps()
  return steps.slice(0, introEnd(steps))
}

/** Where the first heading or question is. */
const introEnd = (steps: readonly Step[]): number =>
  steps.findIndex((step) => isAsked(step) || step.kind === 'group')

/** Below the root itself, so that it belongs to no section. */
const isLoose = (path: string): boolean => path.split('/').length === 3

/** Whether a path stands in a group, or is it. */
export const isWithin = (path: string, top: string): boolean =>
  path === top || path.startsWith(`${top}/`) || path.startsWith(`${top}[`)

const isAtTop = ({ path }: Group | Repeat): boolean => isLoose(path)

const hasHeading = (node: FormNode): boolean => 'children' in node && node.label !== undefined

const questionsIn = (node: FormNode): number => {
  if ('children' in node) return node.children.reduce((sum, child) => sum + questionsIn(child), 0)
  return node.kind === 'question' && !node.isReadOnly ? 1 : 0
}
