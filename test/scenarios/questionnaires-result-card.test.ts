import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await publishes(world, ready)
})
afterEach(() => world.close())

const ready: SmallForm = {
  survey: [
    asks('range', 'ready', 'Ne kadar hazırsınız?', 'How ready?', { parameters: 'start=1 end=10 step=1' }),
    asks('calculate', 'score_total', 'Toplam', 'Total', { calculation: '${ready} * 10' }),
  ],
  settings: {
    form_id: 'ready',
    form_title: 'Ready',
    heyet_scope: 'firm',
    heyet_purpose: 'needs_analysis',
  },
}

type Cluster = 'rail' | 'aviation' | 'both' | 'none'

/** Somebody whose firm answers how ready it is. */
async function answers(name: string, cluster: Cluster, points: number): Promise<Person> {
  const person = await member(name, cluster)
  await person.starts('q_ready')
  await person.taps(String(points))
  await person.taps('Submit')
  return person
}

async function member(name: string, cluster: Cluster): Promise<Person> {
  const person = world.person(name, 'en')
  await person.starts()
  const { people } = world.house.rooms
  const firmId = await people.firms.create({
    ...{ name: `${name} A.Ş.`, country: 'TR', city: 'Eskişehir', cluster, taxNumber: null },
  })
  await person.starts(
    `f_${await world.house.database.transaction(() => people.joining.inviteToFirm(firmId, null))}`,
  )
  return person
}

test('beside one’s own score stands the median of the cluster, once five of its firms have answered', async () => {
  const first = await answers('Ayşe Bir', 'rail', 3)
  first.sees('Total\n▰▰▰▱▱▱▱▱▱▱ 30/100')
  await answers('Ali İki', 'rail', 4)
  await answers('Can Üç', 'aviation', 10)
  await answers('Ece Dört', 'both', 6)
  const fourth = await answers('Naz Beş', 'rail', 8)
  fourth.doesNotSee('Median of your cluster')
  const fifth = await answers('Ela Altı', 'rail', 9)
  fifth.sees('90/100\nMedian of your cluster: 60 (n = 5)')

  // Those who came before look again: now there are enough.
  await first.writes('/forms')
  await first.taps('📊 Result: Ready')
  expect(first.last).toContain('30/100\nMedian of your cluster: 60 (n = 5)')
  const both = fourth
  await both.writes('/forms')
  await both.taps('📊 Result: Ready')
  expect(both.last).toContain('Median of your cluster: 60 (n = 5)')
})

test('a firm of no cluster has nobody to be measured against, one of both has everybody', async () => {
  for (const at of [1, 2, 3, 4]) await answers(`Kişi ${at}`, 'none', 5)
  const alone = await answers('Son Kişi', 'none', 5)
  alone.doesNotSee('Median of your cluster')
  for (const [at, cluster] of (['rail', 'aviation', 'rail', 'aviation'] as const).entries())
    await answers(`Üye ${at}`, cluster, at + 1)
  const both = await answers('Her İki', 'both', 10)
  both.sees('Median of your cluster: 30 (n = 5)')
})

test('a firm counts once, with what it has handed in last', async () => {
  for (const points of [1, 2, 3, 4]) await answers(`Firma ${points}`, 'rail', points)
  const fifth = await answers('Firma Beş', 'rail', 10)
  fifth.sees('Median of your cluster: 30 (n = 5)')
  await fifth.writes('/forms')
  await fifth.taps('Change: Ready')
  await fifth.taps('✎ 1.')
  await fifth.taps('2')
  await fifth.taps('Submit the changes')
  expect(fifth.last).toContain('20/100\nMedian of your cluster: 20 (n = 5)')
})

test('the button of somebody else’s result shows nothing', async () => {
  const owner = await answers('Ayşe Bir', 'rail', 3)
  await owner.writes('/forms')
  const other = await member('Ali İki', 'rail')
  const said = await other.presses(owner.holds('📊 Result: Ready'))
  expect(said).toBeTruthy()
  other.doesNotSee('30/100')
})
