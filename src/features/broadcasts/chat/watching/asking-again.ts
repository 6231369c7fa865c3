import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities, type Message, type Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { People } from '../../../people/index.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { ReportStore } from '../../data/report-store.ts'
import type { Silent, WordStore } from '../../data/word-store.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { aboutPart } from '../../domain/parts.ts'
import { broadcastKeyboard } from '../broadcast-keyboard.ts'
import { inShort } from '../in-short.ts'
import type { MessagesFor } from '../sending/messages-for.ts'
import { listView, mostListed } from './list-view.ts'

export interface AskingAgainNeeds {
  broadcasts: Pick<BroadcastStore, 'read'>
  words: WordStore
  reports: Pick<ReportStore, 'list' | 'count' | 'outdate'>
  people: Pick<People, 'tell'>
  accounts: Pick<Accounts, 'ofPersons'>
  messenger: Pick<Messenger, 'deliver'>
  messagesFor: MessagesFor
  texts: Texts
  clock: Clock
}

export type AskSilent = ReturnType<typeof askingAgain>['askSilent']

/** So often whoever is silent is asked again by itself; then their names go to the coordinator. */
const mostByItself = 2
/** Whoever was asked by hand within these minutes is not asked again. */
const minutesBetween = 5

/** Asks those again who have not said a word: by itself, and by the coordinator's tap. */
export function askingAgain(needs: AskingAgainNeeds) {
  const { broadcasts, words: store, reports, people, accounts, messenger, messagesFor, texts, clock } = needs

  async function ask(broadcast: Broadcast, silent: readonly Silent[]): Promise<void> {
    const phones = await accounts.ofPersons(silent.map(({ personId }) => personId))
    const priority = broadcast.priority === 'urgent' ? priorities.urgent : priorities.normal
    const asked = silent.flatMap((one) =>
      (phones.get(one.personId) ?? []).flatMap(({ userId, language, isReachable }) =>
        isReachable ? [{ ...one, userId, language }] : [],
      ),
    )
    // Somebody may have two phones that speak two languages.
    for (const [language, readers] of Map.groupBy(asked, (one) => one.language)) {
      const said = await messagesFor(broadcast, readers)
      for (const { recipientId, userId } of readers) {
        const own = said.get(recipientId)
        const text = own?.kind === 'messages' ? inShort(own.filled) : ''
        await messenger.deliver(userId, againMessage(texts.words(language), text, broadcast, recipientId), {
          priority,
          about: aboutPart({ recipientId, kind: 'note', nth: 0 }),
        })
      }
    }
  }

  const nextFor = ({ askAgainMinutes }: Broadcast) =>
    askAgainMinutes === null ? null : clock.now().add({ minutes: askAgainMinutes })

  async function goOn(broadcast: Broadcast, silent: readonly Silent[]): Promise<void> {
    const asked = silent.filter(({ askedAgain }) => askedAgain < mostByItself)
    const given = silent.filter(({ askedAgain }) => askedAgain >= mostByItself)
    await ask(broadcast, asked)
    await store.askedAgain(idsOf(asked), nextFor(broadcast))
    await store.leaveAlone(idsOf(given))
    if (given.length > 0) await tellWhomToCall(broadcast)
  }

  async function tellWhomToCall({ id: broadcastId, authorId }: Broadcast): Promise<void> {
    const page = { broadcastId, kind: 'silent' as const, nth: 0, offset: 0, label: '' }
    const count = await reports.count(broadcastId, 'silent')
    const listed = await reports.list(broadcastId, 'silent', { offset: 0, limit: mostListed })
    await people.tell(authorId, (words) => listView(words, { ...page, count, people: listed }))
  }

  const watch: Watch = {
    name: 'broadcasts.ask-again',
    nextDue: () => store.nextAsking(),
    async work(now) {
      const due = await store.silentFor(now)
      for (const [broadcastId, silent] of Map.groupBy(due, (one) => one.broadcastId)) {
        const broadcast = await broadcasts.read(broadcastId)
        if (broadcast && isOfUse(broadcast, now)) await goOn(broadcast, silent)
        else await store.leaveAlone(idsOf(silent))
      }
      return due.length > 0
    },
  }

  return {
    watch,
    /** Asks all who are silent, by a tap; resolves with how many. */
    async askSilent(broadcast: Broadcast): Promise<number> {
      const silent = await store.silentOf(broadcast.id, clock.now().subtract({ minutes: minutesBetween }))
      await ask(broadcast, silent)
      await store.askedByHand(idsOf(silent), clock.now())
      return silent.length
    },
  }
}

const idsOf = (silent: readonly Silent[]) => silent.map(({ recipientId }) => recipientId)

const isOfUse = ({ usefulUntil, answersUntil }: Broadcast, now: Temporal.Instant): boolean =>
  [usefulUntil, answersUntil].every((until) => until === null || Temporal.Instant.compare(until, now) > 0)

/** Short, with the same buttons: what it was about stands above. */
function againMessage(words: Words, text: string, broadcast: Broadcast, recipientId: number): Message {
  const key = broadcast.answers.length > 0 ? 'watching:again.answer' : 'watching:again.seen'
  return {
    text: words(key, { text: text || words.plain('watching:again.media') }),
    keyboard: broadcastKeyboard(words, { broadcast, recipientId, canOptOut: false }),
  }
}
