import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishedForms } from '../../src/features/questionnaires/forms/index.ts'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { formOf } from '../features/questionnaires/forms/finished.ts'
import { firm } from '../support/delegation.ts'
import { foreignSentences } from '../support/foreign-words.ts'
import { publishes, sends, sendsPhoto } from '../support/forms.ts'
import { buttonsOf, dice, failures, oneOf, tapsAny } from '../support/monkey.ts'
import type { Person } from '../support/person.ts'
import { markOf, wildForm } from '../support/wild-form.ts'
import { openWorld, type World } from '../support/world.ts'

// HEYET_MONKEY_STEPS=10000 for a long walk; the seed of a walk that failed is in its message.
const steps = Number(process.env.HEYET_MONKEY_STEPS ?? 300)
const seed = Number(process.env.HEYET_MONKEY_SEED ?? 20261126)

let world: World
let version = 0
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const publishesWild = () => publishes(world, wildForm((version += 1)))

async function publishesFinished(): Promise<void> {
  const trip = {
    entersOn: Temporal.PlainDate.from('2026-12-10'),
    leavesOn: Temporal.PlainDate.from('2026-12-13'),
  }
  const { database, rooms } = world.house
  for (const finished of finishedForms) {
    const form = formOf(finished, { trip })
    // By its link for everybody; the scope stays, and whether it is anonymous.
    const open = { ...form, purpose: { ...form.purpose, kind: 'free' as const } }
    await database.transaction(() => rooms.questionnaires.publish({ form: open, publishedBy: null }))
  }
}

const links = ['/start q_wild', ...finishedForms.map(({ id }) => `/start q_${id}`)]
const commands = [
  '/forms',
  '/start',
  '/help',
  '/cancel',
  '/language',
  '/privacy',
  '/desk',
  '/trips',
  '/nonsense',
]
const texts = [
  ...['few 1', 'many 2', '1', '3', '12,5', '1.250.000', '1,250', '%40', '-5', '0', '99999999999', '1/3'],
  ...[
    '13.12.2026',
    '3/4/2026',
    'yarın',
    'mañana',
    'tomorrow',
    'demain',
    '15 Aralık',
    '9',
    '09:30',
    '9.30 pm',
  ],
  ...['evet', 'no', 'oui', 'sí', 'atla', 'skip', 'atrás', 'retour', 'Duraklat', '‹', '›', 'bitti', 'done'],
  ...['<b>&"', '😀', 'x'.repeat(4096), '41.5, 2.25', 'Rayli sistemler', 'a\nb', 'مرحبا', '/', '✅', '${one}'],
]

async function acts(person: Person, others: readonly Person[], roll: () => number): Promise<string> {
  const what = roll()
  const buttons = buttonsOf(person)
  if (what < 0.58 && buttons.length > 0)
    return tapsAny(world, person, oneOf(roll, roll() < 0.8 ? buttons.slice(-10) : buttons))
  if (what < 0.62) {
    const theirs = buttonsOf(oneOf(roll, others))
    if (theirs.length > 0) {
      const { data } = oneOf(roll, theirs)
      return `not theirs: ${await tapsAny(world, person, { messageId: newest(person), data })}`
    }
  }
  if (what < 0.66) return sendsSomething(person, roll)
  if (what < 0.68) return edits(person, roll)
  if (what < 0.7) {
    const language = oneOf(roll, languages)
    await person.writes('/language')
    const button = buttonsOf(person).findLast(({ data }) => data === `p.language:${language}`)
    if (button) await tapsAny(world, person, button)
    return `reads ${language} from now on`
  }
  if (what < 0.71) {
    world.telegram.redeliver(3)
    await world.settle()
    return 'the last three updates come once more'
  }
  const words = oneOf(roll, roll() < 0.75 ? texts : roll() < 0.5 ? links : commands)
  await person.writes(words)
  return `writes ${words.slice(0, 40)}`
}

const newest = (person: Person): number => buttonsOf(person).at(-1)?.messageId ?? 1

async function sendsSomething(person: Person, roll: () => number): Promise<string> {
  const kind = oneOf(roll, ['photo', 'voice', 'document', 'video', 'place', 'contact'] as const)
  if (kind === 'photo') await sendsPhoto(person)
  else if (kind === 'place')
    await person.does((phone) => phone.shareLocation({ latitude: 41.5, longitude: 2.2 }))
  else if (kind === 'contact') await person.sharesOwnContact()
  else
    await sends(
      person,
      kind,
      `${kind}.bin`,
      { voice: 'audio/ogg', video: 'video/mp4', document: 'application/pdf' }[kind],
    )
  return `sends a ${kind}`
}

async function edits(person: Person, roll: () => number): Promise<string> {
  const own = person.phone
    .state()
    .messages.filter(({ from, text }) => from === 'person' && text !== undefined)
  if (own.length === 0) return 'has written nothing yet'
  await person.does((phone) =>
    phone.edit({ messageId: oneOf(roll, own).id, text: oneOf(roll, texts).slice(0, 4000) }),
  )
  return 'changes an old message'
}

const languageOf = async ({ id }: Person): Promise<Language> => {
  const [row] = await world.house.database.query<{ language: Language }>(
    'select language from accounts where user_id = $1',
    [id],
  )
  return row?.language ?? 'tr'
}

test(
  `${steps} random acts in questionnaires find no crash, no dead button and no wrong language`,
  { timeout: 3_600_000 },
  async () => {
    const roll = dice(seed)
    const people = languages.map((language) => world.person(`Person ${language}`, language))
    const zeynep = await world.coordinator('Zeynep Kaya')
    await publishesWild()
    await publishesFinished()
    const { joining } = world.house.rooms.people
    const celik = await firm(world)
    for (const person of people)
      await person.starts(
        `f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`,
      )
    const everybody = [...people, ...people, zeynep]
    const walk: string[] = []
    for (let step = 1; step <= steps; step += 1) {
      const person = oneOf(roll, everybody)
      const [before, shown] = [await languageOf(person), world.shownTo(person).length]
      walk.push(`${person.name}: ${await acts(person, people, roll)}`)
      const place = `seed ${seed}, step ${step}\n${walk.slice(-12).join('\n')}\n${person.screen()}`
      expect(failures(world), place).toEqual([])
      const language = await languageOf(person)
      if (language === before) {
        const fresh = world.shownTo(person).slice(shown)
        expect(foreignSentences(fresh, language), place).toEqual([])
        const foreign = languages.filter((one) => one !== language).map(markOf)
        expect(
          foreign.filter((mark) => fresh.join('\n').includes(mark)),
          place,
        ).toEqual([])
      }
      if (step % 150 === 0) await publishesWild()
      if (step % 400 === 0) await world.deploys(step)
    }
  },
)
