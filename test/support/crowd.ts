import type { Telegram } from '../../src/sandbox/telegram.ts'

/** What stands open on a screen, as far as one tells it from another. */
interface Read {
  kind: string
  messageId: number
  step?: string
}

/** Somebody at a phone. */
export interface Reader<Screen extends Read = Read> {
  readonly userId: number
  /** Opens the chat. */
  arrive(): void
  /** Reads the newest thing the bot has asked; `undefined` before it has said anything. */
  look(): Screen | undefined
  /** Goes on with what they have begun, once the bot offers it. */
  goOn?(): void
}

type Screen<Person extends Reader> = NonNullable<ReturnType<Person['look']>>

export interface CrowdNeeds<Person extends Reader> {
  telegram: Telegram
  people: readonly Person[]
  /** What somebody does about what they read. */
  act(person: Person, screen: Screen<Person>): void | Promise<void>
  /** Seconds without any progress after which whoever still waits is stuck. */
  patienceSeconds?: number
}

export type Crowd = ReturnType<typeof crowd>

/** Many people at their phones, each answering what they read as soon as they see it. */
export function crowd<Person extends Reader>({
  telegram,
  people,
  act,
  patienceSeconds = 20,
}: CrowdNeeds<Person>) {
  const byId = new Map(people.map((person) => [person.userId, person]))
  /** What each has reacted to; an empty text before the first time. */
  const answered = new Map<number, string>()
  const waiting = new Set<number>()
  let left = 0
  let acted = 0
  let movedAt = performance.now()

  const unsubscribe = telegram.subscribe((event) => {
    if (event.kind !== 'changed') return
    for (const userId of event.phones) look(byId.get(userId))
  })

  function look(person: Person | undefined): void {
    const screen = person?.look() as Screen<Person> | undefined
    if (!screen) person?.goOn?.()
    if (!person || !screen || keyOf(screen) === answered.get(person.userId)) return
    if (waiting.delete(person.userId)) movedAt = performance.now()
    if (left > 0) react(person, screen)
  }

  function react(person: Person, screen: Screen<Person>): void {
    left -= 1
    acted += 1
    answered.set(person.userId, keyOf(screen))
    waiting.add(person.userId)
    void act(person, screen)
  }

  /** Whose turn it is: they have read something that they have not answered yet. */
  const ready = () => people.filter((person) => !waiting.has(person.userId) && person.look() !== undefined)

  async function settle(isEnough: () => boolean): Promise<void> {
    movedAt = performance.now()
    while (!isEnough() && performance.now() - movedAt < patienceSeconds * 1000)
      await new Promise((resolve) => setTimeout(resolve, 2))
  }

  return {
    /** Opens the chats; resolves when everybody has read the first answer. */
    async arrive(): Promise<void> {
      for (const person of people) {
        waiting.add(person.userId)
        person.arrive()
      }
      await settle(() => waiting.size === 0)
    },
    /** Lets people answer `count` times in all; resolves when everybody has read the answer to that, or is stuck. */
    async answer(count: number, isEnough = () => left <= 0 && waiting.size === 0): Promise<void> {
      left = count
      for (const person of ready()) if (left > 0) look(person)
      await settle(isEnough)
      left = 0
    },
    /** One of those whose turn it is answers once; false when nobody can. */
    answerOnce(after: number): boolean {
      const able = ready()
      const person = able[after % Math.max(able.length, 1)]
      if (!person) return false
      left = 1
      look(person)
      left = 0
      return true
    },
    /** How many things have been done so far. */
    get acted() {
      return acted
    },
    /** People who wait for an answer. */
    get waiting(): ReadonlySet<number> {
      return waiting
    },
    leave: unsubscribe,
  }
}

const keyOf = ({ messageId, step = '' }: Read): string => `${messageId} ${step}`
