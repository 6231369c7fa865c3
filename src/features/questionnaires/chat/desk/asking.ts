import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { titleOf, type Activities, type Activity } from '../../../activities/index.ts'
import { mayCoordinateEverything, reachOf } from '../../../people/index.ts'
import type { askPeople } from '../../actions/ask-people.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import { needsSeat } from '../../actions/ports.ts'
import type { QuestionnaireStore } from '../../data/questionnaire-store.ts'
import type { RequestStore } from '../../data/request-store.ts'
import { titleIn } from '../../domain/form-language.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import { readWhom, type Whom } from '../../domain/whom.ts'
import * as buttons from '../desk-buttons.ts'
import { activitiesView, confirmView, whomView, type WhomCount } from './asking-views.ts'
import type { FormCards } from './form-cards.ts'
import { restView, unreachableView } from './rest-views.ts'

export interface AskingNeeds {
  questionnaires: QuestionnaireStore
  requests: RequestStore
  rights: DeskRights
  asking: ReturnType<typeof askPeople>
  activities: Pick<Activities, 'store'>
  cards: FormCards
  clock: Clock
  homeTimeZone: string
}

/** Sending a questionnaire to an audience, seeing who has not answered, and reminding them. */
export function askingChat(needs: AskingNeeds): Composer<Chat> {
  const { questionnaires, requests, rights, asking, activities, cards, clock, homeTimeZone } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.chooseWhom.pattern, async (chat) => {
    const { questionnaireId } = buttons.chooseWhom.unpack(chat.callbackQuery.data)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    await showAudiences(chat, questionnaire)
  })
  composer.callbackQuery(buttons.chooseOfActivity.pattern, async (chat) => {
    const { questionnaireId, activityId } = buttons.chooseOfActivity.unpack(chat.callbackQuery.data)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    if (activityId === 0) return chat.turn(activitiesView(chat.words, questionnaireId, await running(chat)))
    await showAudiences(chat, questionnaire, activityId)
  })
  composer.callbackQuery(buttons.confirmAsk.pattern, async (chat) => {
    const { questionnaireId, whom: written } = buttons.confirmAsk.unpack(chat.callbackQuery.data)
    const whom = audience(written)
    const size = await asking.sizeOf(personIdOf(chat), questionnaireId, whom)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    const title = await formTitle(chat, questionnaire)
    chat.turn(confirmView(chat.words, { ...size, questionnaireId, whom, title }))
  })
  composer.callbackQuery(buttons.askThem.pattern, async (chat) => {
    const { questionnaireId, whom } = buttons.askThem.unpack(chat.callbackQuery.data)
    const asked = await asking.ask(personIdOf(chat), questionnaireId, audience(whom))
    chat.toast(chat.words.plain('formdesk:send.done', { count: asked }))
    await showCard(chat, questionnaireId)
  })
  composer.callbackQuery(buttons.remindRest.pattern, async (chat) => {
    const { questionnaireId } = buttons.remindRest.unpack(chat.callbackQuery.data)
    const reminded = await asking.remindRest(personIdOf(chat), questionnaireId)
    chat.toast(chat.words.plain('formdesk:send.reminded', { count: reminded }))
    await showCard(chat, questionnaireId)
  })
  composer.callbackQuery(buttons.whoHasNot.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.whoHasNot.unpack(chat.callbackQuery.data)
    await rights.theirs(chat.viewer.personId, questionnaireId)
    const from = Math.max(offset, 0)
    const rows = await requests.rest(questionnaireId, { offset: from, limit: restLimit })
    const { asked, opened, begun } = await requests.progress(questionnaireId)
    const scene = { questionnaireId, rows, offset: from, limit: restLimit, total: asked + opened + begun }
    chat.turn(restView(chat.words, scene))
  })
  composer.callbackQuery(buttons.stopSending.pattern, async (chat) => {
    const { questionnaireId } = buttons.stopSending.unpack(chat.callbackQuery.data)
    const spared = await asking.stopSending(personIdOf(chat), questionnaireId)
    chat.toast(chat.words.plain('formdesk:send.stopped', { count: spared }))
    await showCard(chat, questionnaireId)
  })
  composer.callbackQuery(buttons.whoIsUnreachable.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.whoIsUnreachable.unpack(chat.callbackQuery.data)
    await rights.theirs(chat.viewer.personId, questionnaireId)
    const from = Math.max(offset, 0)
    const rows = await requests.unreachable(questionnaireId, { offset: from, limit: restLimit })
    const { unreachable: total } = await requests.progress(questionnaireId)
    chat.turn(unreachableView(chat.words, { questionnaireId, rows, offset: from, limit: restLimit, total }))
  })
  composer.callbackQuery(buttons.stopAsking.pattern, async (chat) => {
    const { questionnaireId } = buttons.stopAsking.unpack(chat.callbackQuery.data)
    await requests.stop(personIdOf(chat), questionnaireId === 0 ? undefined : questionnaireId)
    chat.toast(chat.words.plain('formdesk:ask.stopped'), true)
  })
  return composer

  async function showCard(chat: Chat, questionnaireId: number): Promise<void> {
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    chat.turn(await cards.card(chat.words, questionnaire))
  }

  async function showAudiences(chat: Chat, questionnaire: Questionnaire, chosen?: number): Promise<void> {
    const activityId = questionnaire.activityId ?? chosen
    const activity = activityId === undefined ? undefined : await activities.store.read(activityId)
    const grants = await rights.grantsOf(chat.viewer.personId)
    const whoms = [
      ...(activity ? ofActivity(questionnaire, activity) : []),
      ...(questionnaire.activityId === null && !activity && mayCoordinateEverything(grants)
        ? everywhere
        : []),
    ]
    const sized: WhomCount[] = []
    for (const whom of whoms)
      sized.push({ whom, ...(await asking.sizeOf(personIdOf(chat), questionnaire.id, whom)) })
    chat.turn(
      whomView(chat.words, {
        questionnaireId: questionnaire.id,
        title: await formTitle(chat, questionnaire),
        activity: activity && titleOf(activity, chat.words.language),
        sized,
        mayChooseActivity: questionnaire.activityId === null && !activity,
      }),
    )
  }

  async function running(chat: Chat): Promise<{ id: number; title: string }[]> {
    const reach = reachOf(await rights.grantsOf(chat.viewer.personId))
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const page = await activities.store.onDesk('running', today, reach, { offset: 0, limit: 20 })
    return page.activities.map((one) => ({ id: one.id, title: titleOf(one, chat.words.language) }))
  }

  async function formTitle({ words }: Chat, { versionId }: Questionnaire): Promise<string> {
    return titleIn(await questionnaires.form(versionId ?? 0), words.language)
  }
}

/** Names on one page. */
const restLimit = pageSize * 3

const everywhere: readonly Whom[] = [
  { kind: 'firms' },
  { kind: 'cluster', cluster: 'rail' },
  { kind: 'cluster', cluster: 'aviation' },
]

/** Nobody is asked who could not answer. */
const ofActivity = (questionnaire: Questionnaire, { id: activityId }: Activity): Whom[] => [
  { kind: 'activity', activityId, state: 'approved' },
  ...(needsSeat(questionnaire) === 'approved'
    ? []
    : [{ kind: 'activity' as const, activityId, state: 'applicants' as const }]),
]

function audience(written: string): Whom {
  const whom = readWhom(written)
  if (!whom) throw staleButton()
  return whom
}
