import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languages } from '../../../../shared/localized-text.ts'
import { ownWordsNote } from '../../../people/index.ts'
import type { sendBack, SendBackNeeds } from '../../actions/life/send-back.ts'
import { mayHaveForm, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors, isDecided } from '../../domain/errors.ts'
import {
  canBeDueOn,
  dueAtOf,
  reopenableSteps,
  type FormBefore,
  type SendingBack,
} from '../../domain/sent-back.ts'
import type { ApplicationForms } from '../applying/application-forms.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import { questionsView, sendingPreview } from './sending-back-views.ts'
import { coreLine, formAskedLines, type AskedLine } from './sent-back-views.ts'
import { sentBackText } from './sent-back-text.ts'

export interface SendingBackSceneNeeds extends SendBackNeeds {
  forms: ApplicationForms
  copies: CardCopies
}

/** An application that somebody is sending back, with what they have chosen so far. */
export interface SendingBackScene {
  activity: Activity
  application: Application
  chosen: SendingBack
}

export type SendingBackScenes = ReturnType<typeof sendingBackScenes>

/** What is chosen for an application that is sent back, kept step by step, and what stands on the screens about it. */
export function sendingBackScenes(needs: SendingBackSceneNeeds, act: ReturnType<typeof sendBack>) {
  const { applications, people, clock, sentBacks, forms, copies } = needs
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  /** With what has been chosen so far; what was decided meanwhile shows its card with who was faster. */
  async function opened(
    chat: Chat,
    applicationId: number,
    go: (scene: SendingBackScene) => Promise<unknown>,
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

  async function withDay(chat: Chat, scene: SendingBackScene, dueOn: Temporal.PlainDate): Promise<Message> {
    if (!canBeDueOn(scene.activity, dueOn, clock.now())) throw activityErrors.dueDayPast()
    const chosen = await keep(chat, { ...scene.chosen, dueOn })
    return preview(chat, { ...scene, chosen })
  }

  async function questions(chat: Chat, scene: SendingBackScene, offset: number): Promise<Message> {
    const lines = await linesOf(chat.words, scene)
    return questionsView(chat.words, await named(scene), lines, Math.max(offset, 0))
  }

  /** What can be asked again: the core, then what was answered in the form. */
  async function linesOf(words: Words, { activity, application }: SendingBackScene): Promise<AskedLine[]> {
    const shown = mayHaveForm(activity) ? await forms.shown(application.id) : undefined
    const form = shown?.(words)
    return [
      ...reopenableSteps(activity).map((step) => coreLine(words, step, application.answers)),
      // What was closed before everything was answered is kept as it is.
      ...(form && !form.note ? formAskedLines(form) : []),
    ]
  }

  /** How the form's questions that are asked again stand, in every language: they are shown beside the new answers. */
  async function formBefore({ activity, application, chosen }: SendingBackScene): Promise<FormBefore> {
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
  async function preview(chat: Chat, scene: SendingBackScene): Promise<Message> {
    const { activity, application, chosen } = scene
    const theirs = (await people.languageOf(application.personId)) ?? chat.viewer.language
    const { asked, sentence, dueOn } = chosen
    const said = {
      ...{ asked, sentence, before: application.answers, formBefore: await formBefore(scene) },
      dueAt: dueOn ? dueAtOf(activity, dueOn) : clock.now(),
    }
    const zone = await people.zoneOf(application.personId)
    const message = sentBackText(people.wordsIn(theirs), activity, application, said, zone)
    const shown = await named(scene)
    const note = sentence === null ? [] : ownWordsNote(chat.words, { name: shown.name, reads: theirs })
    return sendingPreview(chat.words, shown, { message, note })
  }

  async function named(scene: SendingBackScene) {
    return { ...scene, name: await nameOf(scene.application.id) }
  }

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }

  return { opened, keep, withDay, questions, linesOf, formBefore, preview, named, nameOf }
}
