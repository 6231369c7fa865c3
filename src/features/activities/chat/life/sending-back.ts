import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { languages } from '../../../../shared/localized-text.ts'
import { readDate } from '../../../../shared/typed-date.ts'
import { sendBack, type SendBackNeeds } from '../../actions/life/send-back.ts'
import { mayHaveForm, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors, isDecided } from '../../domain/errors.ts'
import {
  canBeDueOn,
  dueAtOf,
  proposedDays,
  readSentence,
  reopenableSteps,
  type FormBefore,
  type SendingBack,
} from '../../domain/sent-back.ts'
import type { ApplicationForms } from '../application-forms.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../card-copies.ts'
import { following, type FollowingNeeds } from './following.ts'
import { dayView, questionsView, sendingPreview } from './sending-back-views.ts'
import { coreLine, formAskedLines, type AskedLine } from './sent-back-views.ts'
import { sentBackText } from './sent-back-text.ts'

export interface SendingBackNeeds extends SendBackNeeds, FollowingNeeds {
  forms: ApplicationForms
  copies: CardCopies
}

const [dayQuestion, whyQuestion] = ['sendback-day', 'sendback-why']

/** An application is sent back: which questions, until when, why if one likes, a look at the message, and then it goes. */
export function sendingBack(needs: SendingBackNeeds): Composer<Chat> {
  const { applications, people, clock, sentBacks, forms, copies } = needs
  const act = sendBack(needs)
  const follow = following(needs)
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.askSendBack.pattern, async (chat) => {
    const { applicationId, offset } = buttons.askSendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => chat.turn(await questions(chat, scene, offset)))
  })
  composer.callbackQuery(buttons.tickSendBack.pattern, async (chat) => {
    const { applicationId, step, offset } = buttons.tickSendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => {
      const all = (await linesOf(chat.words, scene)).map((line) => line.step)
      const asked = all.filter((one) => (one === step) !== scene.chosen.asked.includes(one))
      const chosen = await keep(chat, { ...scene.chosen, asked })
      chat.turn(await questions(chat, { ...scene, chosen }, offset))
    })
  })
  composer.callbackQuery(buttons.daySendBack.pattern, async (chat) => {
    const { applicationId } = buttons.daySendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) =>
      chat.turn(dayView(chat.words, await named(scene), proposedDays(scene.activity, clock.now()))),
    )
  })
  composer.callbackQuery(buttons.chooseSendBackDay.pattern, async (chat) => {
    const { applicationId, day } = buttons.chooseSendBackDay.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => chat.turn(await withDay(chat, scene, dayIn(day))))
  })
  composer.callbackQuery(buttons.typeSendBackDay.pattern, async (chat) => {
    const { applicationId } = buttons.typeSendBackDay.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, () => people.questions.ask(chat, dayQuestion, String(applicationId)))
  })
  composer.callbackQuery(buttons.writeSendBack.pattern, async (chat) => {
    const { applicationId } = buttons.writeSendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, () => people.questions.ask(chat, whyQuestion, String(applicationId)))
  })
  composer.callbackQuery(buttons.sendBack.pattern, async (chat) => {
    const { applicationId } = buttons.sendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => {
      const decided = await act.send(applicationId, by(chat), await formBefore(scene))
      const isTold = await follow(decided)
      await copies.showChanged(chat, decided.application, decided.activity)
      const said = isTold ? 'life:sentBack.sent' : 'life:sentBack.sentUntold'
      chat.toast(chat.words.plain(said, { name: await nameOf(applicationId) }), !isTold)
    })
  })

  people.questions.add({
    name: dayQuestion,
    async prompt(chat, about) {
      return { text: chat.words('life:sentBack.askDay', { name: await nameOf(Number(about)) }) }
    },
    async answer(chat, text, about) {
      await opened(chat, Number(about), async (scene) => {
        const today = clock.now().toZonedDateTimeISO(scene.activity.timeZone).toPlainDate()
        const read = readDate(text, chat.words.language, today)
        if (read.kind === 'date' && canBeDueOn(scene.activity, read.date, clock.now()))
          return chat.tell(await withDay(chat, scene, read.date))
        chat.tell({ text: chat.words('life:sentBack.dayUnread') })
        return people.questions.ask(chat, dayQuestion, about)
      })
    },
  })
  people.questions.add({
    name: whyQuestion,
    async prompt(chat, about) {
      return { text: chat.words('life:sentBack.askWhy', { name: await nameOf(Number(about)) }) }
    },
    async answer(chat, text, about) {
      await opened(chat, Number(about), async (scene) => {
        try {
          const chosen = await keep(chat, { ...scene.chosen, sentence: readSentence(text) })
          chat.tell(await preview(chat, { ...scene, chosen }))
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          chat.tell({ text: `⚠️ ${chat.words(error)}` })
          await people.questions.ask(chat, whyQuestion, about)
        }
      })
    },
  })
  return composer

  /** With what has been chosen so far; what was decided meanwhile shows its card with who was faster. */
  async function opened(
    chat: Chat,
    applicationId: number,
    go: (scene: Scene) => Promise<unknown>,
  ): Promise<void> {
    try {
      const found = await act.sendable(applicationId, by(chat))
      await go({ ...found, chosen: await sentBacks.chosenBy(by(chat), applicationId) })
    } catch (error) {
      const application = isDecided(error) ? await applications.read(applicationId) : undefined
      const activity = application && (await needs.activities.read(application.activityId))
      if (!isDecided(error) || !activity) throw error
      if (!chat.callbackQuery) return void chat.tell({ text: chat.words(error) })
      await copies.show(chat, application, activity)
      chat.toast(chat.words.plain(error), !error.isDone)
    }
  }

  async function keep(chat: Chat, chosen: SendingBack): Promise<SendingBack> {
    await sentBacks.choose(by(chat), chosen)
    return chosen
  }

  async function withDay(chat: Chat, scene: Scene, dueOn: Temporal.PlainDate): Promise<Message> {
    if (!canBeDueOn(scene.activity, dueOn, clock.now())) throw activityErrors.dueDayPast()
    const chosen = await keep(chat, { ...scene.chosen, dueOn })
    return preview(chat, { ...scene, chosen })
  }

  async function questions(chat: Chat, scene: Scene, offset: number): Promise<Message> {
    const lines = await linesOf(chat.words, scene)
    return questionsView(chat.words, await named(scene), lines, Math.max(offset, 0))
  }

  /** What can be asked again: the core, then what was answered in the form. */
  async function linesOf(words: Words, { activity, application }: Scene): Promise<AskedLine[]> {
    const shown = mayHaveForm(activity) ? await forms.shown(application.id) : undefined
    const form = shown?.(words)
    return [
      ...reopenableSteps(activity).map((step) => coreLine(words, step, application.answers)),
      // What was closed before everything was answered is kept as it is.
      ...(form && !form.note ? formAskedLines(form) : []),
    ]
  }

  /** How the form's questions that are asked again stand, in every language: they are shown beside the new answers. */
  async function formBefore({ activity, application, chosen }: Scene): Promise<FormBefore> {
    const shown = mayHaveForm(activity) ? await forms.shown(application.id) : undefined
    if (!shown) return {}
    const inLanguage = (words: Words) =>
      Object.fromEntries(
        formAskedLines(shown(words))
          .filter(({ step }) => chosen.asked.includes(step))
          .map(({ step, label, value }) => [step, { label, value }]),
      )
    return Object.fromEntries(languages.map((language) => [language, inLanguage(people.wordsIn(language))]))
  }

  /** In the language in which the person will read it. */
  async function preview(chat: Chat, scene: Scene): Promise<Message> {
    const { activity, application, chosen } = scene
    const theirs = (await people.languageOf(application.personId)) ?? chat.viewer.language
    const { asked, sentence, dueOn } = chosen
    const said = {
      ...{ asked, sentence, before: application.answers, formBefore: await formBefore(scene) },
      dueAt: dueOn ? dueAtOf(activity, dueOn) : clock.now(),
    }
    const message = sentBackText(people.wordsIn(theirs), activity, application, said)
    return sendingPreview(chat.words, await named(scene), message)
  }

  async function named(scene: Scene) {
    return { ...scene, name: await nameOf(scene.application.id) }
  }

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }
}

interface Scene {
  activity: Activity
  application: Application
  chosen: SendingBack
}

/** The day that a button carries; a forged one is refused like a stale one. */
function dayIn(text: string): Temporal.PlainDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw staleButton()
  return Temporal.PlainDate.from(text)
}
