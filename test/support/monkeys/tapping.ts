import { buttonsOf, oneOf } from '../monkey.ts'
import type { HeldButton, Person } from '../person.ts'
import type { Monkey } from './acts.ts'
import type { Player } from './roles.ts'
import { kindOf, type Done } from './watching.ts'

/** Buttons after which there is not much left to play with. */
export const endings = /^(a\.cancel|a\.later|a\.online|p\.erased|p\.revoked|a\.publish|p\.left):?/

/** Taps a button, or data that nobody was given; what it showed is what stands differently on the phone afterwards. */
export async function taps(
  { world, tapped }: Monkey,
  { role, person }: Player,
  button: HeldButton,
): Promise<Done> {
  const before = screenOf(person)
  const answer = await world.telegram.forgePress({ userId: person.id, ...button })
  await world.settle()
  const key = `${role} ${kindOf(button.data)}`
  tapped.set(key, (tapped.get(key) ?? 0) + 1)
  const pressed = {
    data: button.data,
    isAnswered: answer !== null,
    note: answer?.text ?? '',
    hasChanged: screenOf(person) !== before,
  }
  return { userId: person.id, what: `taps ${button.data}: ${pressed.note}`, pressed }
}

/** What can be seen; the note that comes over the chat is not part of it. */
const screenOf = ({ phone }: Person): string => {
  const { messages, replyKeyboard } = phone.state()
  return JSON.stringify([messages.map(({ editedAt: _, ...message }) => message), replyKeyboard])
}

/** The newest message with buttons. */
export const newestOf = ({ phone }: Person): number =>
  phone.state().messages.findLast(({ from, keyboard }) => from === 'bot' && keyboard)?.id ?? 1

/** The button that this role has tapped least of three, mostly one of the newest. */
export function wishes({ roll, tapped }: Monkey, { role, person }: Player): HeldButton | undefined {
  const all = buttonsOf(person)
  if (all.length === 0) return undefined
  const where = roll()
  const some =
    where < 0.6
      ? all.filter(({ messageId }) => messageId === all.at(-1)?.messageId)
      : where < 0.85
        ? all.slice(-24)
        : all
  const three = Array.from({ length: 3 }, () => oneOf(roll, some)).filter(
    ({ data }) => !endings.test(data) || roll() < 0.1,
  )
  const times = ({ data }: HeldButton) => tapped.get(`${role} ${kindOf(data)}`) ?? 0
  return three.toSorted((one, other) => times(one) - times(other))[0]
}

/** Presses what somebody else was shown, or data close to it. */
export async function forges(monkey: Monkey, player: Player): Promise<Done> {
  const { roll, players } = monkey
  const theirs = buttonsOf(oneOf(roll, players).person).filter(({ data }) => !endings.test(data))
  if (theirs.length === 0) return { userId: player.person.id, what: 'finds nothing to forge' }
  const { data } = oneOf(roll, theirs)
  const bent = roll() < 0.6 ? data : data.replace(/\d+/, () => String(Math.floor(roll() * 20)))
  const done = await taps(monkey, player, { messageId: newestOf(player.person), data: bent })
  return { ...done, what: `not theirs: ${done.what}` }
}

/** The same button twice at once. */
export async function tapsTwice(monkey: Monkey, player: Player): Promise<Done> {
  const button = wishes(monkey, player)
  if (!button) return { userId: player.person.id, what: 'finds nothing to tap' }
  const { person } = player
  await Promise.all([person.presses(button), person.presses(button)])
  return { userId: person.id, what: `taps twice ${button.data}` }
}
