import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { homeButton } from '../../../../bot/home.ts'
import type { Message, Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { listTrips, type Activity } from '../../../activities/index.ts'
import type { lookAtTrips } from '../../actions/look-at-trips.ts'
import type { OwnProgramme } from '../../actions/own-programme.ts'
import { itineraryErrors } from '../../domain/itinerary-errors.ts'
import * as buttons from './buttons.ts'
import { dayView } from './day-view.ts'
import { nowView } from './now-view.ts'
import { ownItemView } from './own-item-view.ts'
import { tripScene, type TripScene } from './trip-scene.ts'
import { wholeView } from './whole-view.ts'

export interface ItineraryChatNeeds {
  trips: ReturnType<typeof lookAtTrips>
  dutyPhones(activity: Activity, now: Temporal.Instant): Promise<string[]>
  messenger: Pick<Messenger, 'deliver'>
  clock: Clock
}

/** `/itinerary`: now and next, a day, everything, an item and its pin, each of one's own trips only. */
export function itineraryChat(needs: ItineraryChatNeeds): Composer<Chat> {
  const { trips, dutyPhones, messenger, clock } = needs
  const composer = new Composer<Chat>()
  const me = ({ viewer }: Chat): number => viewer.personId ?? 0

  const sceneOf = async (trip: OwnProgramme): Promise<TripScene> => {
    const now = clock.now()
    return tripScene({ ...trip, dutyPhones: await dutyPhones(trip.activity, now) }, now)
  }

  async function nowMessage(chat: Chat, activityId?: number): Promise<Message> {
    const all = await trips.all(me(chat))
    const trip = all.find(({ activity }) => activity.id === activityId) ?? all[0]
    if (!trip) return nothing(chat)
    const others = all.filter((other) => other !== trip)
    return nowView(chat.words, await sceneOf(trip), others)
  }

  async function turnToDay(
    chat: Chat,
    activityId: number,
    dayOf: (scene: TripScene) => Temporal.PlainDate,
  ): Promise<void> {
    const scene = await sceneOf(await trips.one(me(chat), activityId))
    chat.turn(dayView(chat.words, scene, dayOf(scene)))
  }

  async function itemMessage(chat: Chat, itemId: number): Promise<Message> {
    const { trip, item } = await trips.item(me(chat), itemId)
    return ownItemView(chat.words, await sceneOf(trip), item)
  }

  composer.command('itinerary', async (chat) => chat.tell(await nowMessage(chat)))
  composer.callbackQuery(buttons.openItinerary.pattern, async (chat) => chat.turn(await nowMessage(chat)))
  composer.callbackQuery(buttons.openBelow.pattern, async (chat) => chat.tell(await nowMessage(chat)))
  composer.callbackQuery(buttons.openTrip.pattern, async (chat) => {
    const { activityId } = buttons.openTrip.unpack(chat.callbackQuery.data)
    chat.turn(await nowMessage(chat, activityId))
  })
  composer.callbackQuery(buttons.openToday.pattern, (chat) =>
    turnToDay(chat, buttons.openToday.unpack(chat.callbackQuery.data).activityId, ({ today }) => today),
  )
  composer.callbackQuery(buttons.openTomorrow.pattern, (chat) =>
    turnToDay(chat, buttons.openTomorrow.unpack(chat.callbackQuery.data).activityId, ({ today }) =>
      today.add({ days: 1 }),
    ),
  )
  composer.callbackQuery(buttons.openDay.pattern, (chat) => {
    const { activityId, day } = buttons.openDay.unpack(chat.callbackQuery.data)
    return turnToDay(chat, activityId, () => readDay(day))
  })
  composer.callbackQuery(buttons.openWhole.pattern, async (chat) => {
    const { activityId, page } = buttons.openWhole.unpack(chat.callbackQuery.data)
    chat.turn(wholeView(chat.words, await sceneOf(await trips.one(me(chat), activityId)), page))
  })
  composer.callbackQuery(buttons.openItem.pattern, async (chat) =>
    chat.turn(await itemMessage(chat, buttons.openItem.unpack(chat.callbackQuery.data).itemId)),
  )
  composer.callbackQuery(buttons.openItemBelow.pattern, async (chat) =>
    chat.tell(await itemMessage(chat, buttons.openItemBelow.unpack(chat.callbackQuery.data).itemId)),
  )
  composer.callbackQuery(buttons.showOnMap.pattern, async (chat) => {
    const { itemId } = buttons.showOnMap.unpack(chat.callbackQuery.data)
    const { trip, item } = await trips.item(me(chat), itemId)
    if (!item.map) throw itineraryErrors.noPin()
    const read = (text: typeof item.place) =>
      readText(text, chat.words.language, trip.activity.workingLanguage ?? undefined)
    const title = shortenedTo(read(item.place) ?? read(item.title) ?? '—', 100)
    const address = shortenedTo(item.address ?? read(item.startCity) ?? title, 200)
    await messenger.deliver(chat.viewer.userId, { ...item.map, title, address })
  })
  return composer
}

/** Whoever is on no trip learns how one comes to one. */
const nothing = ({ words }: Chat): Message => ({
  text: words('itinerary:none'),
  keyboard: [
    [{ text: words.plain('itinerary:key.trips'), callback_data: listTrips.pack({}) }],
    [homeButton(words)],
  ],
})

function readDay(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw staleButton()
  }
}
