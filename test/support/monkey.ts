import { expect } from 'vitest'
import type { HeldButton, Person } from './person.ts'
import type { World } from './world.ts'

/** Always the same numbers for the same seed, between 0 and 1 (mulberry32). */
export function dice(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const oneOf = <Item>(roll: () => number, items: readonly Item[]): Item =>
  items[Math.floor(roll() * items.length)] as Item

/** Every button on the screen, old ones too. */
export const buttonsOf = ({ phone }: Person): HeldButton[] =>
  phone
    .state()
    .messages.flatMap(({ id, keyboard }) =>
      (keyboard?.inline_keyboard ?? [])
        .flat()
        .flatMap((key) =>
          'callback_data' in key && key.callback_data ? [{ messageId: id, data: key.callback_data }] : [],
        ),
    )

/** How often something was said or changed in this person's chat. */
const shownBy = (world: World, person: Person) =>
  world.calls.filter(({ payload }) => Number(payload['chat_id']) === person.id).length

/** Taps a button, which must answer or show something. */
export async function tapsAny(world: World, person: Person, button: HeldButton): Promise<string> {
  const before = shownBy(world, person)
  const note = await person.presses(button)
  expect(note !== undefined || shownBy(world, person) > before, `${button.data} does nothing`).toBe(true)
  return `taps ${button.data}: ${note ?? ''}`
}

/** What has gone wrong so far, as the bot has logged it. */
export const failures = (world: World): string[] =>
  world.lines.filter((line) => line.includes('.failed') || line.includes('send.refused'))
