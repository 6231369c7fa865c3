import type { Form } from './form.ts'
import { onlyIn } from './handed.ts'
import type { Sources } from './proposal.ts'
import type { Filled } from './questionnaire.ts'
import type { Section } from './sections.ts'
import { openSession } from './session/open-session.ts'
import type { Session } from './session/session.ts'

interface On {
  response: Filled
  form: Form
  now: Temporal.ZonedDateTime
  sources: Sources
}

/** Whoever was asked for one section sees no other open. */
export function withinSection(whole: Session, { section }: Filled, sections: readonly Section[]): Session {
  const [only] = sections
  if (section === null) return whole
  // In another version, or after other answers, there may be nothing to ask in it.
  return only ? onlyIn(whole, only) : { ...whole, open: () => undefined, violations: () => [] }
}

/** The form on the answers of a response. */
export const sessionOn = ({ response, form, now, sources }: On, language?: string): Session =>
  openSession({
    form,
    answers: response.answers,
    now,
    startedAt: response.startedAt.toZonedDateTimeISO(now.timeZoneId),
    seed: response.seed,
    facts: sources.known,
    ...(language ? { language } : {}),
  })
