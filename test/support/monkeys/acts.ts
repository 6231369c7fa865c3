import { languages } from '../../../src/shared/localized-text.ts'
import { oneOf } from '../monkey.ts'
import type { Person } from '../person.ts'
import type { Cast } from './cast.ts'
import { sendsSomething } from './sending.ts'
import { forges, newestOf, taps, tapsTwice, wishes } from './tapping.ts'
import type { Done } from './watching.ts'
import { commands, typed } from './words.ts'

export interface Monkey extends Cast {
  roll: () => number
  /** How often each kind of button has been tapped, by role. */
  tapped: Map<string, number>
}

/** One thing that somebody does. */
export async function acts(monkey: Monkey): Promise<Done> {
  const { roll, world, players } = monkey
  // Whoever runs something has far more buttons than the others.
  const player = oneOf(roll, roll() < 0.45 ? players.slice(0, 3) : players)
  const { person } = player
  const does = (what: string): Done => ({ userId: person.id, what })
  if (person.phone.state().blocked) {
    if (roll() < 0.2) {
      await person.does((phone) => phone.unblock())
      return does('unblocks')
    }
    return acts(monkey)
  }
  const what = roll()
  if (what < 0.66) {
    const button = wishes(monkey, player)
    if (button) return taps(monkey, player, button)
  }
  if (what < 0.69) return forges(monkey, player)
  if (what < 0.7) return tapsTwice(monkey, player)
  if (what < 0.74) {
    const command = roll() < 0.3 ? '/desk' : oneOf(roll, commands)
    await person.writes(command)
    return does(`writes ${command}`)
  }
  if (what < 0.78) return does(await sendsSomething(monkey, player))
  if (what < 0.79) return does(await edits(monkey, person))
  if (what < 0.793) {
    await person.does((phone) => phone.block())
    return does('blocks')
  }
  if (what < 0.8) {
    await person.presses({ messageId: newestOf(person), data: `p.language:${oneOf(roll, languages)}` })
    return does('changes the language')
  }
  if (what < 0.81) return does(await waits(monkey))
  if (what < 0.815) {
    world.telegram.redeliver(1 + Math.floor(roll() * 5))
    await world.settle()
    return does('hears the last updates once more')
  }
  if (what < 0.82) return does(await forwards(monkey, person))
  if (what < 0.83) return does(await followsLink(monkey, person))
  if (what < 0.832) {
    await world.deploys()
    return does('sees a deploy')
  }
  const words = oneOf(roll, typed)
  await person.writes(words)
  return does(`writes ${words.slice(0, 40)}`)
}

async function edits({ roll }: Monkey, person: Person): Promise<string> {
  const own = person.phone
    .state()
    .messages.filter(({ from, text }) => from === 'person' && text !== undefined)
  if (own.length === 0) return 'has written nothing yet'
  await person.does((phone) =>
    phone.edit({ messageId: oneOf(roll, own.slice(-5)).id, text: oneOf(roll, typed).trim() || 'a' }),
  )
  return 'changes an old message'
}

/** Minutes mostly, sometimes hours, seldom days. */
async function waits({ roll, world }: Monkey): Promise<string> {
  const kind = roll()
  const hours = kind < 0.7 ? roll() : kind < 0.95 ? 1 + roll() * 11 : 24 + roll() * 40
  const to = world.clock.now().add({ minutes: Math.ceil(hours * 60) })
  await world.clockShows(`${to.toZonedDateTimeISO('Europe/Istanbul').toString()}`)
  return `lets ${hours.toFixed(1)} hours pass`
}

async function forwards({ roll, players }: Monkey, person: Person): Promise<string> {
  const from = oneOf(roll, players).person
  const messages = from.phone.state().messages.filter(({ service }) => service === undefined)
  if (messages.length === 0) return 'finds nothing to forward'
  await person.does((phone) => {
    try {
      phone.forward({ fromUserId: from.id, messageId: oneOf(roll, messages.slice(-10)).id })
    } catch {
      // Protected: Telegram lets nobody forward it.
    }
  })
  return `forwards a message of ${from.name}`
}

async function followsLink({ roll, players }: Monkey, person: Person): Promise<string> {
  const links = players.flatMap(({ person: { texts } }) =>
    texts.flatMap((text) => [...text.matchAll(/start=([\w-]+)/g)].map(([, payload]) => payload)),
  )
  if (links.length === 0) return 'knows of no link'
  const payload = oneOf(roll, links)
  await person.starts(payload)
  return `opens ${payload ?? ''}`
}
