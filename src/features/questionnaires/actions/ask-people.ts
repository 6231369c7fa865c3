import type { Attachments } from '../data/attachments.ts'
import type { Asked, RequestStore } from '../data/request-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { notOpenBecause, type Questionnaire } from '../domain/questionnaire.ts'
import type { Whom } from '../domain/whom.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { DeskRights } from './desk-rights.ts'

export interface AskPeopleNeeds {
  requests: RequestStore
  rights: DeskRights
  attachments: Attachments
  clock: Clock
}

/** Asks an audience to answer, and reminds those of it who have not. The telling itself follows, a portion at a time. */
export function askPeople({ requests, rights, attachments, clock }: AskPeopleNeeds) {
  /** One that takes answers, or will. */
  async function open(personId: number | null, questionnaireId: number): Promise<Questionnaire> {
    const questionnaire = await rights.theirs(personId, questionnaireId)
    const because = notOpenBecause(questionnaire, clock.now())
    if (because && because !== 'notYet') throw questionnaireErrors.notOpen(because)
    return questionnaire
  }

  /** Whoever runs a few activities reaches the people of those, and nobody else. */
  async function checkWhom(personId: number, whom: Whom): Promise<void> {
    await rights.checkActivity(personId, whom.kind === 'activity' ? whom.activityId : null)
  }

  /** Where the people of an activity are asked whose form it is, it is for that activity. */
  async function asked(questionnaireId: number, whom: Whom): Promise<Asked> {
    const isOne = (await attachments.of(questionnaireId)).some(
      ({ activityId }) => whom.kind === 'activity' && activityId === whom.activityId,
    )
    return { questionnaireId, activityId: isOne && whom.kind === 'activity' ? whom.activityId : null }
  }

  return {
    async sizeOf(personId: number, questionnaireId: number, whom: Whom) {
      await open(personId, questionnaireId)
      await checkWhom(personId, whom)
      return requests.sizeOf(await asked(questionnaireId, whom), whom)
    },

    /** Resolves with how many have been asked now; whoever had been asked before is not asked again. */
    async ask(personId: number, questionnaireId: number, whom: Whom): Promise<number> {
      await open(personId, questionnaireId)
      await checkWhom(personId, whom)
      return requests.ask(await asked(questionnaireId, whom), whom, personId)
    },

    async remindRest(personId: number, questionnaireId: number): Promise<number> {
      await open(personId, questionnaireId)
      const { reminded, justTold } = await requests.remindRest(questionnaireId, await rights.within(personId))
      if (reminded > 0) return reminded
      throw justTold > 0 ? formDeskErrors.justReminded() : formDeskErrors.nobodyLeft()
    },

    /** Whoever has not been told yet is not asked after all; resolves with how many those are. */
    async stopSending(personId: number, questionnaireId: number): Promise<number> {
      await rights.theirs(personId, questionnaireId)
      return requests.takeBack(questionnaireId, await rights.within(personId))
    },
  }
}
