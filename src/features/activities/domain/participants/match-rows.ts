import type { ParticipantRow } from '../workbook/activity-workbook.ts'
import type { Applicant } from './applicant.ts'
import { isLikeName, isSameFirm, mayBeNamed, nameKey, wordsOf } from './same-name.ts'
import { concerned } from '../life-cycle.ts'

/** Why nobody was guessed for a row. */
export type DoubtCode =
  | 'W_PARTICIPANT_NUMBER'
  | 'W_PARTICIPANT_GONE'
  | 'W_PARTICIPANT_OTHER'
  | 'W_PARTICIPANT_SEVERAL'
  | 'W_PARTICIPANT_SIMILAR'
  | 'W_PARTICIPANT_TWICE'

/** A row that is left to a human, with those it may mean. */
export interface Doubt {
  code: DoubtCode
  row: ParticipantRow
  applicants: readonly Applicant[]
  /** The row that means the same person. */
  otherRow?: number
}

/** What became of the rows of a list. */
export interface Matched {
  found: { row: ParticipantRow; applicant: Applicant }[]
  /** Rows of whom nobody has applied yet. */
  waiting: ParticipantRow[]
  doubts: Doubt[]
}

type Outcome =
  | { kind: 'found'; applicant: Applicant }
  | { kind: 'nobody'; similar: readonly Applicant[] }
  | { kind: 'doubt'; code: DoubtCode; applicants: readonly Applicant[] }

/**
 * Finds whose row is whose: by number; without one by phone, e-mail, or name and firm. What could be two people's, or
 * somebody else's than it says, is left to a human; what is nobody's yet waits, with a word if somebody is called alike.
 */
export function matchRows(rows: readonly ParticipantRow[], applicants: readonly Applicant[]): Matched {
  const find = finder(applicants)
  const matched: Matched = { found: [], waiting: [], doubts: [] }
  for (const row of rows) {
    const outcome = find(row)
    if (outcome.kind === 'found') matched.found.push({ row, applicant: outcome.applicant })
    else if (outcome.kind === 'doubt') matched.doubts.push({ row, ...outcome })
    else {
      matched.waiting.push(row)
      if (outcome.similar.length > 0)
        matched.doubts.push({ code: 'W_PARTICIPANT_SIMILAR', row, applicants: outcome.similar })
    }
  }
  return withoutTwice(matched)
}

function finder(applicants: readonly Applicant[]): (row: ParticipantRow) => Outcome {
  const live = applicants.filter(({ state }) => concerned.includes(state))
  const byNumber = new Map(applicants.map((one) => [one.number, one]))
  const byPhone = grouped(live, ({ phones }) => phones)
  const byEmail = grouped(live, ({ emails }) => emails.map((email) => email.toLowerCase()))
  const byName = grouped(live, ({ name }) => [nameKey(name)])
  const byWord = grouped(live, ({ name }) => wordsOf(name))

  const numbered = (number: string, { name }: ParticipantRow): Outcome => {
    const applicant = byNumber.get(number)
    if (!applicant) return { kind: 'doubt', code: 'W_PARTICIPANT_NUMBER', applicants: [] }
    if (!concerned.includes(applicant.state))
      return { kind: 'doubt', code: 'W_PARTICIPANT_GONE', applicants: [applicant] }
    return theirs(applicant, name)
  }

  const similarTo = (name: string): Applicant[] =>
    [...new Set(wordsOf(name).flatMap((word) => byWord.get(word) ?? []))].filter((one) =>
      isLikeName(name, one.name),
    )

  return (row) => {
    const { application, phone, email, name, firm } = row
    if (application !== null) return numbered(application, row)
    const reached = [
      ...(phone === null ? [] : (byPhone.get(phone) ?? [])),
      ...(email === null ? [] : (byEmail.get(email.toLowerCase()) ?? [])),
    ]
    const named = name === null ? [] : (byName.get(nameKey(name)) ?? [])
    const [first, ...others] = narrowed([...new Set(reached)], named)
    if (first && others.length === 0) return theirs(first, name)
    if (first) return { kind: 'doubt', code: 'W_PARTICIPANT_SEVERAL', applicants: [first, ...others] }
    const [only, ...more] = named.filter((one) => isSameFirm(one.firm, firm))
    if (only && more.length === 0) return { kind: 'found', applicant: only }
    if (only) return { kind: 'doubt', code: 'W_PARTICIPANT_SEVERAL', applicants: [only, ...more] }
    return { kind: 'nobody', similar: name === null ? [] : similarTo(name) }
  }
}

/** Of several with one phone, as colleagues have it, the one of that name. */
const narrowed = (reached: Applicant[], named: readonly Applicant[]): Applicant[] => {
  const both = reached.filter((one) => named.includes(one))
  return reached.length > 1 && both.length === 1 ? both : reached
}

/** A sheet sorted by one column only puts numbers beside other people's names; a name that is only spelt otherwise is theirs. */
const theirs = (applicant: Applicant, name: string | null): Outcome =>
  name === null || mayBeNamed(name, applicant.name)
    ? { kind: 'found', applicant }
    : { kind: 'doubt', code: 'W_PARTICIPANT_OTHER', applicants: [applicant] }

/** Two rows that mean one person contradict each other: neither is taken. */
function withoutTwice({ found, waiting, doubts }: Matched): Matched {
  const rows = Map.groupBy(found, ({ applicant }) => applicant.applicationId)
  const twice = [...rows.values()].filter((same) => same.length > 1)
  const again = twice.flatMap((same) =>
    same.slice(1).map(({ row, applicant }): Doubt => ({
      code: 'W_PARTICIPANT_TWICE',
      row,
      applicants: [applicant],
      otherRow: same[0]?.row.row ?? 0,
    })),
  )
  return {
    found: found.filter(({ applicant }) => rows.get(applicant.applicationId)?.length === 1),
    waiting,
    doubts: [...doubts, ...again],
  }
}

function grouped(
  applicants: readonly Applicant[],
  keysOf: (applicant: Applicant) => readonly string[],
): Map<string, Applicant[]> {
  const groups = new Map<string, Applicant[]>()
  for (const applicant of applicants)
    for (const key of new Set(keysOf(applicant))) {
      const group = groups.get(key)
      if (group) group.push(applicant)
      else groups.set(key, [applicant])
    }
  return groups
}
