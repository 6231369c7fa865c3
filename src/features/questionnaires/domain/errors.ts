import { shortenedTo } from '../../../shared/clean-text.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { NotOpen } from './questionnaire.ts'

const refusal =
  (name: string) =>
  (details: Record<string, string | number> = {}) =>
    new DomainError(`questionnaires:errors.${name}`, details)

/** What was wanted has been done before: a short note says so. */
const done = (name: string) => () => new DomainError(`questionnaires:errors.${name}`, {}, { isDone: true })

/** The rules of this room that can say no. Sentences: `locales/<language>/questionnaires.json`. */
export const questionnaireErrors = {
  unknown: refusal('unknown'),
  /** A tap beside the days of a calendar. */
  noDayThere: done('noDayThere'),
  notOpen: (because: NotOpen) => refusal(`notOpen.${because}`)(),
  versionTaken: (version: string) => refusal('versionTaken')({ version, next: versionAfter(version) }),
  promiseChanged: (before: 'anonymous' | 'named') => refusal(`promiseChanged.${before}`)(),
  notYours: refusal('notYours'),
  withColleague: refusal('withColleague'),
  /** A colleague was asked for this section, or for one that is still open. */
  sectionWithColleague: refusal('sectionWithColleague'),
  /** Whoever asked for it has taken it back, or has handed everything in. */
  sectionTakenBack: refusal('sectionTakenBack'),
  nothingToHand: refusal('nothingToHand'),
  /** A coordinator fills it in for them at this moment. */
  withCoordinator: refusal('withCoordinator'),
  /** There is nothing to confirm: it is one's own, or an older one. */
  notToConfirm: refusal('notToConfirm'),
  notForYou: (purpose: 'approved' | 'applicant') => refusal(`notForYou.${purpose}`)(),
  answered: done('answered'),
  paused: done('paused'),
  submitted: done('submitted'),
  noEditing: refusal('noEditing'),
  /** A new round has begun since. */
  formerRound: refusal('formerRound'),
  required: refusal('required'),
  /** The coordinator's own words, which are no key of ours. */
  said: (message: string) => refusal('said')({ message }),
  notAccepted: refusal('notAccepted'),
  chooseOne: refusal('chooseOne'),
  noChoice: (typed: string) => refusal('noChoice')({ typed: shortenedTo(typed, 80) }),
  rankAll: refusal('rankAll'),
  noNumber: refusal('noNumber'),
  noWholeNumber: refusal('noWholeNumber'),
  outOfRange: (start: number, end: number) => refusal('outOfRange')({ start, end }),
  noDate: refusal('noDate'),
  noMonth: refusal('noMonth'),
  noYear: refusal('noYear'),
  noTime: refusal('noTime'),
  noPlace: refusal('noPlace'),
  tooLong: (max: number) => refusal('tooLong')({ max }),
  textExpected: refusal('textExpected'),
  fileExpected: (kind: 'image' | 'audio' | 'video' | 'file') => refusal(`fileExpected.${kind}`)(),
  voiceIsKnown: refusal('voiceIsKnown'),
  fileTooLarge: (megabytes: number) => refusal('fileTooLarge')({ megabytes }),
}

/** `3` after `2`, `1.3` after `1.2`, `draft 2` after `draft`. */
const versionAfter = (version: string): string =>
  /\d+$/.test(version) ? version.replace(/\d+$/, (last) => String(BigInt(last) + 1n)) : `${version} 2`.trim()
