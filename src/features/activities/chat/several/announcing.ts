import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readMoment } from '../../../../shared/typed-moment.ts'
import { announceDecisions, type AnnounceNeeds } from '../../actions/life/announce-decisions.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { seatsHeld } from '../../domain/seats.ts'
import { announcingMoments, type AnnouncedOne } from '../../domain/staging.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import type { TellOutcome } from '../deciding/tell-outcome.ts'
import { resultLines } from './results-view.ts'
import { announceQuestion, keptView, momentQuestion, type KeptScene } from './staging-views.ts'

export interface AnnouncingNeeds extends Omit<AnnounceNeeds, 'tell'> {
  copies: CardCopies
  coordinators: Pick<Coordinators, 'hearOfActivity'>
  tellOutcome: TellOutcome
}

const question = 'announce-at'
const usualTime = Temporal.PlainTime.from('10:00')

/** What was decided and kept is announced to everybody, at once or at a chosen moment. */
export function announcingChat(needs: AnnouncingNeeds) {
  const { applications, people, clock, staging, moments, copies, coordinators } = needs
  const act = announceDecisions({
    ...needs,
    async tell(decided, { outcome, rejection }) {
      const isTold = await needs.tellOutcome({ ...decided, ...(outcome === 'rejected' ? { rejection } : {}) })
      await copies.refresh(decided.application, decided.activity)
      return isTold
    },
  })
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.keptDecisions.pattern, async (chat) => {
    const { activityId, offset } = buttons.keptDecisions.unpack(chat.callbackQuery.data)
    const activity = await needs.theirs(activityId, by(chat))
    await copies.leave(chat)
    chat.turn(await kept(chat.words, activity, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.askAnnounce.pattern, async (chat) => {
    const { activityId } = buttons.askAnnounce.unpack(chat.callbackQuery.data)
    const activity = await needs.theirs(activityId, by(chat))
    chat.turn(announceQuestion(chat.words, await sceneOf(activity)))
  })
  composer.callbackQuery(buttons.announceNow.pattern, async (chat) => {
    const { activityId } = buttons.announceNow.unpack(chat.callbackQuery.data)
    await act.now(activityId, by(chat))
    const done = await act.goOn(activityId)
    const activity = await needs.theirs(activityId, by(chat))
    chat.turn(
      done
        ? result(chat.words, activity, done.results, await namesOf(done.results))
        : await kept(chat.words, activity, 0),
    )
  })
  composer.callbackQuery(buttons.askAnnounceMoment.pattern, async (chat) => {
    const { activityId } = buttons.askAnnounceMoment.unpack(chat.callbackQuery.data)
    const activity = await needs.theirs(activityId, by(chat))
    chat.turn(momentQuestion(chat.words, activity, announcingMoments(activity, clock.now())))
  })
  composer.callbackQuery(buttons.announceAt.pattern, async (chat) => {
    const { activityId, day, hour } = buttons.announceAt.unpack(chat.callbackQuery.data)
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || hour < 0 || hour > 23) throw staleButton()
    const at = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from({ hour }))
    chat.turn(await planned(chat, activityId, at))
  })
  composer.callbackQuery(buttons.typeAnnounceMoment.pattern, async (chat) => {
    const { activityId } = buttons.typeAnnounceMoment.unpack(chat.callbackQuery.data)
    await needs.theirs(activityId, by(chat))
    await people.questions.ask(chat, question, String(activityId))
  })
  composer.callbackQuery(buttons.callOffAnnouncing.pattern, async (chat) => {
    const { activityId } = buttons.callOffAnnouncing.unpack(chat.callbackQuery.data)
    const activity = await act.callOff(activityId, by(chat))
    chat.turn(await kept(chat.words, activity, 0))
  })
  people.questions.add({
    name: question,
    prompt: (chat) => Promise.resolve({ text: chat.words('several:announce.write') }),
    async answer(chat, text, about) {
      const activity = await needs.theirs(Number(about), by(chat))
      const now = clock.now().toZonedDateTimeISO(activity.timeZone).toPlainDateTime()
      const [at, other] = readMoment(text, { language: chat.words.language, now, usualTime })
      if (at && !other && Temporal.PlainDateTime.compare(at, now) > 0)
        return chat.tell(await planned(chat, activity.id, at))
      chat.tell({ text: chat.words('several:announce.unread') })
      return people.questions.ask(chat, question, about)
    },
  })

  async function planned(chat: Chat, activityId: number, at: Temporal.PlainDateTime): Promise<Message> {
    const { timeZone } = await needs.theirs(activityId, by(chat))
    const activity = await act.planAt(activityId, by(chat), at.toZonedDateTime(timeZone).toInstant())
    return kept(chat.words, activity, 0)
  }

  async function sceneOf(activity: Activity): Promise<Omit<KeptScene, 'rows'>> {
    const { id, perFirm } = activity
    return {
      activity,
      counts: await staging.countOf(id),
      seated: seatsHeld((await applications.countByState([id])).get(id)),
      firms: perFirm === null ? [] : await staging.firmsBeyond(id, perFirm),
      dueAt: await moments.dueOfActivity(id, 'announce'),
      offset: 0,
      isUnderWay: ((await staging.announcing(id))?.results.length ?? 0) > 0,
    }
  }

  async function kept(words: Words, activity: Activity, offset: number): Promise<Message> {
    const page = await staging.ofActivity(activity.id, pageSize, offset)
    const named = await applications.namesOf(page.map(({ applicationId }) => applicationId))
    const rows = page.map(({ applicationId, outcome }) => ({
      ...{ applicationId, outcome },
      name: named.get(applicationId)?.name ?? '',
    }))
    return keptView(words, { ...(await sceneOf(activity)), rows, offset })
  }

  const namesOf = (results: readonly AnnouncedOne[]) =>
    applications.namesOf(results.map(({ applicationId }) => applicationId))

  function result(
    words: Words,
    activity: Activity,
    results: readonly AnnouncedOne[],
    named: ReadonlyMap<number, { name: string }>,
  ): Message {
    return {
      text: [
        words('several:announce.done', { title: titleOf(activity, words.language), count: results.length }),
        resultLines(words, results, named).join('\n'),
      ].join('\n\n'),
      keyboard: [
        [
          {
            text: words.plain('activities:card.toList'),
            callback_data: buttons.listApplications.pack({
              ...{ activityId: activity.id, state: 'approved', offset: 0 },
            }),
          },
        ],
      ],
    }
  }

  return {
    composer,

    /** The moment has come, or the next of many are due; coordinators hear what has become of all. */
    async goOn(activityId: number): Promise<void> {
      const done = await act.goOn(activityId)
      if (!done) return
      const { activity, results } = done
      if (results.length === 0) return
      const named = await namesOf(results)
      await coordinators.hearOfActivity(activity, (words) => result(words, activity, results, named))
    },
  }
}
