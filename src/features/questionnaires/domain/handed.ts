import { questionnaireErrors } from './errors.ts'
import { isWithin, openIn, type Section } from './sections.ts'
import type { Session } from './session/session.ts'
import { answerKey, type Asked } from './steps.ts'

/** A section of a firm's draft that a colleague was asked for. */
export interface Handed {
  /** The path of the group. */
  section: string
  /** `waiting`: the link has not been opened or its answers have not come back yet. */
  state: 'waiting' | 'answered'
  /** Who has opened the link; empty: nobody yet. */
  name: string
}

/** What has become of the section, if a colleague was asked for it. */
export const handedOf = (handed: readonly Handed[], { group }: Section): Handed | undefined =>
  handed.findLast(({ section }) => section === group.path)

/** Whether a colleague is answering it at the moment. */
export const isWaiting = (handed: readonly Handed[], section: Section | undefined): boolean =>
  section !== undefined && handedOf(handed, section)?.state === 'waiting'

/** The form as it stands for somebody who answers one section of it only. */
export const onlyIn = (session: Session, section: Section): Session => ({
  ...session,
  open: () => openIn(session, section),
  violations: () => session.violations().filter(({ path }) => isOfSection(section, path)),
})

/** Whether an answer belongs to a section: it stands in its group, or is asked with it. */
export const isOfSection = ({ group, asked }: Section, path: string): boolean =>
  isWithin(path.replace(/#$/, ''), group.path) || asked.some((step: Asked) => answerKey(step) === path)

/** What a colleague is answering at the moment is theirs until it comes back or is taken back. */
export function checkHanded(handed: readonly Handed[], section: Section | undefined): void {
  if (isWaiting(handed, section)) throw questionnaireErrors.sectionWithColleague()
}
