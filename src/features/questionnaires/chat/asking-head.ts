import { joined } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { languageOf, titleIn } from '../domain/form-language.ts'
import type { Step } from '../domain/session/session.ts'
import { progressOf, sectionOf, type Asked } from '../domain/steps.ts'
import { readBefore, type Asking } from './scene.ts'

const mostSegments = 8

/** Where somebody is in the form, and what this filling in is. */
export function headOf(words: Words, standing: Asking, asked: Asked): string {
  const { session, response, questionnaire } = standing
  const inSection = standing.section
  // Whoever was asked for one section counts no others.
  const isOneOfSeveral = inSection && standing.sections.length > 1
  const { at, of, minutes } = progressOf(session, response.answers, asked, inSection?.asked)
  const segments = Math.min(of, mostSegments)
  const full = of === 0 ? 0 : Math.round((at / of) * segments)
  const section = sectionOf(session, asked)
  // A section that begins here is named above the one within it; later the innermost is enough.
  const begun = readBefore(standing, asked).filter((step) => isAround(step, asked) && step !== section)
  const around = [...begun, ...(section ? [section] : [])]
  const isFirst = response.revision <= 1 && Object.keys(response.answers).length === 0
  const heading =
    standing.frame?.head ??
    [
      words('questionnaires:ask.title', { title: titleIn(standing.form, words.language) }),
      words(isOneOfSeveral ? 'questionnaires:ask.inSection' : 'questionnaires:ask.progress', {
        ...{ at: String(at), of: String(of), minutes: String(minutes) },
        bar: '▰'.repeat(full) + '▱'.repeat(segments - full),
        section: inSection ? String(standing.sections.indexOf(inSection) + 1) : '',
        sections: String(standing.sections.length),
      }),
    ].join('\n')
  return [
    heading,
    ...around.flatMap((step) => toRead(words, standing, step)),
    ...(response.isTest ? [words('questionnaires:ask.test')] : []),
    ...(standing.forWhom ? [words('questionnaires:ask.forWhom', { name: standing.forWhom })] : []),
    ...(questionnaire.isAnonymous && isFirst ? [words('questionnaires:ask.anonymous')] : []),
  ].join('\n')
}

/** Whether something is the heading of a section that a question stands in. */
export const isAround = (step: Step, asked: Asked): boolean =>
  step.kind === 'group' && asked.path.startsWith(`${step.path}/`)

/** A heading or a note; a read-only question is one with its value. */
export function toRead(words: Words, standing: Asking, step: Step): string[] {
  const { session, form } = standing
  const language = languageOf(form, words.language)
  if (step.kind === 'group') {
    const label = session.text(step.group.label, step.path, language)
    if (label === '') return []
    return [
      step.instance === undefined
        ? words('questionnaires:ask.section', { label })
        : words('questionnaires:ask.instance', { label, number: String(step.instance) }),
    ]
  }
  if (step.kind !== 'note') return []
  const value = step.note.kind === 'question' ? session.value(step.path) : ''
  const parts = [session.text(step.note.label, step.path, language), value, hintOf(standing, step, language)]
  const said = parts.filter((part) => part !== '')
  return said.length > 0 ? [joined(said).toString()] : []
}

const hintOf = ({ session }: Asking, step: Extract<Step, { kind: 'note' }>, language: string): string =>
  session.text(step.note.hint, step.path, language)
