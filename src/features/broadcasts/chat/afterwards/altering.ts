import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Alteration as Altered, Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import { isByHand } from '../../../../shared/by-hand.ts'
import { outsideQuietHours } from '../../../../shared/quiet-hours.ts'
import type { Alteration, AlterationStore } from '../../data/alteration-store.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import { hoursToRecall } from '../../domain/afterwards/recall.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { aboutAlteration, aboutPart } from '../../domain/parts.ts'
import { textFor } from '../../domain/text-for.ts'
import type { BroadcastMessages } from '../broadcast-message.ts'
import { inShort } from '../in-short.ts'
import { urgencies } from '../sending/handing-out.ts'
import type { ForSomebody, MessagesFor } from '../sending/messages-for.ts'
import type { CorrectedClock } from './corrected-clock.ts'
import { noteView } from './note-view.ts'

export interface AlteringNeeds {
  clock: Clock
  texts: Texts
  messenger: Pick<Messenger, 'alter' | 'deliver'>
  broadcasts: Pick<BroadcastStore, 'read'>
  alterations: AlterationStore
  messagesFor: MessagesFor
  clockOf: CorrectedClock
  zonesOf(personIds: readonly number[], at: Temporal.Instant): Promise<ReadonlyMap<number, string>>
  progressed(broadcastIds: readonly number[]): Promise<void>
  sendRate: number
}

/**
 * Alters what stands in chats, a portion each second: Telegram counts edits too, so they go no faster than messages. What
 * leaves is written down with the wish that it leaves; a process that dies leaves it to the others, and twice is once.
 */
