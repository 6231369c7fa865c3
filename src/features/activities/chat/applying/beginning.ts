import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import type { answering } from '../../actions/answer-step.ts'
import { resumeApplication, startApplication, type Begun } from '../../actions/start-application.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import type { Applying } from './applying.ts'

export interface BeginningNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
  filling: Pick<ReturnType<typeof answering>, 'standing'>
  sitting: Applying
  beginForColleague(activityId: number, byPersonId: number): Promise<Begun>
  /** The card of an activity, for whoever has applied already. */
  cardOf(chat: Chat, activity: Activity): Promise<Message>
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
}

/** The ways into filling in an application: a new one, one for a colleague, or one that was laid aside. */
export function beginningToApply(needs: BeginningNeeds) {
  const { activities, people, filling, sitting, cardOf } = needs
  const start = startApplication(needs)
  const resumeDraft = resumeApplication(needs)

  async function begin(chat: Chat, activityId: number): Promise<void> {
    const { application, isDoubled } = await start(activityId, await people.becomePerson(chat.viewer))
    if (isDoubled) return
    if (application.state === 'draft') {
      // A draft that nobody has touched yet.
      if (application.revision === 0 && application.answers.position)
        chat.tell({ text: chat.words('activities:steps.reused') })
      await needs.pauseOthers(chat)
      return sitting.sitDown(chat, application.id)
    }
    const activity = await activities.read(activityId)
    if (activity) chat.turn(await cardOf(chat, activity))
  }

  async function resume(chat: Chat, applicationId: number): Promise<void> {
    const draft = await resumeDraft(applicationId, await people.becomePerson(chat.viewer))
    await needs.pauseOthers(chat)
    await sitting.sitDown(chat, draft.id)
  }

  async function beginForColleague(chat: Chat, activityId: number): Promise<void> {
    const { application, isDoubled } = await needs.beginForColleague(
      activityId,
      await people.becomePerson(chat.viewer),
    )
    if (isDoubled) return
    await needs.pauseOthers(chat)
    await sitting.sitDown(chat, application.id)
  }

  /** What `/help` says meanwhile. */
  async function help({ words }: Chat, applicationId: number): Promise<string> {
    const { application } = await filling.standing(applicationId)
    const activity = await activities.read(application.activityId)
    return words('activities:steps.help', { title: activity ? titleOf(activity, words.language) : '' })
  }

  return { begin, resume, beginForColleague, help }
}
