import type { Message as TelegramMessage } from 'grammy/types'
import type { Watch } from '../../../bot/keep-watch.ts'
import { priorities } from '../../../bot/messenger.ts'
import { joined } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { htmlOf } from '../../broadcasts/index.ts'
import { formatPhone } from '../../people/index.ts'
import type { MayAnswer } from '../actions/may-answer.ts'
import type { Letter, Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import type { Cards } from './cards.ts'
import { aboutPlace } from './passing-on.ts'
import { readLetter, type WrittenLetter } from './read-letter.ts'
import type { Scenes } from './scenes.ts'

export interface CarryingNeeds extends Room {
  scenes: Scenes
  cards: Cards
  mayAnswer: MayAnswer
}

/** Between the pictures of one album. */
const secondsToGather = 2

/** A coordinator who answers, and where. */
export interface Answerer {
  personId: number | null
  chatId: number
  firstName: string
  message: TelegramMessage
  botId: number
  words: Words
  tell(text: string): void
}

export type Carrying = ReturnType<typeof carryingAnswers>

/** The way of an answer to the person, and of the news that there is one to every card. */
export function carryingAnswers(needs: CarryingNeeds) {
  const { threads, letters, places, accounts, messenger, texts, clock, mayAnswer } = needs

  /** Carries what a coordinator has written, wherever that is; false where it could not be sent. */
  async function answerFrom(from: Answerer, threadId: number): Promise<boolean> {
    const { message, personId, chatId } = from
    const thread = await mayAnswer(personId, threadId)
    const written = readLetter(message, from.botId)
    if (!written) {
      from.tell(from.words('correspondence:answer.unreadable'))
      return false
    }
    const album = written.album === null ? undefined : await letters.ofAlbumBy(personId ?? 0, written.album)
    if (album) return addToAlbum(from, album)
    const { text = message.caption ?? '', entities = message.caption_entities } = message
    const waiting = await letters.unsettledOf(thread.id)
    const to = await phoneOf(thread, waiting.at(-1)?.id)
    if (!to) return sayUnreachable(from, thread)
    const letterId = await letters.add({
      ...{ personId: thread.personId, threadId: thread.id, direction: 'out', authorId: personId },
      ...{ kind: written.kind, album: written.album, at: clock.now() },
      state: written.album === null ? 'sending' : 'gathering',
      words: { text: htmlOf(text, entities) },
    })
    await places.add({ letterId, personId, chatId, role: 'source', messageId: message.message_id })
    await deliver(from, { letterId, thread, to, written })
    await settle(thread, personId ?? 0, true)
    messenger.call(chatId, 'setMessageReaction', {
      message_id: message.message_id,
      reaction: [{ type: 'emoji', emoji: '👍' }],
    })
    return true
  }

  /** One more picture of an album; one that comes after the others have left goes alone. */
  async function addToAlbum({ personId, chatId, message }: Answerer, letter: Letter): Promise<boolean> {
    const source = { letterId: letter.id, personId, chatId }
    await places.add({ ...source, role: 'source', messageId: message.message_id })
    if (letter.state !== 'gathering') await bringMedia(letter, [message.message_id], chatId)
    return true
  }

  /** Copies what is no text below the words that it came with. */
  async function bringMedia(
    letter: Letter,
    messageIds: readonly number[],
    fromChatId: number,
  ): Promise<void> {
    const [words] = await places.of(letter.id, 'words')
    if (!words) return
    const { chatId, personId } = words
    const placeId = await places.add({
      letterId: letter.id,
      role: 'media',
      personId,
      chatId,
      messageId: null,
    })
    const options = { priority: priorities.urgent, about: aboutPlace(placeId) }
    await messenger.deliver(chatId, { fromChatId, messageIds }, options)
  }

  /** The albums of coordinators go out when their last picture has come, as far as one can tell. */
  const albums: Watch = {
    name: 'correspondence.albums',
    async nextDue() {
      return (await letters.gatheringSince())?.add({ seconds: secondsToGather })
    },
    async work(now) {
      const gathered = await letters.gatheredBy(now.subtract({ seconds: secondsToGather }))
      for (const letter of gathered) {
        const sources = await places.of(letter.id, 'source')
        await letters.mark(letter.id, 'sending')
        const ids = sources.flatMap(({ messageId }) => messageId ?? [])
        await bringMedia(letter, ids, sources[0]?.chatId ?? 0)
      }
      return gathered.length > 0
    },
  }

  async function deliver(
    from: Answerer,
    {
      letterId,
      thread,
      to,
      written,
    }: {
      letterId: number
      thread: Thread
      to: { userId: number; language: Words['language']; replyTo?: number }
      written: WrittenLetter
    },
  ): Promise<void> {
    const { message } = from
    const words = texts.wordsTo(to)
    const name = (await needs.scenes.firstName(from.personId)) ?? from.firstName
    const head = words('correspondence:answer.head', { name })
    const isText = written.kind === 'text'
    const at = { letterId, personId: thread.personId, chatId: to.userId, messageId: null }
    const text = isText ? `${head}\n\n${htmlOf(message.text ?? '', message.entities)}` : head
    const placeId = await places.add({ ...at, role: 'words' })
    const quoted = to.replyTo === undefined ? {} : { replyTo: to.replyTo }
    const options = { priority: priorities.urgent, about: aboutPlace(placeId) }
    await messenger.deliver(to.userId, { text, ...quoted }, options)
    const letter = isText || written.album !== null ? undefined : await letters.read(letterId)
    if (letter) await bringMedia(letter, [message.message_id], from.chatId)
  }

  /** The phone from which they have written last, with the message that is answered; else any of theirs. */
  async function phoneOf(thread: Thread, letterId: number | undefined) {
    const reachable = (await accounts.ofPerson(thread.personId)).filter(({ isReachable }) => isReachable)
    const [source] = letterId === undefined ? [] : await places.of(letterId, 'source')
    const own = reachable.find(({ userId }) => userId === source?.chatId)
    const to = own ?? reachable[0]
    const replyTo = own && source?.messageId
    return to && { ...to, ...(replyTo ? { replyTo } : {}) }
  }

  async function sayUnreachable(from: Answerer, { personId, activityId }: Thread): Promise<false> {
    const writer = (await needs.writers([{ personId, activityId }])).get(personId)
    const lines = [
      from.words('correspondence:answer.unreachable', { name: writer?.name ?? `#${personId}` }),
      ...(writer?.phone ? [joined([`☎️ ${formatPhone(writer.phone)}`]).toString()] : []),
    ]
    from.tell(lines.join('\n'))
    return false
  }

  /** Nobody waits any more, and every card says why. */
  async function settle(thread: Thread, by: number, isAnswered: boolean): Promise<boolean> {
    const waiting = await letters.unsettledOf(thread.id)
    const now = clock.now()
    await letters.settle(
      waiting.map(({ id }) => id),
      by,
      { isAnswered, at: now },
    )
    await threads.settle(thread.id, now)
    await needs.cards.redrawAgain(
      thread.id,
      waiting.map(({ id }) => id),
    )
    return waiting.length > 0
  }

  return { answerFrom, albums, settle }
}