export function altering(needs: AlteringNeeds): Watch {
  const { clock, texts, messenger, broadcasts, alterations, messagesFor, clockOf, zonesOf } = needs

  async function work(): Promise<boolean> {
    const atMost = Math.floor(needs.sendRate * (await alterations.secondsSince()))
    if (atMost < 1) return false
    const id = await alterations.takeBroadcast()
    const broadcast = id === undefined ? undefined : await broadcasts.read(id)
    if (!broadcast) return false
    const taken = await alterations.take(broadcast.id, broadcast.revision, atMost)
    const removed = taken.flatMap((one) => (one.act === 'remove' ? [remove(broadcast, one)] : []))
    const withdrawn = taken.flatMap((one) => (one.act === 'withdraw' ? [withdraw(broadcast, one)] : []))
    const corrected = await correct(
      broadcast,
      taken.filter(({ act }) => act === 'correct'),
    )
    const ended = [...removed, ...withdrawn, ...corrected].filter((one) => one !== undefined)
    await alterations.refused(ended)
    await needs.progressed([broadcast.id])
    return false
  }

  const isOld = ({ sentAt }: Alteration) =>
    sentAt !== null && Temporal.Instant.compare(sentAt.add({ hours: hoursToRecall }), clock.now()) <= 0

  function remove(broadcast: Broadcast, one: Alteration): Ended | undefined {
    if (isByHand(one.chatId)) return takeBackByHand(broadcast, one)
    const because = whyNot(one) ?? (isOld(one) ? 'old' : undefined)
    if (because !== undefined) return { id: one.id, because }
    alter(broadcast, one, { messageIds: one.messageIds, to: 'gone' })
    return undefined
  }

  /** What a coordinator has not passed on goes; whoever has heard it hears that it does not hold any more. */
  function takeBackByHand(broadcast: Broadcast, one: Alteration): Ended | undefined {
    const because = whyNot(one)
    if (because !== undefined) return { id: one.id, because }
    const text = textFor(broadcast.content, one.language)
    const takenBack = texts.words(one.language)('byhand:withdrawn', {
      // A field is filled for whoever got it, and that is not kept.
      text: text ? inShort(text.html.replace(/\{\w+\}/g, '…')) : '–',
    })
    alter(broadcast, one, { messageIds: one.messageIds, to: 'gone', takenBack })
    return undefined
  }

  function withdraw(broadcast: Broadcast, one: Alteration): Ended | undefined {
    if (isByHand(one.chatId)) return takeBackByHand(broadcast, one)
    const because = whyNot(one)
    const [messageId] = one.messageIds
    if (because !== undefined || messageId === undefined) return { id: one.id, because: because ?? 'doubt' }
    const text = texts.words(one.language)('broadcasts:withdrawn')
    alter(broadcast, one, { messageId, to: one.isCaption ? { caption: text } : { text } })
    return undefined
  }

  async function correct(broadcast: Broadcast, taken: readonly Alteration[]): Promise<(Ended | undefined)[]> {
    if (taken.length === 0) return []
    const clockText = await clockOf(broadcast)
    const correctedAt = broadcast.correctedAt ?? clock.now()
    const said = new Map<number, ForSomebody>()
    // Somebody with two phones is two readers.
    for (const group of onePerPerson(taken)) {
      const byRecipient = new Map(group.map((one) => [one.recipientId, one]))
      const messages = await messagesFor(broadcast, group, ({ recipientId }, words) => {
        const { hasSeen = false, answer = null, isLate = false } = byRecipient.get(recipientId) ?? {}
        return {
          correctedAt: clockText(correctedAt, words),
          pressed: { hasSeen, answer },
          ...(isLate && broadcast.startedAt
            ? { sentEarlierAt: clockText(broadcast.startedAt, words, { withDay: true }) }
            : {}),
        }
      })
      for (const one of group) {
        const message = messages.get(one.recipientId)
        if (message) said.set(one.id, message)
      }
    }
    const asleep = await whoSleeps(broadcast, taken)
    return Promise.all(taken.map((one) => correctOne(broadcast, one, said.get(one.id), asleep)))
  }

  async function correctOne(
    broadcast: Broadcast,
    one: Alteration,
    said: ForSomebody | undefined,
    asleep: ReadonlySet<number>,
  ): Promise<Ended | undefined> {
    const { id, recipientId, chatId, isReachable, messageIds: [messageId] = [] } = one
    if (said?.kind !== 'messages') return { id, because: said?.because ?? 'language' }
    // By hand the correction is a line of its own, where it is needed.
    if (one.rings && isReachable && !isByHand(chatId))
      await messenger.deliver(
        chatId,
        noteView(said.words, said.filled, { isSilent: asleep.has(one.personId) }),
        {
          priority: urgencies[broadcast.priority],
          about: aboutPart({ recipientId, kind: 'note', nth: 0 }),
        },
      )
    const because = whyNot(one)
    if (because !== undefined || messageId === undefined) return { id, because: because ?? 'doubt' }
    alter(broadcast, one, { messageId, to: asItStands(one, said.messages) })
    return undefined
  }

  function alter({ priority }: Broadcast, { id, chatId }: Alteration, alteration: Altered): void {
    messenger.alter(chatId, alteration, { priority: urgencies[priority], about: aboutAlteration(id) })
  }

  async function whoSleeps(broadcast: Broadcast, taken: readonly Alteration[]): Promise<Set<number>> {
    const rung = taken.filter(({ rings }) => rings).map(({ personId }) => personId)
    if (rung.length === 0 || broadcast.priority === 'urgent') return new Set()
    const now = clock.now()
    const zones = [...(await zonesOf(rung, now))]
    return new Set(
      zones.flatMap(([personId, zone]) =>
        Temporal.Instant.compare(outsideQuietHours(now, zone), now) > 0 ? [personId] : [],
      ),
    )
  }

  return {
    name: 'broadcasts.alter',
    nextDue: async () => ((await alterations.isAnyWaiting()) ? clock.now() : undefined),
    work,
  }
}

interface Ended {
  id: number
  because: string
}

const whyNot = ({ messageIds, isReachable }: Alteration): string | undefined => {
  if (messageIds.length === 0) return 'doubt'
  return isReachable ? undefined : 'blocked'
}

/** What was sent as a caption stays one, whatever would be sent today. */
function asItStands({ isCaption }: Alteration, { words }: BroadcastMessages) {
  const text = 'content' in words ? words.caption : words.text
  const more = words.keyboard ? { keyboard: words.keyboard } : {}
  return isCaption ? { caption: text, ...more } : { text, ...more }
}

function onePerPerson(taken: readonly Alteration[]): Alteration[][] {
  const groups: Alteration[][] = []
  for (const one of taken) {
    const group = groups.find((others) => others.every(({ recipientId }) => recipientId !== one.recipientId))
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups
}
