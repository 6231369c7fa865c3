import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const fairs = (settings: Record<string, string> = {}): SmallForm => ({
  survey: [asks('select_one yn', 'fairs', 'Fuara katılıyor musunuz?', 'Do you go to fairs?')],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: { form_id: 'fairs', form_title: 'Fairs', default_language: 'Türkçe (tr)', ...settings },
})

/** Somebody answers the one question of the form by its link. */
async function answers(name: string, label: string): Promise<void> {
  const somebody = world.person(name)
  await somebody.starts('q_fairs')
  await somebody.taps(label)
  await somebody.taps('Gönder')
}

async function opensCard(person: Person): Promise<void> {
  await person.writes('/desk')
  await person.taps('Questionnaires')
  await person.taps('Fairs')
}

test('the desk says how many have answered, how many were asked, and when the last one was', async () => {
  await publishes(world, fairs())
  await opensCard(zeynep)
  await zeynep.taps('Results')
  expect(zeynep.last).toContain('Nobody has submitted this questionnaire yet')
  expect(zeynep.buttons.join()).not.toContain('Table')
  await answers('Ayşe Yılmaz', 'Evet')
  await opensCard(zeynep)
  await zeynep.taps('Results')
  expect(zeynep.last).toContain('1 response submitted')
  expect(zeynep.last).toContain('The last one: Monday 2 November 2026')
  expect(zeynep.last).toContain('It has not been sent to anybody yet')
  await zeynep.taps('‹ Questionnaire')
  expect(zeynep.last).toContain('Filling in: 0 · Submitted: 1')
})

test('an anonymous one shows nothing while it is open, and nothing of four', async () => {
  await publishes(world, fairs({ heyet_anonymous: 'yes' }))
  for (const name of ['Ayşe Bir', 'Berk İki', 'Can Üç', 'Deniz Dört']) await answers(name, 'Evet')
  await opensCard(zeynep)
  await zeynep.taps('Results')
  expect(zeynep.last).toContain('4 responses submitted')
  expect(zeynep.last).toContain('once you have closed it')
  expect(zeynep.last).not.toContain('The last one')
  await zeynep.taps('‹ Questionnaire')
  await zeynep.taps('Close it')
  await zeynep.taps('Yes, close it')
  await zeynep.taps('Results')
  expect(zeynep.last).toContain('from 5 responses on')
  expect(zeynep.buttons.join()).not.toContain('Table')
})
