import { buttonsOf } from '../monkey.ts'
import { sendsPhoto } from '../forms.ts'
import type { HeldButton } from '../person.ts'
import type { Monkey } from './acts.ts'
import type { Player } from './roles.ts'
import { endings, taps } from './tapping.ts'
import { kindOf, type Done } from './watching.ts'

const beginnings = [
  ...['/start', '/trips', '/itinerary', '/forms', '/language', '/privacy', '/help', '/desk', '/broadcast'],
  ...['/start t_BCN-RAIL', '/start q_needs', '/start q_satisfaction', '/start q_logistics', '/start q_wild'],
]

/** What is tried where words are asked for. */
const tries = ['Ali Veli', '2', '12.11.2026 10:00', 'a@b.co', '0532 123 45 67', 'celik', 'Grand Hotel']

/** How many buttons of a kind are tapped by one person, and how many that look alike. */
const [mostOfKind, mostAlike] = [8, 2]

/** What can be done but once; before it everything else about it is tried. */
const deciding =
  /^(a\.(approve|approved|rejected|refuse|wait|withdrawn|sevyes|staged|annnow|offer|noshow|state|coming)|b\.c\.(submit|discard)|.*\.discarded):/

/** Buttons that look alike differ in numbers and marks only. */
const shapeOf = (data: string): string => data.replaceAll(/\d[\da-z]*/g, '#')

/** Goes wherever this person can get from their commands, the nearest first; what ends something comes last. */
export async function* crawls(monkey: Monkey, player: Player): AsyncGenerator<Done> {
  const { person } = player
  const known = new Set<string>()
  const counts = new Map<string, number>()
  const waiting: HeldButton[] = []
  const later: HeldButton[] = []
  const last: HeldButton[] = []
  const counted = (key: string, most: number) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return count < most
  }
  const looks = () => {
    for (const button of buttonsOf(person)) {
      if (known.has(button.data)) continue
      known.add(button.data)
      if (!counted(shapeOf(button.data), mostAlike) || !counted(kindOf(button.data), mostOfKind)) continue
      ;(endings.test(button.data) ? last : deciding.test(button.data) ? later : waiting).push(button)
    }
  }
  const writes = async (words: string): Promise<Done> => {
    await person.writes(words)
    looks()
    return { userId: person.id, what: `writes ${words}` }
  }
  if (person.phone.state().blocked) await person.does((phone) => phone.unblock())
  for (const command of beginnings) yield await writes(command)
  let tried = 0
  for (;;) {
    const button = waiting.shift() ?? later.shift() ?? last.shift()
    if (!button) break
    yield await taps(monkey, player, button)
    const hadMore = waiting.length
    looks()
    // A question without buttons that were not there before may want words.
    if (waiting.length > hadMore || !asksForWords(player)) continue
    for (let times = 0; times < 2; times += 1) yield await writes(tries[(tried += 1) % tries.length] ?? '')
    if (tried % 5 === 0) {
      await sendsPhoto(person)
      looks()
      yield { userId: person.id, what: 'sends a photo' }
    }
  }
}

/** The newest thing said has at most a way back. */
function asksForWords({ person }: Player): boolean {
  const newest = person.phone.state().messages.findLast(({ from, service }) => from === 'bot' && !service)
  return (newest?.keyboard?.inline_keyboard ?? []).flat().length <= 2
}
