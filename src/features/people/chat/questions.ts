import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Feature } from '../../../bot/feature.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { QuestionStore } from '../data/question-store.ts'
import { leaveQuestion } from './buttons.ts'

/** A question that is answered in one's own words, e.g. `firm.rename:12`: its name, and what it is about. */
export interface TypedQuestion {
  name: string
  /** Asked in the message that was tapped; its own keyboard leads back. */
  isInPlace?: boolean
  prompt(chat: Chat, about: string): Promise<Message>
  /** Takes the answer; a refusal leaves the question open. */
  answer(chat: Chat, text: string, about: string): Promise<void>
}

export interface QuestionsNeeds {
  open: QuestionStore
  /** Pauses what any other room has open: one question at a time. */
  pauseOthers(chat: Chat): Promise<void>
}

export type Questions = ReturnType<typeof questions>

/** The questions of this room that somebody answers by writing. Which one is open is a row, so a restart loses none. */
export function questions({ open, pauseOthers }: QuestionsNeeds) {
  const known = new Map<string, TypedQuestion>()

  async function ask(chat: Chat, name: string, about = ''): Promise<void> {
    if (chat.viewer.personId === null) return
    await pauseOthers(chat)
    await open.ask(chat.viewer.personId, about === '' ? name : `${name}:${about}`)
    await show(chat)
  }

  async function openOne({ viewer: { personId } }: Chat) {
    const asked = personId === null ? undefined : await open.openOf(personId)
    const [name = '', about = ''] = asked?.split(':') ?? []
    const question = known.get(name)
    return question && personId !== null ? { question, about, personId } : undefined
  }

  async function show(chat: Chat): Promise<boolean> {
    const found = await openOne(chat)
    if (!found) return false
    const { text, keyboard = [] } = await found.question.prompt(chat, found.about)
    if (found.question.isInPlace) chat.turn({ text, keyboard })
    else chat.tell({ text, keyboard: [...keyboard, [leaveKey(chat.words)]] })
    return true
  }

  /** Closes what is open; with a name, only that one. */
  async function leave(chat: Chat, name?: string): Promise<boolean> {
    const found = await openOne(chat)
    if (!found || (name !== undefined && found.question.name !== name)) return false
    await open.close(found.personId)
    return true
  }

  const chat = new Composer<Chat>()
  chat.callbackQuery(leaveQuestion.pattern, async (tapped) => {
    await leave(tapped)
    tapped.turn({ text: tapped.words('people:question.left') })
  })

  return {
    chat,
    ask,
    leave,
    /** What the open question is about, if it is this one. */
    async openAbout(chat: Chat, name: string): Promise<string | undefined> {
      const found = await openOne(chat)
      return found?.question.name === name ? found.about : undefined
    },
    /** Makes a kind of question known. */
    add: (question: TypedQuestion) => void known.set(question.name, question),
    part: {
      openWhere: [open.openWhere],
      showsAgain: show,
      async takesOver(written, mayBeOpen) {
        const text = written.message?.text
        const found = text === undefined || !mayBeOpen ? undefined : await openOne(written)
        if (!found || text === undefined) return false
        await open.close(found.personId)
        await found.question.answer(written, text, found.about)
        return true
      },
      async pauses(left) {
        if (!(await leave(left))) return false
        left.tell({ text: left.words('people:question.left') })
        return true
      },
    } satisfies Pick<Feature, 'openWhere' | 'showsAgain' | 'takesOver' | 'pauses'>,
  }
}

const leaveKey = (words: Words) => ({
  text: words.plain('people:question.leave'),
  callback_data: leaveQuestion.pack({}),
})
