import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Watch } from '../../../bot/keep-watch.ts'
import { priorities } from '../../../bot/messenger.ts'
import { joined } from '../../../platform/texts/html.ts'
import { htmlOf } from '../../broadcasts/index.ts'
import { formatPhone } from '../../people/index.ts'
import type { MayAnswer } from '../actions/may-answer.ts'
import type { Letter, Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'
import type { Cards } from './cards.ts'
import { aboutPlace } from './passing-on.ts'
import { readLetter, type WrittenLetter } from './read-letter.ts'
import type { Scenes } from './scenes.ts'

export interface AnsweringNeeds extends Room {
  scenes: Scenes
  cards: Cards
  mayAnswer: MayAnswer
}

const screen = 'correspondence.answer'

/** Between the pictures of one album. */
const secondsToGather = 2

export type Answering = ReturnType<typeof answering>

/** Coordinators answer: by replying to a card, or after a tap on *Answer* with whatever they write next. */
export function answering(needs: AnsweringNeeds) {
  const { threads, letters, places, begun, accounts, messenger, texts, clock, mayAnswer } = needs
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.beginAnswer.pattern, async (tapped) => {
    const { threadId } = buttons.beginAnswer.unpack(tapped.callbackQuery.data)
    const thread = await mayAnswer(tapped.viewer.personId, threadId)
    await needs.pauseOthers(tapped)
    await tapped.conversation.exitAll()
    await begun.begin(tapped.viewer.personId ?? 0, thread.id, clock.now())
    await ask(tapped, thread)
  })
  chat.callbackQuery(buttons.leaveAnswer.pattern, async (tapped) => {
    await begun.end(tapped.viewer.personId ?? 0)
    tapped.turn({ text: tapped.words('correspondence:answer.left') })
  })

  async function ask(asked: Chat, { personId, activityId }: Thread): Promise<void> {
    const writer = (await needs.writers([{ personId, activityId }])).get(personId)
    asked.display(
      screen,
      {
        text: asked.words('correspondence:answer.ask', { name: writer?.name ?? `#${personId}` }),
        keyboard: [
          [
            {
              text: asked.words.plain('correspondence:answer.leave'),
              callback_data: buttons.leaveAnswer.pack({}),
            },
          ],
        ],
      },
      { isFresh: true },
    )
  }

  /** The thread that a coordinator is about to answer, as long as they may. */
  async function openOne({ viewer: { personId } }: Chat): Promise<number | undefined> {
    return personId === null ? undefined : begun.of(personId, clock.now())
  }

  /** Carries what a coordinator has sent to the person, and shows everybody that it is answered. */
  async function answer(sent: Chat, threadId: number): Promise<void> {
    const { viewer, message } = sent
    const thread = await mayAnswer(viewer.personId, threadId)
    const written = message && readLetter(message, sent.me.id)
    if (!message || !written) return sent.tell({ text: sent.words('correspondence:answer.unreadable') })
    const album =
      written.album === null ? undefined : await letters.ofAlbumBy(viewer.personId ?? 0, written.album)
    if (album) return addToAlbum(sent, album)
    const { text = message.caption ?? '', entities = message.caption_entities } = message
    const waiting = await letters.unsettledOf(thread.id)
    const to = await phoneOf(thread, waiting.at(-1)?.id)
    if (!to) return sayUnreachable(sent, thread)
    const letterId = await letters.add({
      ...{ personId: thread.personId, threadId: thread.id, direction: 'out', authorId: viewer.personId },
      ...{ kind: written.kind, album: written.album, at: clock.now() },
      state: written.album === null ? 'sending' : 'gathering',
      words: { text: htmlOf(text, entities) },
    })
    const source = { letterId, personId: viewer.personId, chatId: viewer.userId }
    await places.add({ ...source, role: 'source', messageId: message.message_id })
    await deliver(sent, { letterId, thread, to, written })
    await settle(thread, viewer.personId ?? 0, true)
    await begun.end(viewer.personId ?? 0)
    sent.leave(screen)
    messenger.call(viewer.userId, 'setMessageReaction', {
      message_id: message.message_id,
      reaction: [{ type: 'emoji', emoji: '👍' }],
    })
  }

  /** One more picture of an album; one that comes after the others have left goes alone. */
  async function addToAlbum({ viewer, message }: Chat, letter: Letter): Promise<void> {
    if (!message) return
    const source = { letterId: letter.id, personId: viewer.personId, chatId: viewer.userId }
    await places.add({ ...source, role: 'source', messageId: message.message_id })
    if (letter.state !== 'gathering') await bringMedia(letter, [message.message_id], viewer.userId)
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
    sent: Chat,
    {
      letterId,
      thread,
      to,
      written,
    }: {
      letterId: number
      thread: Thread
      to: { userId: number; language: Chat['words']['language']; replyTo?: number }
      written: WrittenLetter
    },
  ): Promise<void> {
    const { message, viewer } = sent
    if (!message) return
    const words = texts.words(to.language)
    const name = (await needs.scenes.firstName(viewer.personId)) ?? viewer.firstName
    const head = words('correspondence:answer.head', { name })
    const isText = written.kind === 'text'
    const at = { letterId, personId: thread.personId, chatId: to.userId, messageId: null }
    const text = isText ? `${head}\n\n${htmlOf(message.text ?? '', message.entities)}` : head
    const placeId = await places.add({ ...at, role: 'words' })
    const quoted = to.replyTo === undefined ? {} : { replyTo: to.replyTo }
    const options = { priority: priorities.urgent, about: aboutPlace(placeId) }
    await messenger.deliver(to.userId, { text, ...quoted }, options)
    const letter = isText || written.album !== null ? undefined : await letters.read(letterId)
    if (letter) await bringMedia(letter, [message.message_id], viewer.userId)
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

  async function sayUnreachable(sent: Chat, { personId, activityId }: Thread): Promise<void> {
    const writer = (await needs.writers([{ personId, activityId }])).get(personId)
    sent.tell({
      text: [
        sent.words('correspondence:answer.unreachable', { name: writer?.name ?? `#${personId}` }),
        ...(writer?.phone ? [joined([`☎️ ${formatPhone(writer.phone)}`]).toString()] : []),
      ].join('\n'),
      isProtected: true,
    })
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

  return {
    chat,
    albums,
    answer,
    settle,
    openOne,
    async showsAgain(shown: Chat): Promise<boolean> {
      const threadId = await openOne(shown)
      const thread = threadId === undefined ? undefined : await threads.read(threadId)
      if (!thread) return false
      await ask(shown, thread)
      return true
    },
    async pauses(left: Chat): Promise<boolean> {
      if ((await openOne(left)) === undefined) return false
      await begun.end(left.viewer.personId ?? 0)
      left.tell({ text: left.words('correspondence:answer.left') })
      return true
    },
  }
}
