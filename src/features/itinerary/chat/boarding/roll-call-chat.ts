import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { AskMissingAgain } from '../../actions/boarding/ask-missing-again.ts'
import type { LookAtRollCall } from '../../actions/boarding/look-at-roll-call.ts'
import type { LooksAfter } from '../../actions/boarding/looks-after.ts'
import { nextDay, type LookAtDay } from '../../actions/boarding/look-at-day.ts'
import type { TickPerson } from '../../actions/boarding/tick-person.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import { opensAt } from '../../domain/roll-call.ts'
import type { Delivering } from '../delivering.ts'
import { timeIn } from '../item-times.ts'
import * as buttons from './buttons.ts'
import { askLetters } from './calling-roll.ts'
import { checkInLink, codePicture } from './code-picture.ts'
import { dayFile } from './day-file.ts'
import { listsView } from './lists-view.ts'
import { headAndTitle, titleOfItem, type LetterScene } from './roll-call-letters.ts'
import { rollCallView, screenOf, sectionsOf } from './roll-call-view.ts'
import { whoCameView } from './who-came-view.ts'
import { whoMissedView } from './who-missed-view.ts'

export interface RollCallChatNeeds {
  look: LookAtRollCall
  lookAtDay: LookAtDay
  looksAfter: Pick<LooksAfter, 'reach'>
  tick: TickPerson
  askMissing: AskMissingAgain
  rollCalls: Pick<RollCallStore, 'open' | 'look' | 'cards'>
  items: Pick<ItemStore, 'ofActivity'>
  runs: RunsActivity
  deliver: Delivering
  clock: Clock
  botUsername: string
}

/** The card of a list: who is there, ticking people, asking the missing, and the code for the wall. */
export function rollCallChat(needs: RollCallChatNeeds): Composer<Chat> {
  const { look, looksAfter, tick, askMissing, rollCalls, items, runs, deliver, clock, botUsername } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.chooseList.pattern, async (chat) => {
    const { activityId } = buttons.chooseList.unpack(chat.callbackQuery.data)
    const activity = await runs(chat.viewer.personId, activityId)
    chat.turn(
      listsView(chat.words, { activity, items: await items.ofActivity(activityId), now: clock.now() }),
    )
  })

  composer.callbackQuery(buttons.nextDayFile.pattern, async (chat) => {
    const { activityId } = buttons.nextDayFile.unpack(chat.callbackQuery.data)
    const activity = await runs(chat.viewer.personId, activityId)
    const day = nextDay(await items.ofActivity(activityId), clock.now())
    if (!day) throw boardingErrors.noDay()
    await chat.tellDocument(await dayFile(chat.words, await needs.lookAtDay(activity, day)))
  })

  composer.callbackQuery(buttons.openList.pattern, async (chat) => {
    const { itemId } = buttons.openList.unpack(chat.callbackQuery.data)
    const { reach } = await theirs(chat, itemId)
    await rollCalls.open(itemId)
    await rollCalls.look(itemId, { personId: personIdOf(chat), bus: null, first: 0 })
    await show(chat, itemId, reach, { isFresh: true })
  })

  composer.callbackQuery(buttons.showSection.pattern, async (chat) => {
    const { itemId, section, first } = buttons.showSection.unpack(chat.callbackQuery.data)
    const { scene, reach } = await theirs(chat, itemId)
    const bus = section < 0 ? null : (sectionsOf({ ...scene, reach })[section]?.bus ?? null)
    await rollCalls.open(itemId)
    await rollCalls.look(itemId, { personId: personIdOf(chat), bus, first: Math.max(first, 0) })
    await show(chat, itemId, reach)
    // Tapped on an older copy, the newest one changes further down, or is as it was.
    chat.toast(chat.words.plain('bot:asItStands'))
  })

  composer.callbackQuery(buttons.tick.pattern, async (chat) => {
    const { itemId, applicationId, isThere } = buttons.tick.unpack(chat.callbackQuery.data)
    const { reach } = await theirs(chat, itemId)
    await tick(personIdOf(chat), { itemId, applicationId, isThere: isThere === 1 }, (scene) =>
      opening(chat, scene),
    )
    await show(chat, itemId, reach)
  })

  composer.callbackQuery(buttons.askAgain.pattern, async (chat) => {
    const { itemId } = buttons.askAgain.unpack(chat.callbackQuery.data)
    const asked = await askMissing(personIdOf(chat), itemId, (scene) => titleOfItem(chat.words, scene))
    const ids = await deliver(askLetters(asked, clock.now(), true))
    const count = ids.filter((id) => id !== 0).length
    chat.toast(chat.words.plain(count > 0 ? 'boarding:card.asked' : 'boarding:card.call', { count }))
  })

  composer.callbackQuery(buttons.whoCame.pattern, async (chat) => {
    const { itemId } = buttons.whoCame.unpack(chat.callbackQuery.data)
    const { scene, reach } = await theirs(chat, itemId)
    chat.tell(whoCameView(chat.words, { ...scene, reach, now: clock.now() }))
  })

  composer.callbackQuery(buttons.whoMissed.pattern, async (chat) => {
    const { itemId, offset } = buttons.whoMissed.unpack(chat.callbackQuery.data)
    const { scene, reach } = await theirs(chat, itemId)
    if (reach !== 'all') throw boardingErrors.notYours()
    const view = whoMissedView(chat.words, { ...scene, now: clock.now() }, offset)
    if (offset < 0) chat.tell(view)
    else chat.turn(view)
  })

  composer.callbackQuery(buttons.checkInCode.pattern, async (chat) => {
    const { itemId } = buttons.checkInCode.unpack(chat.callbackQuery.data)
    const { scene } = await theirs(chat, itemId)
    const { token } = await rollCalls.open(itemId)
    const link = checkInLink(botUsername, token)
    await chat.tellDocument({
      ...(await codePicture(scene.item.key, link)),
      caption: chat.words('boarding:code.caption', {
        head: headAndTitle(chat.words, { ...scene, now: clock.now() }),
        link,
      }),
    })
  })

  return composer

  async function theirs(chat: Chat, itemId: number) {
    const scene = await look(itemId)
    return { scene, reach: await looksAfter.reach(chat.viewer.personId, scene.activity) }
  }

  async function show(
    chat: Chat,
    itemId: number,
    reach: Awaited<ReturnType<LooksAfter['reach']>>,
    options: { isFresh?: boolean } = {},
  ): Promise<void> {
    const own = (await rollCalls.cards(itemId)).find(({ personId }) => personId === chat.viewer.personId)
    const scene = { ...(await look(itemId)), reach, now: clock.now(), look: own ?? { bus: null, first: 0 } }
    chat.display(screenOf(itemId), rollCallView(chat.words, scene), options)
  }
}

/** What an item is called, and from when on people can be ticked. */
export const opening = (
  { words }: Pick<Chat, 'words'>,
  { item, activity }: Pick<LetterScene, 'item' | 'activity'>,
): { title: string; time: string } => ({
  title: titleOfItem(words, { item, activity }),
  time: timeIn(words, opensAt(item), {
    zone: item.startZone,
    city: item.startCity,
    working: activity.workingLanguage ?? undefined,
  }),
})
