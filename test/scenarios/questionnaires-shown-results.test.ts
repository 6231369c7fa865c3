import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, publishes } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await publishes(world, {
    survey: [asks('text', 'opinion', 'Ne dersiniz?', 'What do you say?')],
    settings: { form_id: 'fairs', form_title: 'Fairs', heyet_anonymous: 'yes' },
  })
  for (const name of ['Ayşe Bir', 'Berk İki', 'Can Üç', 'Deniz Dört', 'Ece Beş']) await says(name)
  await opensCard()
  await turns('Close it', 'Yes, close it')
  await zeynep.taps('Results')
})
afterEach(() => world.close())

async function says(name: string): Promise<void> {
  const somebody = world.person(name)
  await somebody.starts('q_fairs')
  await somebody.writes('bir söz')
  await somebody.taps('Gönder')
}

async function opensCard(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Questionnaires')
  await zeynep.taps('Fairs')
}

async function turns(button: string, confirmed: string): Promise<void> {
  await zeynep.taps(button)
  await zeynep.taps(confirmed)
}

/** It is reopened, one more answers, and it is closed again. */
async function sixthAnswers(): Promise<void> {
  await opensCard()
  await turns('Reopen it', 'Yes, reopen it')
  await says('Fatma Altı')
  await turns('Close it', 'Yes, close it')
  await zeynep.taps('Results')
}

test('whoever has only looked which tables and questions there are has seen nothing yet', async () => {
  await zeynep.taps('Table')
  expect(zeynep.last).toContain('In which language')
  const [row] = await world.house.database.query<{ id: number }>('select id from questionnaires', [])
  const { id: messageId } = zeynep.shown('In which language')
  for (const data of [`q.sumlist:${row?.id}:0`, `q.respall:${row?.id}`])
    await zeynep.presses({ messageId, data })
  await sixthAnswers()
  zeynep.doesNotSee('shown from 10 responses on')
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('n = 6')
})

test('whoever has read one question has seen results', async () => {
  await zeynep.taps('Question by question')
  expect(zeynep.last).toContain('n = 5')
  await sixthAnswers()
  zeynep.sees('shown from 10 responses on')
})

test('whoever was sent a table has seen results', async () => {
  await zeynep.taps('Table')
  await zeynep.taps('English')
  zeynep.sees('The table with 5 responses is below.')
  await sixthAnswers()
  zeynep.sees('shown from 10 responses on')
})
