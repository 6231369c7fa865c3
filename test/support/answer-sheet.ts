import postgres from 'postgres'
import { personSteps as steps } from '../../src/features/activities/domain/application.ts'
import type { Applicant, AskedStep, Screen } from './applicant.ts'
import type { SeededApplicant } from './seed-applicants.ts'

/** What went wrong for how many updates (`stuck`: for how many people). All of them should be 0. */
export interface Verdict {
  /** Updates that were never applied. */
  lost: number
  /** Updates that were applied twice. */
  doubled: number
  /** People whose dialogue does not go on. */
  stuck: number
  /** Answers that were stored for another question. */
  wrong: number
}

interface Sheet {
  round: number
  /** Updates that should have been applied to the draft so far. */
  applied: number
  typed: Partial<Record<AskedStep, string>>
  isComparing: boolean
  isDone: boolean
}

/** How many updates somebody sends in one round: a tap, and a typed answer to each question. */
export const updatesPerRound = steps.length + 1

/**
 * People who type one answer after the other, each different from every other one, and who compare at the summary what
 * the bot has stored. The draft counts its changes, so an update applied twice or never shows. Every second person is
 * quick: all answers at once, without waiting for the questions.
 */
export function answerSheets(url: string, seeded: readonly SeededApplicant[], rounds: number) {
  const sql = postgres(url, { max: 4, onnotice: () => {} })
  const applicationOf = new Map(seeded.map(({ userId, applicationId }) => [userId, applicationId]))
  const sheets = new Map<number, Sheet>()
  const verdict: Verdict = { lost: 0, doubled: 0, stuck: 0, wrong: 0 }

  const sheetOf = (userId: number): Sheet => {
    const sheet = sheets.get(userId) ?? { round: 0, applied: 0, typed: {}, isComparing: false, isDone: false }
    sheets.set(userId, sheet)
    return sheet
  }

  function answer(person: Applicant, step: AskedStep): void {
    const sheet = sheetOf(person.userId)
    // A question that comes twice, as after a crash, is not answered twice.
    if (sheet.typed[step] !== undefined) return
    const text = textFor(step, person.userId, sheet.round)
    sheet.typed[step] = text
    sheet.applied += 1
    person.type(text)
  }

  async function compare(person: Applicant, messageId: number): Promise<void> {
    const sheet = sheetOf(person.userId)
    // The summary may come twice as well.
    if (sheet.isComparing || (sheet.round > 0 && Object.keys(sheet.typed).length < steps.length)) return
    sheet.isComparing = true
    const applicationId = applicationOf.get(person.userId) ?? 0
    const [row] = await sql<{ revision: number; answers: Record<string, unknown> }[]>`
      select revision, answers from applications where id = ${applicationId}`
    verdict.lost += Math.max(sheet.applied - (row?.revision ?? 0), 0)
    verdict.doubled += Math.max((row?.revision ?? 0) - sheet.applied, 0)
    sheet.applied = row?.revision ?? 0
    const stored = storedTexts(row?.answers ?? {})
    for (const step of steps) if (sheet.round > 0 && stored[step] !== sheet.typed[step]) verdict.wrong += 1
    if (sheet.round === rounds) return void (sheet.isDone = true)
    await sql`update applications set answers = '{"notice": true}' where id = ${applicationId}`
    Object.assign(sheet, {
      round: sheet.round + 1,
      applied: sheet.applied + 1,
      typed: {},
      isComparing: false,
    })
    person.change(messageId, 'name')
  }

  return {
    verdict,
    async act(person: Applicant, screen: Screen): Promise<void> {
      if (screen.kind === 'summary') return compare(person, screen.messageId)
      const isQuick = person.userId % 2 === 0
      for (const step of isQuick ? steps : [screen.step]) answer(person, step)
    },
    isDone: (userId: number) => sheets.get(userId)?.isDone ?? false,
    close: () => sql.end(),
  }
}

const textFor = (step: AskedStep, userId: number, round: number): string => {
  const word = lettersOf(userId * 10 + round)
  const texts: Record<AskedStep, string> = {
    name: `Ada ${word}`,
    passport: `ADA ${word.toUpperCase()}`,
    position: `Head of ${word}`,
    phone: `+90532${String((userId * 10 + round) % 10_000_000).padStart(7, '0')}`,
    email: `${word.toLowerCase()}@example.com`,
    languages: 'English',
    interpreter: round % 2 === 0 ? 'Yes' : 'No',
    wishes: `To meet ${word}`,
  }
  return texts[step]
}

const lettersOf = (number: number): string =>
  `B${[...String(number)].map((digit) => 'aeioulmnrs'[Number(digit)] ?? '').join('')}`

function storedTexts(answers: Record<string, unknown>): Record<AskedStep, unknown> {
  const passport = answers['passport'] as { givenNames: string; surname: string } | undefined
  return {
    name: `${String(answers['givenNames'])} ${String(answers['surname'])}`,
    passport: `${passport?.givenNames} ${passport?.surname}`,
    position: answers['position'],
    phone: answers['phone'],
    email: answers['email'],
    languages: answers['isLanguagesDone'] === true ? 'English' : undefined,
    interpreter: answers['interpreter'] === true ? 'Yes' : 'No',
    wishes: answers['wishes'],
  }
}
