import { firm } from './delegation.ts'
import { asks, publishes, type SmallForm } from './forms.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

const group = (name: string, tr: string, en: string, count: number): SmallForm['survey'] => [
  { type: 'begin_group', name, 'label::Türkçe (tr)': tr, 'label::English (en)': en },
  ...Array.from({ length: count }, (_, at) =>
    asks('text', `${name}${at + 1}`, `${tr} ${at + 1}?`, `${en} ${at + 1}?`, { required: 'yes' }),
  ),
  { type: 'end_group', name: '' },
]

/** A firm's questionnaire of three sections: sales (4 questions), quality (2), staff (6). */
export const sectionsOfFirm: SmallForm = {
  survey: [
    ...group('sales', 'Satış', 'Sales', 4),
    ...group('quality', 'Kalite', 'Quality', 2),
    ...group('staff', 'Kadro', 'Staff', 6),
  ],
  settings: {
    ...{ form_id: 'long', form_title: 'Long', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
    default_language: 'Türkçe (tr)',
  },
}

/** A member of a firm who has just opened its questionnaire. */
export async function memberBegins(world: World, small = sectionsOfFirm): Promise<Person> {
  const celik = await firm(world)
  await publishes(world, small)
  const { joining } = world.house.rooms.people
  const marta = world.person('Marta Ruiz', 'en')
  await marta.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`)
  await marta.starts('q_long')
  return marta
}

/** Hands a section over; resolves with what the link carries. */
export async function handsOver(person: Person, heading: string): Promise<string> {
  await person.taps('Ask a colleague')
  await person.taps(heading)
  const text = person.texts.findLast((one) => one.includes('start=s_')) ?? ''
  return /start=(s_[\w-]+)/.exec(text)?.[1] ?? ''
}

/** Writes so many answers, each another. */
export async function writesAnswers(person: Person, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) await person.writes(`${person.name} ${at}`)
}
