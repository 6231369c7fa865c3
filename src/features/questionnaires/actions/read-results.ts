import type { Clock } from '../../../platform/clock.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { RequestStore } from '../data/requests/request-store.ts'
import type { ResultScope, ResultStore, Rounds } from '../data/results/result-store.ts'
import { resultErrors } from '../domain/results/result-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import { mergeVersions, type Merged } from '../domain/results/merge-versions.ts'
import { resultAccess } from '../domain/results/result-access.ts'
import type { ResultAccess, ResultFrame, ResultNumbers, ResultRow } from '../domain/results/result-set.ts'
import type { DeskRights } from './desk-rights.ts'

export interface ReadResultsNeeds {
  questionnaires: Pick<QuestionnaireStore, 'update'>
  results: ResultStore
  requests: RequestStore
  rights: DeskRights
  clock: Clock
  homeTimeZone: string
}

export type ReadResults = ReturnType<typeof readResults>

/** The results of a questionnaire as they are being read. */
export interface OpenResults {
  readonly frame: ResultFrame
  /** Where the answers of each version are, for whoever reads them without the rows. */
  readonly places: Merged['places']
  readonly scope: ResultScope
  readonly submitted: number
  /** A slice at a time, so that long work can stop in between and others are served. */
  rows(): AsyncGenerator<ResultRow[], void>
  /** Whose they are; of anonymous ones nobody is known. */
  persons(): Promise<number[]>
}

/** Reads what was handed in, for whoever runs the questionnaire, as far as it may be shown. */
export function readResults(needs: ReadResultsNeeds) {
  const { questionnaires, results, requests, rights, clock, homeTimeZone } = needs

  /**
   * Everything, or what belongs to the activities somebody runs. Anonymous answers are told together: whoever does not run
   * all of its activities sees none of them.
   */
  async function looked(
    personId: number | null,
    questionnaireId: number,
  ): Promise<{ questionnaire: Questionnaire; scope: ResultScope }> {
    const questionnaire = await rights.theirs(personId, questionnaireId)
    if (questionnaire.isAnonymous) await rights.checkEach(personId, questionnaireId)
    const within = await rights.reached(personId, questionnaireId)
    return { questionnaire, scope: within === 'everywhere' ? undefined : within }
  }

  async function merged(questionnaire: Questionnaire): Promise<Merged> {
    const [newest, ...others] = await results.versions(questionnaire)
    if (!newest) throw questionnaireErrors.unknown()
    return mergeVersions(questionnaire, [newest, ...others])
  }

  async function open(
    personId: number | null,
    questionnaireId: number,
    wanted?: Rounds,
  ): Promise<OpenResults> {
    const { questionnaire, scope } = await looked(personId, questionnaireId)
    const rounds = wanted ?? questionnaire.round
    const counted = await results.count(questionnaire, scope, rounds)
    const submitted = rounds === 'all' ? counted.ever : counted.submitted
    const access = resultAccess(questionnaire, submitted, clock.now())
    if (access.kind !== 'shown') throw resultErrors.notShown(access, submitted)
    const together = await merged(questionnaire)
    return {
      ...{ ...together, scope, submitted },
      rows: () => results.rows(questionnaire, together, { scope, rounds }),
      persons: () =>
        questionnaire.isAnonymous ? Promise.resolve([]) : results.persons(questionnaire, scope, rounds),
    }
  }

  return {
    /** The round that is under way, unless another is wanted. Refuses whoever does not run the questionnaire, and what may not be shown (yet). Whoever shows what is in it says so. */
    open,

    /** The rounds in which somebody has handed in, the newest first. */
    async rounds(personId: number | null, questionnaireId: number) {
      const { questionnaire, scope } = await looked(personId, questionnaireId)
      return { questionnaire, rounds: await results.rounds(questionnaire, scope) }
    },

    /** Notes of an anonymous one how many have been seen: fewer than five more are not told from them later. */
    async shown({ frame: { questionnaire }, submitted }: OpenResults): Promise<void> {
      if (questionnaire.isAnonymous && questionnaire.shownOf !== submitted)
        await questionnaires.update(questionnaire.id, { shownOf: submitted })
    },

    /** Where it stands, whether or not there is anything to be shown. */
    async numbers(
      personId: number | null,
      questionnaireId: number,
    ): Promise<{ questionnaire: Questionnaire; numbers: ResultNumbers; access: ResultAccess }> {
      const { questionnaire, scope } = await looked(personId, questionnaireId)
      const { submitted, ever, lastAt } = await results.count(questionnaire, scope, questionnaire.round)
      const { scope: of } = questionnaire
      const within = await rights.within(personId)
      // What is a firm's is asked of several people and answered once.
      const {
        asked,
        opened,
        begun,
        submitted: answered,
      } = of === 'firm'
        ? await requests.firmProgress(questionnaireId, within)
        : await requests.progress(questionnaireId, within)
      return {
        questionnaire,
        access: resultAccess(questionnaire, submitted, clock.now()),
        numbers: {
          ...{ of, submitted, ever, answered, asked: asked + opened + begun + answered },
          lastOn: lastAt?.toZonedDateTimeISO(homeTimeZone).toPlainDate(),
        },
      }
    },
  }
}
