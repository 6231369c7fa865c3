import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { deskNumber } from '../../../bot/desk-number.ts'
import type { DeskNumber, DeskPart, DeskReach } from '../../../bot/feature.ts'
import { pageSize } from '../../../bot/page-keys.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf } from '../../activities/index.ts'
import { grantsOfCoordinator, reachOf } from '../../people/index.ts'
import type { MayAnswer } from '../actions/may-answer.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'
import { inboxView, threadView } from './desk-view.ts'
import type { Scenes } from './scenes.ts'

export interface DeskChatNeeds extends Room {
  scenes: Scenes
  mayAnswer: MayAnswer
}

/** Letters of a thread that its page shows. */
const lettersShown = 6

/** The inbox on the desk: who waits for an answer, the longest first, and each thread on a page of its own. */
export function deskChat(needs: DeskChatNeeds) {
  const { threads, letters, people, activities, writers, clock, scenes, mayAnswer } = needs
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.openInbox.pattern, async (tapped) => {
    const { offset } = buttons.openInbox.unpack(tapped.callbackQuery.data)
    const grants = await grantsOfCoordinator(people, tapped.viewer.personId, 'answerLetters')
    tapped.turn(await inboxPage(tapped.words, reachOf(grants, 'answerLetters'), Math.max(offset, 0)))
  })

  async function inboxPage(words: Words, reach: ReturnType<typeof reachOf>, offset: number) {
    const page = await threads.waiting(reach, { offset, limit: pageSize })
    const first = await letters.firstUnsettledOf(page.threads.map(({ id }) => id))
    const who = await writers(page.threads)
    const known = await activities.store.byIds(page.threads.flatMap(({ activityId }) => activityId ?? []))
    const rows = await Promise.all(
      page.threads.map(async (thread) => {
        const activity = thread.activityId === null ? undefined : known.get(thread.activityId)
        return {
          threadId: thread.id,
          minutes: Math.max(1, Math.round(clock.now().since(thread.since).total('minutes'))),
          name: who.get(thread.personId)?.name ?? `#${thread.personId}`,
          firm: who.get(thread.personId)?.firm ?? null,
          activity: activity ? titleOf(activity, words.language) : null,
          letter: first.get(thread.id),
          takenBy: await scenes.firstName(thread.takenBy),
        }
      }),
    )
    return inboxView(words, { rows, offset, total: page.total })
  }

  chat.callbackQuery(buttons.openThread.pattern, async (tapped) => {
    const { threadId, offset } = buttons.openThread.unpack(tapped.callbackQuery.data)
    const thread = await mayAnswer(tapped.viewer.personId, threadId)
    const last = await letters.lastOf(threadId, lettersShown)
    const [newest] = last.slice(-1)
    const scene = newest && (await (await scenes.of(thread))(tapped.words, newest))
    const authors = new Map<number, string>()
    for (const { authorId } of last)
      if (authorId !== null) authors.set(authorId, (await scenes.firstName(authorId)) ?? '')
    const name = (await writers([thread])).get(thread.personId)?.name ?? `#${thread.personId}`
    tapped.turn(
      threadView(tapped.words, { thread, name, letters: last, authors, offset, ...(scene ? { scene } : {}) }),
    )
  })

  const desk = (words: Words): DeskPart => ({
    ways: [
      [
        {
          text: words.plain('correspondence:inbox.open'),
          callback_data: buttons.openInbox.pack({ offset: 0 }),
        },
      ],
    ],
    templates: [],
  })

  async function deskNumbers(words: Words, reach: DeskReach): Promise<DeskNumber[]> {
    const count = await threads.countWaiting(reach)
    return [deskNumber(words, 'letters', count, buttons.openInbox.pack({ offset: 0 }))]
  }

  return { chat, desk, deskNumbers }
}
