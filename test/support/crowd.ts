import type { Telegram } from '../../src/sandbox/telegram.ts'
import type { Applicant, Screen } from './applicant.ts'

/** What somebody does about what they read. */
export type Act = (person: Applicant, screen: Screen) => void | Promise<void>

export interface CrowdNeeds {
  telegram: Telegram
  people: readonly Applicant[]
  act: Act
  /** Seconds without any progress after which whoever still waits is stuck. */
  patienceSeconds?: number
}

export type Crowd = ReturnType<typeof crowd>

/** Many people at their phones, each answering what they read as soon as they see it. */
export function crowd({ telegram, people, act, patienceSeconds = 20 }: CrowdNeeds) {
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

  function look(person: Applicant | undefined): void {
    const screen = person?.look()
    if (!screen) person?.goOn()
    if (!person || !screen || keyOf(screen) === answered.get(person.userId)) return
    if (waiting.delete(person.userId)) movedAt = performance.now()
    if (left > 0) react(person, screen)
  }

  function react(person: Applicant, screen: Screen): void {
    left -= 1
    acted += 1
    answered.set(person.userId, keyOf(screen))
    waiting.add(person.userId)
    void act(person, screen)
  }

  /** Whose turn it is: they have read something that they have not answered yet. */
  const ready = () => people.filter(({ userId, look: read }) => !waiting.has(userId) && read() !== undefined)

  async function settle(isEnough: () => boolean): Promise<void> {
    movedAt = performance.now()
    while (!isEnough() && performance.now() - movedAt < patienceSeconds * 1000)
      await new Promise((resolve) => setTimeout(resolve, 2))
  }

  return {
    /** Opens the chats; resolves when everybody has read the first answer. */
    async arrive(): Promise<void> {
      for (const { userId, phone } of people) {
        waiting.add(userId)
        phone.start({})
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

const keyOf = (screen: Screen): string =>
  screen.kind === 'summary' ? `${screen.messageId}` : `${screen.messageId} ${screen.step}`
