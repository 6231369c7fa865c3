import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { begins, reaches, steps, type Step } from '../support/applying.ts'
import { delegation, worldOfAyse } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import type { World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  ;({ world, ayse } = await worldOfAyse())
})
afterEach(() => world.close())

/** Answers all steps, with something happening before each answer, and ends at the summary. */
async function answersAll(before: (step: Step) => Promise<void>): Promise<void> {
  await begins(ayse)
  for (const step of steps) {
    expect(ayse.last).toContain(step.asks.tr)
    await before(step)
    await step.answer(ayse, phrases.tr)
  }
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
}

describe('interrupted at each step', () => {
  test('paused, and resumed from /trips at the same question', () =>
    answersAll(async (step) => {
      await ayse.writes(step.name === 'phone' ? '⏸ Ara ver' : '/cancel')
      expect(ayse.last).toContain('saklandı')
      await ayse.writes('/trips')
      await ayse.taps('Barselona')
      await ayse.taps('Başvuruya devam et')
      expect(ayse.last).toContain(step.asks.tr)
    }))

  test('paused with the button, and resumed from the home card', () =>
    answersAll(async (step) => {
      if (step.name === 'phone') return
      await ayse.taps('Ara ver')
      await ayse.starts()
      await ayse.taps('Başvuruya devam et')
      expect(ayse.last).toContain(step.asks.tr)
    }))

  test('the bot is started again: the answer to the old message is taken', () =>
    answersAll(() => world.deploys()))

  test('a new version of the sittings is deployed: the answer to the old message is taken', async () => {
    let version = 1
    await answersAll(() => world.deploys((version += 1)))
  })

  test.each(['/help', '/trips'])('by %s: the question is shown again below', async (command) => {
    await answersAll(async (step) => {
      await ayse.writes(command)
      expect(ayse.last).toContain(step.asks.tr)
    })
  })

  test('by any other command: the same', async () => {
    await answersAll(async (step) => {
      if (!['passport', 'phone'].includes(step.name)) return
      for (const command of ['/language', '/privacy', '/start', '/nonsense', '/desk']) {
        await ayse.writes(command)
        expect(ayse.last).toContain(step.asks.tr)
      }
    })
  })

  test('by another language: the question is shown again in it', async () => {
    await answersAll(async (step) => {
      await ayse.writes('/language')
      const { id: messageId } = ayse.shown('Choose a language')
      for (const language of ['en', 'es', 'fr', 'tr'] as const) {
        await ayse.presses({ messageId, data: `p.language:${language}` })
        expect(ayse.last).toContain(step.asks[language])
      }
    })
  })
})

test('with a draft of each of two activities, words go to the one that was asked last', async () => {
  await delegation(world, { code: 'LYON27', title: { tr: 'Lyon Heyeti' } })
  await reaches(ayse, 'position')
  await ayse.starts('t_LYON27')
  await ayse.taps('Başvur')
  expect(ayse.last).toContain('Lyon Heyeti')
  for (const step of steps.filter(({ name }) => name !== 'notice')) await step.answer(ayse, phrases.tr)
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('LYON27-0001')
  await ayse.writes('Teşekkür ederim')
  expect(ayse.last).toContain('anlayamadım')
  await ayse.writes('/trips')
  await ayse.taps('Barselona')
  await ayse.taps('Başvuruya devam et')
  expect(ayse.last).toContain('Firmadaki göreviniz?')
})
