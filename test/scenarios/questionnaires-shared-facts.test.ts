import { afterEach, beforeEach, expect, test } from 'vitest'
import { firm } from '../support/delegation.ts'
import { asks, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let marta: Person
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  const celik = await firm(world)
  await publishes(world, ours)
  const { joining } = world.house.rooms.people
  const joins = async (name: string): Promise<Person> => {
    const person = world.person(name, 'en')
    const token = await world.house.database.transaction(() => joining.inviteToFirm(celik, null))
    await person.starts(`f_${token}`)
    return person
  }
  marta = await joins('Marta Ruiz')
  ayse = await joins('Ayşe Yılmaz')
  await marta.starts('q_ours')
  await marta.writes('marta@celik.example')
})
afterEach(() => world.close())

const ours: SmallForm = {
  survey: [
    asks('text', 'email', 'E-postanız?', 'Your e-mail?', { heyet_profile: 'person.email', required: 'yes' }),
    asks('text', 'city', 'Şehir?', 'City?', { heyet_profile: 'firm.city', required: 'yes' }),
  ],
  settings: {
    ...{ form_id: 'ours', form_title: 'Ours', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  },
}
const query = (text: string) => world.house.database.query<{ text: string }>(text, [])
const addresses = async () =>
  (await query(`select given_names || ' ' || email as text from persons where email is not null`)).map(
    ({ text }) => text,
  )

test('whoever goes on in a colleague’s draft does not get their address; what is the firm’s is kept', async () => {
  await ayse.starts('q_ours')
  await ayse.writes('Bursa')
  await ayse.taps('Submit')
  ayse.sees('ours-0001')
  expect(await addresses()).toEqual([])
  expect(await query('select city as text from firms')).toEqual([{ text: 'Bursa' }])
})

test('whoever changes what a colleague has handed in does not get their address', async () => {
  await marta.writes('Bursa')
  await marta.taps('Submit')
  expect(await addresses()).toEqual(['Marta marta@celik.example'])
  await ayse.starts('q_ours')
  await ayse.taps('Change')
  await ayse.taps('Submit the changes')
  ayse.sees('ours-0001')
  expect(await addresses()).toEqual(['Marta marta@celik.example'])
})
