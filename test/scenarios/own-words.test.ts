import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicants } from '../support/life.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let carlos: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya')
  ;[carlos] = (await applicants(world, {}, 'Carlos García')) as [Person]
})
afterEach(() => world.close())

const note = 'Carlos García mesajları İspanyolca okuyor; sizin cümleniz yazdığınız gibi gider.'

async function readsSpanish(): Promise<void> {
  await carlos.writes('/language')
  await carlos.taps('Español')
}

test('whoever sends an application back in words of their own hears before that they are read in another language', async () => {
  await readsSpanish()
  await zeynep.taps('Ek bilgi iste')
  await zeynep.taps('▫️ Görev')
  await zeynep.taps('Son günü seç')
  await zeynep.taps('4 Kasım')
  // As long as nothing is written, everything is said in Spanish.
  expect(zeynep.last).not.toContain(note)
  await zeynep.taps('Nedenini ekle')
  await zeynep.writes('Görevinizi açar mısınız?')
  expect(zeynep.last).toContain(note)
  await zeynep.taps('↩️ Gönder')
  carlos.sees('Görevinizi açar mısınız?')
  expect(carlos.texts.join()).not.toContain(note)
})

test('so does whoever rejects in words of their own, unless both read the same language', async () => {
  await zeynep.taps('Reddet')
  await zeynep.taps('Kendim yazayım')
  await zeynep.writes('Bu yıl yalnızca üreticiler katılacak.')
  expect(zeynep.last).not.toContain('okuyor')
  await readsSpanish()
  await zeynep.taps('Geri')
  await zeynep.taps('Yer yetmedi')
  expect(zeynep.last).not.toContain(note)
  await zeynep.taps('Geri')
  await zeynep.taps('Kendim yazayım')
  await zeynep.writes('Bu yıl yalnızca üreticiler katılacak.')
  expect(zeynep.last).toContain(note)
  await zeynep.taps('Reddet ve bildir')
  carlos.sees('Bu yıl yalnızca üreticiler katılacak.')
})
