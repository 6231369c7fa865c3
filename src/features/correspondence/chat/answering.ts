import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { MayAnswer } from '../actions/may-answer.ts'
import type { Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'
import type { Carrying } from './carrying-answers.ts'

export interface AnsweringNeeds extends Room {
  carrying: Carrying
  mayAnswer: MayAnswer
}

const screen = 'correspondence.answer'

export type Answering = ReturnType<typeof answering>

/** Coordinators answer: by replying to a card, or after a tap on *Answer* with whatever they write next. */
export function answering(needs: AnsweringNeeds) {
  const { threads, begun, clock, mayAnswer, carrying } = needs
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.beginAnswer.pattern, async (tapped) => {
    const { threadId } = buttons.beginAnswer.unpack(tapped.callbackQuery.data)
    await begin(tapped, await mayAnswer(tapped.viewer.personId, threadId))
  })
  chat.callbackQuery(buttons.leaveAnswer.pattern, async (tapped) => {
    await begun.end(tapped.viewer.personId ?? 0)
    tapped.turn({ text: tapped.words('correspondence:answer.left') })
  })

  /** What this coordinator writes next goes to the person of this thread. */
  async function begin(tapped: Chat, thread: Thread): Promise<void> {
    await needs.pauseOthers(tapped)
    await tapped.conversation.exitAll()
    await begun.begin(tapped.viewer.personId ?? 0, thread.id, clock.now())
    await ask(tapped, thread)
  }

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
    const { viewer, message, words, me } = sent
    if (!message) return
    const { personId, userId: chatId, firstName } = viewer
    const tell = (text: string) => sent.tell({ text, isProtected: true })
    const isGone = await carrying.answerFrom(
      { personId, chatId, firstName, message, botId: me.id, words, tell },
      threadId,
    )
    if (!isGone) return
    await begun.end(personId ?? 0)
    sent.leave(screen)
  }

  return {
    chat,
    begin,
    answer,
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
