import type { Chat } from '../../../bot/context.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Message } from '../../../bot/messenger.ts'
import { nameFromTelegram, type People } from '../../people/index.ts'
import type { answering, Standing } from '../actions/answer-step.ts'
import type { Raw } from '../actions/read-answer.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import { closedBecause, titleOf } from '../domain/activity.ts'
import { isStepName, type Application, type StepName } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { noticeSubject } from '../domain/notice-subject.ts'
import { isOptional } from '../domain/steps.ts'
import { applicationQuestion } from './buttons.ts'
import { personIdOf, type TappedAnswer } from '../../../bot/drafts/draft-sitting-needs.ts'
import { draftSitting } from '../../../bot/drafts/draft-sitting.ts'
import { firmOf } from './firm-of.ts'
import { phoneLine } from './person-prompts.ts'
import { promptOf } from './prompts.ts'
import { stepView, type StepScene } from './step-view.ts'
import { summaryView } from './summary-view.ts'
import { resumeRow } from './trips-views.ts'
import { typedChoice, wordsOfLastRow } from '../../../bot/drafts/typed-words.ts'

export interface ApplyingNeeds {
  activities: ActivityStore
  people: People
  clock: Clock
  filling: ReturnType<typeof answering>
  /** Hands in the draft and tells everybody, and the sitting is over; or resolves with what has to be asked first. */
  handIn: (chat: Chat, applicationId: number) => Promise<Standing | undefined>
}

export const screenOf = (applicationId: number) => `apply:${applicationId}`

export type Applying = ReturnType<typeof applying>

/** Filling in an application, in the chat. */
export function applying({ activities, people, clock, filling, handIn }: ApplyingNeeds) {
  /** Takes an answer; a number that was shared or typed is shown as it was read. */
  async function answer(
    chat: Chat,
    standing: Standing,
    id: number,
    tapped?: TappedAnswer,
  ): Promise<Standing> {
    const raw = tapped ?? (await rawOf(chat, standing, await sceneOf(chat, standing)))
    const next = await filling.answer(id, personIdOf(chat), raw, answererOf(chat, standing))
    if (standing.step === 'phone' && raw.kind !== 'skip') showPhone(chat, next)
    return next
  }

  async function view(chat: Chat, standing: Standing, refusal?: string): Promise<Message> {
    const scene = await sceneOf(chat, standing)
    return standing.step === 'summary'
      ? summaryView({
          ...scene,
          ...(await firmOf(people, standing.application)),
          ...(refusal ? { refusal } : {}),
        })
      : stepView(standing.step, { ...scene, ...(refusal ? { refusal } : {}) })
  }

  /** Sharing a number leaves the phone's keyboard covered; the confirmation takes that away and shows what was read. */
  function showPhone(chat: Chat, { application }: Standing): void {
    const { answers } = application
    if (answers.phone === undefined || answers.phoneReadings) return
    // Underneath a tap too: the next question follows it.
    if (chat.callbackQuery) chat.leave(screenOf(application.id))
    const key = answers.isPhoneVerified
      ? 'activities:steps.phone.verified'
      : application.filledBy === null
        ? 'activities:steps.phone.unverified'
        : 'activities:steps.phone.unverifiedColleague'
    chat.tell({
      text: chat.words(key, { phone: phoneLine(chat.words, answers.phone) }),
      replyKeyboard: 'remove',
    })
  }

  async function sceneOf(chat: Chat, { application, isTrip, step }: Standing): Promise<StepScene> {
    const activity = await activities.read(application.activityId)
    if (!activity) throw activityErrors.unknown()
    const { proposedName } = answererOf(chat, { step })
    return {
      words: chat.words,
      activity,
      application,
      isTrip,
      firms: await firmsToOffer(step, application),
      ...(step === 'notice' ? { notice: await people.noticeFor(chat.words, noticeSubject(activity)) } : {}),
      ...(proposedName ? { proposedName } : {}),
    }
  }

  async function firmsToOffer(step: Standing['step'], { answers, filledBy, personId }: Application) {
    const known = step === 'firmKnown' && answers.newFirm?.perhaps
    if (known) return [await people.firms.read(known.firmId)].filter((firm) => firm !== undefined)
    if (step !== 'firm') return []
    const memberships = await people.members.membershipsOf(filledBy ?? personId)
    const own = memberships
      .filter(({ state }) => filledBy === null || state === 'member')
      .map(({ firm }) => firm)
    // Who applies for a colleague speaks for a firm of their own only.
    if (answers.firmQuery === undefined || filledBy !== null) return own
    return people.firms.search(answers.firmQuery)
  }

  return draftSitting<StepName, Standing>({
    name: 'applying',
    buttons: applicationQuestion,
    isStep: isStepName,
    filling,
    answer,
    view,
    submit: handIn,
    async endedBecause(id) {
      const { application } = await filling.standing(id)
      const activity = await activities.read(application.activityId)
      const closed =
        activity && application.state === 'draft' ? closedBecause(activity, clock.now()) : undefined
      return closed && activityErrors.notOpen(closed)
    },
    async wayBack({ words }, id) {
      const { application } = await filling.standing(id)
      const activity = await activities.read(application.activityId)
      const title = activity ? titleOf(activity, words.language) : ''
      return {
        text: words('activities:summary.waiting', { title }),
        row: resumeRow(words, application, title),
      }
    },
    coversKeyboard: ({ step, application }) => step === 'phone' && application.filledBy === null,
    screenOf,
    texts: () => ({
      paused: 'activities:steps.paused',
      discard: 'activities:summary.discard',
      confirmDiscard: 'activities:summary.confirmDiscard',
      discarded: 'activities:summary.discarded',
    }),
  })
}

/** Whose answer it is; their name in Telegram is of use where a name is asked for. */
const answererOf = ({ viewer }: Chat, { step }: Pick<Standing, 'step'>) => ({
  language: viewer.language,
  proposedName:
    step === 'name'
      ? nameFromTelegram(
          { firstName: viewer.firstName, ...(viewer.lastName ? { lastName: viewer.lastName } : {}) },
          viewer.language,
        )
      : undefined,
})

/** Here every letter counts: "Ayşe Yılmaz" is no yes to "Ayse Yilmaz". And a list of languages may be typed at once. */
const spelt: ReadonlySet<StepName> = new Set(['name', 'passport', 'languages', 'firmName'])

async function rawOf(chat: Chat, { step }: Standing, scene: StepScene): Promise<Raw> {
  if (step === 'summary') throw activityErrors.chooseOne()
  const contact = chat.message?.contact
  if (contact) {
    const isForwarded = chat.message?.forward_origin !== undefined
    return {
      kind: 'contact',
      phone: contact.phone_number,
      isOwn: contact.user_id === chat.viewer.userId && !isForwarded,
    }
  }
  const text = chat.message?.text
  if (text === undefined) throw activityErrors.textExpected()
  const { choices } = promptOf(step, scene)
  const byNumber = step === 'firm' || step === 'firmCluster' ? choices[Number(text.trim()) - 1] : undefined
  const chosen = byNumber ?? (spelt.has(step) ? undefined : typedChoice(choices, text))
  if (chosen) return { kind: 'choice', value: chosen.value }
  if (isOptional(step) && wordsOfLastRow(chat.words, text) === 'skip') return { kind: 'skip' }
  return { kind: 'text', text }
}
