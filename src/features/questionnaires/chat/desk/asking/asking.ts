import { Composer } from 'grammy'
import { staleButton } from '../../../../../bot/callback-data.ts'
import type { Chat } from '../../../../../bot/context.ts'
import { personIdOf } from '../../../../../bot/drafts/draft-sitting-needs.ts'
import { pageSize } from '../../../../../bot/page-keys.ts'
import type { Clock } from '../../../../../platform/clock.ts'
import { titleOf, type Activities, type Activity } from '../../../../activities/index.ts'
import { mayDo, reachOf } from '../../../../people/index.ts'
import type { askPeople } from '../../../actions/ask-people.ts'
import type { DeskRights } from '../../../actions/desk-rights.ts'
import type { Attachments } from '../../../data/attachments.ts'
import { neededSeat, type Role } from '../../../domain/attachment.ts'
import type { QuestionnaireStore } from '../../../data/questionnaire-store.ts'
import type { Page } from '../../../data/requests/request-progress.ts'
import type { RequestStore } from '../../../data/requests/request-store.ts'
import { titleIn } from '../../../domain/form-language.ts'
import type { Questionnaire } from '../../../domain/questionnaire.ts'
import { readWhom, type Whom } from '../../../domain/whom.ts'
import * as buttons from '../../desk-buttons.ts'
import { activitiesView, confirmView, whomView, type WhomCount } from './asking-views.ts'
import type { FormCards } from '../form-cards.ts'
import { restView, unreachableView } from './rest-views.ts'

export interface AskingNeeds {
  questionnaires: QuestionnaireStore
  requests: RequestStore
  rights: DeskRights
  asking: ReturnType<typeof askPeople>
  activities: Pick<Activities, 'store'>
  attachments: Attachments
  cards: FormCards
  clock: Clock
  homeTimeZone: string
}

/** Sending a questionnaire to an audience, seeing who has not answered, and reminding them. */
export function askingChat(needs: AskingNeeds): Composer<Chat> {
  const { questionnaires, requests, rights, asking, activities, attachments, cards, clock, homeTimeZone } =
    needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.chooseWhom.pattern, async (chat) => {
    const { questionnaireId } = buttons.chooseWhom.unpack(chat.callbackQuery.data)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    await showAudiences(chat, questionnaire)
  })
  composer.callbackQuery(buttons.chooseOfActivity.pattern, async (chat) => {
    const { questionnaireId, activityId } = buttons.chooseOfActivity.unpack(chat.callbackQuery.data)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    if (activityId === 0)
      return chat.turn(activitiesView(chat.words, questionnaireId, await toChoose(chat, questionnaire)))
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
    const page = await pageOf(chat, questionnaireId, offset)
    const rows = await requests.rest(questionnaireId, page)
    const { asked, opened, begun } = await requests.progress(questionnaireId, page.within)
    chat.turn(restView(chat.words, { ...page, questionnaireId, rows, total: asked + opened + begun }))
  })
  composer.callbackQuery(buttons.stopSending.pattern, async (chat) => {
    const { questionnaireId } = buttons.stopSending.unpack(chat.callbackQuery.data)
    const spared = await asking.stopSending(personIdOf(chat), questionnaireId)
    chat.toast(
      spared === 0
        ? chat.words.plain('formdesk:send.allSent')
        : chat.words.plain('formdesk:send.stopped', { count: spared }),
    )
    await showCard(chat, questionnaireId)
  })
  composer.callbackQuery(buttons.whoIsUnreachable.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.whoIsUnreachable.unpack(chat.callbackQuery.data)
    const page = await pageOf(chat, questionnaireId, offset)
    const rows = await requests.unreachable(questionnaireId, page)
    const { unreachable: total } = await requests.progress(questionnaireId, page.within)
    chat.turn(unreachableView(chat.words, { ...page, questionnaireId, rows, total }))
  })
  composer.callbackQuery(buttons.stopAsking.pattern, async (chat) => {
    const { questionnaireId } = buttons.stopAsking.unpack(chat.callbackQuery.data)
    await requests.stop(personIdOf(chat), questionnaireId === 0 ? undefined : questionnaireId)
    chat.toast(chat.words.plain('formdesk:ask.stopped'), true)
  })
  return composer

  /** A page of the people asked, as far as this coordinator runs what they were asked for. */
  async function pageOf({ viewer }: Chat, questionnaireId: number, offset: number): Promise<Page> {
    await rights.theirs(viewer.personId, questionnaireId)
    const within = await rights.within(viewer.personId)
    return { offset: Math.max(offset, 0), limit: restLimit, within }
  }

  async function showCard(chat: Chat, questionnaireId: number): Promise<void> {
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    chat.turn(await cards.card(chat, questionnaire))
  }

  async function showAudiences(chat: Chat, questionnaire: Questionnaire, chosen?: number): Promise<void> {
    const attached = await attachments.of(questionnaire.id)
    const [only, ...others] = attached
    if (others.length > 0 && chosen === undefined)
      return chat.turn(activitiesView(chat.words, questionnaire.id, await toChoose(chat, questionnaire)))
    const activityId = chosen ?? only?.activityId
    const activity = activityId === undefined ? undefined : await activities.store.read(activityId)
    const role = attached.find((one) => one.activityId === activityId)?.role
    const isHouse = attached.length === 0 && !activity
    const grants = await rights.grantsOf(chat.viewer.personId)
    const whoms = [
      ...(activity ? ofActivity(role, activity) : []),
      ...(isHouse && mayDo(grants, 'askTheHouse') ? everywhere : []),
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
        activityId: activity?.id,
        mayPick: whoms.length > 0,
        mayChooseActivity: isHouse,
      }),
    )
  }

  /** Of which activity people are asked: of those whose form it is, else of any that runs. */
  async function toChoose(chat: Chat, { id }: Questionnaire): Promise<{ id: number; title: string }[]> {
    const reach = reachOf(await rights.grantsOf(chat.viewer.personId), 'askForms')
    const attached = (await attachments.of(id)).map(({ activityId }) => activityId)
    const found =
      attached.length > 0
        ? [...(await activities.store.byIds(attached)).values()].filter(
            ({ code }) => reach === 'everywhere' || reach.includes(code),
          )
        : (await activities.store.onDesk('running', today(), reach, { offset: 0, limit: 20 })).activities
    return found.map((one) => ({ id: one.id, title: titleOf(one, chat.words.language) }))
  }

  function today(): Temporal.PlainDate {
    return clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
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
const ofActivity = (role: Role | undefined, { id: activityId }: Activity): Whom[] => [
  { kind: 'activity', activityId, state: 'approved' },
  ...(role !== undefined && neededSeat(role) === 'approved'
    ? []
    : [{ kind: 'activity' as const, activityId, state: 'applicants' as const }]),
]

function audience(written: string): Whom {
  const whom = readWhom(written)
  if (!whom) throw staleButton()
  return whom
}
