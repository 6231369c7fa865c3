import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { everything } from '../support/everything-form.ts'
import { publishes } from '../support/forms.ts'
import { buttonsOf, dice, failures, oneOf, tapsAny } from '../support/monkey.ts'
import type { Person } from '../support/person.ts'
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

async function acts(person: Person, roll: () => number): Promise<string> {
  const what = roll()
  const buttons = buttonsOf(person)
  if (what < 0.65 && buttons.length > 0)
    return tapsAny(world, person, oneOf(roll, roll() < 0.7 ? buttons.slice(-8) : buttons))
  if (what > 0.97) {
    await person.sharesOwnContact()
    return 'shares their contact'
  }
  const words = oneOf(roll, roll() < 0.7 ? texts : commands)
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
    const person = oneOf(roll, people)
    walk.push(`${person.name}: ${await acts(person, roll)}`)
    expect(failures(world), `seed ${seed}, step ${step}\n${walk.slice(-12).join('\n')}`).toEqual([])
  }
})
