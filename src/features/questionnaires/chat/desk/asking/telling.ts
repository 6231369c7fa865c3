import type { Message } from '../../../../../bot/messenger.ts'
import type { Clock } from '../../../../../platform/clock.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { outsideQuietHours } from '../../../../../shared/quiet-hours.ts'
import type { Activities } from '../../../../activities/index.ts'
import type { People } from '../../../../people/index.ts'
import type { Answering } from '../../../actions/answering.ts'
import type { StillAsked, StillAskedAction } from '../../../actions/still-asked.ts'
import type { QuestionnaireStore } from '../../../data/questionnaire-store.ts'
import type { DueRequest, RequestStore } from '../../../data/requests/request-store.ts'
import { minutesText, questionsText, sizeOf } from '../../../domain/form-size.ts'
import { nextNudgeAt } from '../../../domain/nudges.ts'
import { askedSteps, minutesFor } from '../../../domain/steps.ts'
import { requestView, type RequestedForm } from './request-view.ts'

export interface TellingNeeds {
  questionnaires: QuestionnaireStore
  requests: RequestStore
  filling: Answering
  stillAsked: StillAskedAction
  people: Pick<People, 'tell' | 'zoneOf'>
  activities: Pick<Activities, 'store'>
  clock: Clock
}

type ToTell = Extract<StillAsked, { kind: 'tell' }> & { request: DueRequest }

/** A reminder that no coordinator has just sent. */
const comesByItself = ({ told, isByHand }: DueRequest): boolean => told > 0 && !isByHand

/** Tells people what they are asked to answer, and reminds them: one message each, however many forms are open. */
export function telling(needs: TellingNeeds) {
  const { questionnaires, requests, filling, stillAsked, people, activities, clock } = needs

  async function tellPerson(personId: number, due: readonly DueRequest[]): Promise<void> {
    const zone = await people.zoneOf(personId)
    const awake = outsideQuietHours(clock.now(), zone)
    // Due in the day, and late: a server that was away does not make up for it in the night.
    if (due.every(comesByItself) && Temporal.Instant.compare(awake, clock.now()) > 0)
      return requests.postpone(
        due.map(({ id }) => id),
        awake,
      )
    const open = await stillOpen(due)
    if (open.length === 0) return
    const forms = await Promise.all(open.map((one) => formOf(one, zone)))
    await people.tell(personId, (words: Words): Message => requestView(words, forms, zone), {
      reminds: 'forms',
    })
    for (const { request, questionnaire } of open) {
      const told = request.told + (request.isByHand ? 0 : 1)
      const next = nextNudgeAt(told, clock.now(), zone)
      const isBeforeClosing =
        next && (!questionnaire.closesAt || Temporal.Instant.compare(next, questionnaire.closesAt) < 0)
      await requests.settle(request.id, { isTold: true, told, nextAt: isBeforeClosing ? next : undefined })
    }
  }

  /** What there is still to tell; whatever is answered, closed or not for them any more is settled. */
  async function stillOpen(due: readonly DueRequest[]): Promise<ToTell[]> {
    const open: ToTell[] = []
    for (const request of due) {
      const found = await stillAsked(request)
      if (found.kind === 'tell') open.push({ ...found, request })
      else
        await requests.settle(request.id, {
          isTold: false,
          told: request.told,
          nextAt: found.kind === 'wait' ? found.until : undefined,
        })
    }
    return open
  }

  async function formOf({ questionnaire, draft, request }: ToTell, zone: string): Promise<RequestedForm> {
    const { activityId } = request
    const common = {
      questionnaireId: questionnaire.id,
      activity: activityId === null ? null : ((await activities.store.read(activityId)) ?? null),
      closesAt: questionnaire.closesAt,
      isReminder: request.told > 0,
      isAnonymous: questionnaire.isAnonymous,
    }
    if (draft) {
      const standing = await filling.standing(draft.id)
      const { form, session } = standing
      const steps = askedSteps(session).filter(({ kind }) => kind === 'question')
      const left = steps.filter((step) => !session.isAnswered(step))
      return {
        ...{ ...common, form, draftId: draft.id, standing },
        ...{
          left: left.length,
          of: steps.length,
          questions: String(steps.length),
          minutes: String(minutesFor(left)),
        },
      }
    }
    const form = await questionnaires.form(questionnaire.versionId ?? 0)
    const size = sizeOf(form, clock.now().toZonedDateTimeISO(zone))
    return {
      ...common,
      form,
      left: size.questions,
      of: size.questions,
      questions: questionsText(size),
      minutes: minutesText(size),
    }
  }

  return {
    /** Tells a portion of what is due; true when there was something. */
    async tellDue(now: Temporal.Instant): Promise<boolean> {
      const due = await requests.due(now)
      for (const [personId, theirs] of Map.groupBy(due, (one) => one.personId))
        await tellPerson(personId, theirs)
      return due.length > 0
    },
  }
}
