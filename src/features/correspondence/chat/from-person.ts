import type { Chat } from '../../../bot/context.ts'
import { titleOf } from '../../activities/index.ts'
import { formatPhone, mayDo } from '../../people/index.ts'
import { chooseActivity, type Candidate } from '../domain/choose-activity.ts'
import { mayShowIdentity, type Letter, type Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'
import type { PassingOn } from './passing-on.ts'
import { readLetter, type WrittenLetter } from './read-letter.ts'

export interface FromPersonNeeds extends Room {
  passing: PassingOn
  /** Answers a question at once where the answer is sure; the letter then waits for "not what I meant". */
  answersAtOnce(chat: Chat, letter: Letter, activityId: number): Promise<boolean>
}

/** Hours for which somebody who has been told that it was passed on only gets a mark at what they write next. */
const hoursTold = 12

export type FromPerson = ReturnType<typeof fromPerson>

/** What a participant writes: kept, asked about where it must be, and passed on to the coordinators. */
export function fromPerson(needs: FromPersonNeeds) {
  const { threads, letters, places, activities, people, itinerary, messenger, clock, passing } = needs

  /** Takes a message that nothing else takes; false where nobody could answer it. */
  async function take(sent: Chat, activityId?: number | null): Promise<boolean> {
    const { viewer, message } = sent
    const written = message && readLetter(message, sent.me.id)
    if (!written || viewer.personId === null) return false
    if (await addToAlbum(sent, written)) return true
    if (activityId === undefined && !(await isHeard(viewer.personId))) return false
    const letter = await keep(sent, written)
    if (mayShowIdentity(written.kind, written.album !== null)) {
      askIdentity(sent, letter.id)
      return true
    }
    return route(sent, letter, activityId)
  }

  /** A coordinator's own words are none for the coordinators, unless they take part in something that others run. */
  async function isHeard(personId: number): Promise<boolean> {
    const grants = await people.roles.of(personId)
    if (!mayDo(grants, 'answerLetters')) return true
    const seats = await activities.travellers.ofPerson(personId)
    const known = await activities.store.byIds(seats.map(({ activityId }) => activityId))
    return [...known.values()].some(({ code }) => !mayDo(grants, 'answerLetters', code))
  }

  /** One more picture of an album that is there already. */
  async function addToAlbum({ viewer, message }: Chat, { album }: WrittenLetter): Promise<boolean> {
    const letter = album === null ? undefined : await letters.ofAlbum(viewer.personId ?? 0, album)
    if (!letter || !message || letter.direction !== 'in') return false
    const place = { letterId: letter.id, personId: viewer.personId, chatId: viewer.userId }
    await places.add({ ...place, role: 'source', messageId: message.message_id })
    return true
  }

  async function keep({ viewer, message }: Chat, written: WrittenLetter): Promise<Letter> {
    const { kind, text, album, quote } = written
    const personId = viewer.personId ?? 0
    const isAsked = mayShowIdentity(kind, album !== null)
    const id = await letters.add({
      ...{ personId, threadId: null, direction: 'in', authorId: null, kind, album, at: clock.now() },
      state: isAsked ? 'asking' : 'choosing',
      words: { text, ...(quote === undefined ? {} : { quote }) },
    })
    const place = { letterId: id, personId, chatId: viewer.userId }
    await places.add({ ...place, role: 'source', messageId: message?.message_id ?? null })
    const kept = await letters.read(id)
    if (!kept) throw new Error('a letter was not kept')
    return kept
  }

  function askIdentity(sent: Chat, letterId: number): void {
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    sent.tell({
      text: sent.words('correspondence:identity.ask'),
      keyboard: [
        key(sent.words.plain('correspondence:identity.no'), buttons.isNoIdentity.pack({ letterId })),
        key(sent.words.plain('correspondence:identity.yes'), buttons.isIdentity.pack({ letterId })),
      ],
      ...(sent.message === undefined ? {} : { replyTo: sent.message.message_id }),
    })
  }

  /** Finds out what a letter is about, asking where it is not clear, and sends it on its way. */
  async function route(sent: Chat, letter: Letter, activityId?: number | null): Promise<boolean> {
    const about =
      activityId === undefined ? await aboutOf(letter.personId) : ({ kind: 'activity', activityId } as const)
    if (about.kind === 'oneOf') {
      await letters.mark(letter.id, 'choosing')
      await askTrip(sent, about.activityIds)
      return true
    }
    return send(sent, letter, about.activityId)
  }

  async function send(sent: Chat, letter: Letter, activityId: number | null): Promise<boolean> {
    const isQuestion = letter.kind === 'text' && activityId !== null && letter.words.quote === undefined
    if (isQuestion && (await needs.answersAtOnce(sent, letter, activityId))) return true
    return passOn(sent, letter, activityId)
  }

  async function passOn(sent: Chat, letter: Letter, activityId: number | null): Promise<boolean> {
    const before = await threads.newestOf(letter.personId, longAgo)
    const thread = await passing.pass(letter, activityId)
    if (!thread) {
      await letters.remove(letter.id)
      return false
    }
    await tellPassedOn(sent, letter, thread, before?.id === thread.id ? before : thread)
    return true
  }

  /** In words once, then with a mark at the message: nobody wants a receipt for every line. */
  async function tellPassedOn(sent: Chat, letter: Letter, thread: Thread, before: Thread): Promise<void> {
    const now = clock.now()
    const { toldAt } = before
    if (toldAt && Temporal.Instant.compare(toldAt.add({ hours: hoursTold }), now) > 0) {
      const [source] = await places.of(letter.id, 'source')
      if (source?.messageId)
        messenger.call(source.chatId, 'setMessageReaction', {
          message_id: source.messageId,
          reaction: [{ type: 'emoji', emoji: '✍' }],
        })
      return
    }
    await threads.told(thread.id, now)
    sent.tell({ text: (await passedOnLines(sent, thread.activityId)).join('\n\n') })
  }

  async function passedOnLines({ words }: Chat, activityId: number | null): Promise<string[]> {
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    if (!activity) return [words('correspondence:passed.house')]
    const phones = await itinerary.dutyPhones(activity, clock.now())
    return [
      words('correspondence:passed.activity', { activity: titleOf(activity, words.language) }),
      ...(phones.length > 0
        ? [words('correspondence:passed.call', { phones: phones.map(formatPhone).join(' · ') })]
        : []),
    ]
  }

  async function aboutOf(personId: number) {
    const applied = await activities.applications.ofPerson(personId)
    const live = applied.filter(({ state }) => !over.includes(state))
    const known = await activities.store.byIds(live.map(({ activityId }) => activityId))
    const candidates = live.flatMap(({ activityId, state }): Candidate[] => {
      const activity = known.get(activityId)
      if (!activity || activity.state === 'cancelled') return []
      return [
        { activityId, startsOn: activity.startsOn, endsOn: activity.endsOn, isTheirs: state === 'approved' },
      ]
    })
    const recent = await threads.newestOf(personId, clock.now().subtract({ hours: 24 }))
    const today = clock.now().toZonedDateTimeISO(needs.homeTimeZone).toPlainDate()
    return chooseActivity(candidates, today, recent?.activityId)
  }

  /** Whether somebody has anything to do with an activity; 0: none in particular. */
  async function mayBeAbout(personId: number, activityId: number): Promise<boolean> {
    if (activityId === 0) return true
    return (await activities.applications.latestOne(activityId, personId)) !== undefined
  }

  async function askTrip(sent: Chat, activityIds: readonly number[]): Promise<void> {
    const known = await activities.store.byIds(activityIds)
    const key = (text: string, activityId: number) => [
      { text, callback_data: buttons.chooseTrip.pack({ activityId }) },
    ]
    sent.tell({
      text: sent.words('correspondence:trip.ask'),
      keyboard: [
        ...activityIds.flatMap((id) => {
          const activity = known.get(id)
          return activity ? [key(titleOf(activity, sent.words.language), id)] : []
        }),
        key(sent.words.plain('correspondence:trip.other'), 0),
      ],
    })
  }

  return { take, route, send, passOn, mayBeAbout }
}

/** Nobody writes about what never came to anything. */
const over: readonly string[] = ['draft', 'rejected', 'declined', 'withdrawn', 'replaced']

/** Whatever thread there has ever been. */
const longAgo = Temporal.Instant.fromEpochMilliseconds(0)
