import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { everything } from '../support/everything-form.ts'
import { publishes } from '../support/forms.ts'
import type { HeldButton, Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

// HEYET_MONKEY_STEPS=10000 for a long walk; the seed of a walk that failed is in its message.
const steps = Number(process.env.HEYET_MONKEY_STEPS ?? 300)
const seed = Number(process.env.HEYET_MONKEY_SEED ?? 20261123)

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await delegation(world, { code: 'EGT-1', kind: 'training', approval: 'automatic', capacity: 1 })
  await publishes(world, everything)
  await firm(world)
  await firm(world, 'Celik Makina Ltd. Şti.', 'Sivas')
})
afterEach(() => world.close())

const commands = [
  '/start',
  '/trips',
  '/help',
  '/cancel',
  '/language',
  '/privacy',
  '/desk',
  '/start t_BCN26',
  '/nonsense',
  '/forms',
  '/start q_all',
]
const texts = [
  ...[
    'celik',
    'Ayşe Yılmaz',
    'AYSE YILMAZ',
    'İhracat müdürü',
    '0532 123 45 67',
    'ayse@celik.com.tr',
    '12345678901',
  ],
  ...[
    'evet',
    'no',
    'oui',
    'atla',
    '13.12',
    'mañana',
    '<b>&"',
    '😀',
    'x'.repeat(900),
    '0',
    '2',
    'İngilizce, español',
  ],
]

/** Always the same numbers for the same seed, between 0 and 1 (mulberry32). */
function dice(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Every button on the screen, old ones too. */
const buttonsOf = ({ phone }: Person): HeldButton[] =>
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
const shownBy = (person: Person) =>
  world.calls.filter(({ payload }) => Number(payload['chat_id']) === person.id).length

async function acts(person: Person, roll: () => number): Promise<string> {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(roll() * items.length)] as Item
  const what = roll()
  const buttons = buttonsOf(person)
  if (what < 0.65 && buttons.length > 0) {
    const button = one(roll() < 0.7 ? buttons.slice(-8) : buttons)
    const before = shownBy(person)
    const note = await person.presses(button)
    expect(note !== undefined || shownBy(person) > before, `${button.data} does nothing`).toBe(true)
    return `taps ${button.data}: ${note ?? ''}`
  }
  if (what > 0.97) {
    await person.sharesOwnContact()
    return 'shares their contact'
  }
  const words = one(roll() < 0.7 ? texts : commands)
  await person.writes(words)
  return `writes ${words.slice(0, 40)}`
}

test(`${steps} random taps and words find no crash and no dead button`, { timeout: 1_800_000 }, async () => {
  const roll = dice(seed)
  const people = [
    await world.coordinator('Zeynep Kaya'),
    ...(['tr', 'es', 'fr', 'en'] as const).map((language) => world.person(`Person ${language}`, language)),
  ]
  for (const person of people) await person.starts()
  const walk: string[] = []
  for (let step = 0; step < steps; step += 1) {
    const person = people[Math.floor(roll() * people.length)] as Person
    walk.push(`${person.name}: ${await acts(person, roll)}`)
    const failed = world.lines.filter((line) => line.includes('.failed') || line.includes('send.refused'))
    expect(failed, `seed ${seed}, step ${step}\n${walk.slice(-12).join('\n')}`).toEqual([])
  }
})
