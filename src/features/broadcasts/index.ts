import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import { openWork } from '../../bot/drafts/open-work.ts'
import type { Feature } from '../../bot/feature.ts'
import { openAfterwards } from './afterwards.ts'
import { openAddressing } from './addressing.ts'
import { openComposing } from './composing.ts'
import { broadcastStore } from './data/broadcast-store.ts'
import { broadcastsPersonalData } from './data/personal-data.ts'
import { personsNamed } from './data/persons-named.ts'
import { replyStore } from './data/reply-store.ts'
import type { BroadcastsNeeds, Room } from './needs.ts'
import { openSending } from './sending.ts'
import { openWatching } from './watching.ts'

export type { BroadcastsNeeds }
export { htmlOf, plainOf } from './domain/composing/html-of.ts'
export type Broadcasts = ReturnType<typeof broadcasts>

/** Broadcasts: one message to many, with a row for each of them. */
export function broadcasts(needs: BroadcastsNeeds) {
  const room: Room = { ...needs, broadcasts: broadcastStore(needs.database) }
  const addressing = openAddressing(room)
  const sending = openSending({ ...room, fill: addressing.fields.fill, query: addressing.queries })
  const watching = openWatching(room, sending)
  const composing = openComposing(room, { addressing, sending })
  const afterwards = openAfterwards(room, {
    ...{ sending, queries: addressing.queries, describe: addressing.describe },
    ...{ showCard: watching.showCard, refreshCard: watching.refreshCard, progressed: watching.outdate },
    pauseOwn: async (chat) => void (await open.pauses(chat)),
  })
  const parts = [composing, sending, watching, afterwards].map(({ part }) => part)

  const chat = new Composer<Chat>()
  for (const { chats = [] } of parts) chat.use(...chats)
  const open = openWork(parts.flatMap((part) => part.open ?? []))
  chat.use(open.chat)

  const feature: Feature = {
    name: 'broadcasts',
    ...open,
    chat,
    async takesOver(written, mayBeOpen) {
      for (const { takesOver } of parts) if (await takesOver?.(written, mayBeOpen)) return true
      return open.takesOver(written, mayBeOpen)
    },
    async takesLast(written) {
      for (const { takesLast } of parts) if (await takesLast?.(written)) return true
      return false
    },
    async learnsFates(fates) {
      for (const { learnsFates } of parts) await learnsFates?.(fates)
    },
    links: Object.assign({}, ...parts.map(({ links = {} }) => links)) as NonNullable<Feature['links']>,
    async privacyKeys(chat) {
      const rows: Awaited<ReturnType<NonNullable<Feature['privacyKeys']>>> = []
      for (const { privacyKeys } of parts) rows.push(...((await privacyKeys?.(chat)) ?? []))
      return rows
    },
    activityKeys: (words, activityId) =>
      parts.flatMap((part) => part.activityKeys?.(words, activityId) ?? []),
    desk(words) {
      const desks = parts.flatMap(({ desk }) => desk?.(words) ?? [])
      return {
        ways: desks.flatMap(({ ways }) => ways),
        templates: desks.flatMap(({ templates }) => templates),
      }
    },
  }

  const replies = replyStore(needs.database)

  return {
    feature,
    /** Which broadcast a message in somebody's chat is, for whoever takes what they reply to it. */
    repliedTo: replies.at,
    /** Somebody has replied to it: nobody asks them again. */
    async hasReplied(recipientId: number, broadcastId: number): Promise<void> {
      await replies.replied(recipientId, needs.clock.now())
      await watching.outdate([broadcastId])
    },
    /** The way of a broadcast to its people. */
    sending,
    /** Whoever takes part in an activity has changed: in the same transaction. */
    participantsChanged: afterwards.participantsChanged,
    /** Who of these people wants none of what they may do without. */
    optedOutAmong: watching.optedOutAmong,
    jobs: parts.flatMap(({ jobs = [] }) => jobs),
    watches: parts.flatMap(({ watches = [] }) => watches),
    sweeps: [...parts.flatMap(({ sweeps = [] }) => sweeps), ...room.broadcasts.sweeps],
    personsNamed,
    personalData: broadcastsPersonalData(needs.database, needs.clock),
  }
}
