import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Language } from '../../src/shared/localized-text.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-11T12:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()

async function inFourLanguages(bus: string | null = '2'): Promise<Record<Language, Person>> {
  return {
    tr: await traveller(world, barcelona, 'Ayşe Yılmaz', { language: 'tr', bus }),
    en: await traveller(world, barcelona, 'Marta Puig', { language: 'en', bus }),
    es: await traveller(world, barcelona, 'Jordi Vila', { language: 'es', bus }),
    fr: await traveller(world, barcelona, 'Anne Roux', { language: 'fr', bus }),
  }
}

/** What each has just been told of one item: without activity and the request to tap. */
const told = (people: Record<Language, Person>) =>
  Object.fromEntries(
    Object.entries(people).map(([language, { texts }]) => [
      language,
      texts
        .findLast((text) => /Changed in the|programında değişiklik|Cambio en el|Modification du/.test(text))
        ?.split('\n\n')[0],
    ]),
  )

const firstLines = (people: Record<Language, Person>) =>
  Object.fromEntries(Object.entries(told(people)).map(([language, text]) => [language, text?.split('\n')[0]]))

/** From the desk to an item of the programme. */
async function opens(coordinator: Person, title: string): Promise<void> {
  await coordinator.writes('/desk')
  await coordinator.taps('Barcelona rail')
  await coordinator.taps('🗓 Programme')
  for (let pages = 0; pages < 5 && !coordinator.buttons.some((label) => label.includes(title)); pages++)
    await coordinator.taps('Next ›')
  await coordinator.taps(title)
}

test('a bus, a train, a flight, a walk and a visit that will be late, each in its words', async () => {
  const people = await inFourLanguages()
  await publishBarcelona(world, barcelona)
  await madrid('12T08:00')
  await changeItem(world, barcelona, 'coach-railgrup', { startsAt: instant('12T08:50') })
  expect(told(people)).toEqual({
    tr: '🚌 2 numaralı otobüs 20 dakika gecikecek. Yeni hareket saati: 08:50 (Barselona saatiyle).\n📍 Kalkış yeri aynı: Otel, Eixample\nOtobüsle demiryolu kümesine',
    en: '🚌 Bus 2 will leave 20 minutes late. New departure: 08:50 (Barcelona time).\n📍 Leaves from the same place: Hotel, Eixample\nCoach to the railway cluster',
    es: '🚌 El autocar 2 saldrá con 20 minutos de retraso. Nueva hora de salida: 08:50 (hora de Barcelona).\n📍 Salida desde el mismo lugar: Hotel, Eixample\nAutocar al clúster ferroviario',
    fr: '🚌 L’autocar 2 partira avec 20 minutes de retard. Nouveau départ\u00a0: 08:50 (Barcelone, heure locale).\n📍 Départ du même lieu\u00a0: Hôtel, Eixample\nAutocar vers le cluster ferroviaire',
  })
  await changeItem(world, barcelona, 'coach-railgrup', { transport: 'AVE 3142' })
  await madrid('12T08:05')
  await changeItem(world, barcelona, 'coach-railgrup', {
    transport: 'AVE 3142',
    startsAt: instant('12T08:31'),
  })
  expect(firstLines(people)).toEqual({
    tr: '🚆 AVE 3142: 1 dakika gecikecek. Yeni hareket saati: 08:31 (Barselona saatiyle).',
    en: '🚆 AVE 3142 will leave 1 minute late. New departure: 08:31 (Barcelona time).',
    es: '🚆 AVE 3142 saldrá con 1 minuto de retraso. Nueva hora de salida: 08:31 (hora de Barcelona).',
    fr: '🚆 AVE 3142 partira avec 1 minute de retard. Nouveau départ\u00a0: 08:31 (Barcelone, heure locale).',
  })
  await changeItem(world, barcelona, 'railgrup', { startsAt: instant('12T09:50') })
  expect(firstLines(people)).toEqual({
    tr: '⏱ 09:30 → 09:50 · Barselona · 🏛 Demiryolu kümesi Railgrup',
    en: '⏱ 09:30 → 09:50 · Barcelona · 🏛 Railway cluster Railgrup',
    es: '⏱ 09:30 → 09:50 · Barcelona · 🏛 Clúster ferroviario Railgrup',
    fr: '⏱ 09:30 → 09:50 · Barcelone · 🏛 Cluster ferroviaire Railgrup',
  })
  await madrid('13T12:45')
  await changeItem(world, barcelona, 'flight-back', { startsAt: instant('13T15:10') })
  expect(firstLines(people)).toEqual({
    tr: '✈️ TK 1854: 30 dakika gecikecek. Yeni hareket saati: 15:10 (Barselona saatiyle).',
    en: '✈️ TK 1854 will leave 30 minutes late. New departure: 15:10 (Barcelona time).',
    es: '✈️ TK 1854 saldrá con 30 minutos de retraso. Nueva hora de salida: 15:10 (hora de Barcelona).',
    fr: '✈️ TK 1854 partira avec 30 minutes de retard. Nouveau départ\u00a0: 15:10 (Barcelone, heure locale).',
  })
})

test('whose bus nobody has said is told so all the same; on foot no bus is late', async () => {
  const people = await inFourLanguages(null)
  await publishBarcelona(world, barcelona)
  await madrid('12T08:00')
  await changeItem(world, barcelona, 'coach-railgrup', { startsAt: instant('12T08:50') })
  expect(firstLines(people)).toEqual({
    tr: '🚌 Otobüsünüz 20 dakika gecikecek. Yeni hareket saati: 08:50 (Barselona saatiyle).',
    en: '🚌 Your bus will leave 20 minutes late. New departure: 08:50 (Barcelona time).',
    es: '🚌 Su autocar saldrá con 20 minutos de retraso. Nueva hora de salida: 08:50 (hora de Barcelona).',
    fr: '🚌 Votre autocar partira avec 20 minutes de retard. Nouveau départ\u00a0: 08:50 (Barcelone, heure locale).',
  })
  await changeItem(world, barcelona, 'coach-railgrup', {
    title: { en: 'Walk', tr: 'Yürüyüş', es: 'A pie', fr: 'À pied' },
    transport: null,
  })
  await madrid('12T08:10')
  await changeItem(world, barcelona, 'coach-railgrup', {
    title: { en: 'Walk', tr: 'Yürüyüş', es: 'A pie', fr: 'À pied' },
    transport: null,
    startsAt: instant('12T08:40'),
  })
  expect(firstLines(people)).toMatchObject({
    tr: '⏱ 08:30 → 08:40 · Barselona · 🚶 Yürüyüş',
    es: '⏱ 08:30 → 08:40 · Barcelona · 🚶 A pie',
  })
})

test('what is under way arrives later, what is going on takes longer', async () => {
  const people = await inFourLanguages()
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await publishBarcelona(world, barcelona)
  await madrid('12T09:05')
  await opens(zeynep, 'Coach to the railway')
  await zeynep.taps('+20 min')
  expect(zeynep.last).toContain('shall the next items move along?')
  await zeynep.taps('Only this item')
  await zeynep.taps('Publish')
  await madrid('12T09:05:05')
  expect(told(people)).toEqual({
    tr: '🚌 Otobüsle demiryolu kümesine: yolda, 20 dakika gecikmeli. Yeni varış saati: 09:35 (Barselona saatiyle).',
    en: '🚌 Coach to the railway cluster: on the way, 20 minutes late. New arrival: 09:35 (Barcelona time).',
    es: '🚌 Autocar al clúster ferroviario: en camino, con 20 minutos de retraso. Nueva hora de llegada: 09:35 (hora de Barcelona).',
    fr: '🚌 Autocar vers le cluster ferroviaire\u00a0: en route, 20 minutes de retard. Nouvelle arrivée\u00a0: 09:35 (Barcelone, heure locale).',
  })
  await madrid('12T10:00')
  await changeItem(world, barcelona, 'railgrup', { endsAt: instant('12T11:40') })
  expect(told(people)).toEqual({
    tr: '⏱ Demiryolu kümesi Railgrup: 10 dakika uzuyor. Yeni bitiş saati: 11:40 (Barselona saatiyle).',
    en: '⏱ Railway cluster Railgrup: 10 minutes longer. New end: 11:40 (Barcelona time).',
    es: '⏱ Clúster ferroviario Railgrup: se alarga 10 minutos. Nueva hora de fin: 11:40 (hora de Barcelona).',
    fr: '⏱ Cluster ferroviaire Railgrup\u00a0: 10 minutes de plus. Nouvelle fin\u00a0: 11:40 (Barcelone, heure locale).',
  })
})

test('a departure whose hour was a moment ago: has it left? If not, it leaves later, and is counted anew', async () => {
  const people = await inFourLanguages()
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await publishBarcelona(world, barcelona)
  await madrid('12T08:20')
  await people.en.taps('I’m on board')
  await madrid('12T08:35')
  await opens(zeynep, 'Coach to the railway')
  await zeynep.taps('+30 min')
  expect(zeynep.last).toContain('Has it left already?')
  await zeynep.taps('No, it will leave later')
  await zeynep.taps('Also the next one')
  expect(zeynep.last).toContain('08:30–09:15 → Sat 12 Dec, 09:00–09:45 (Barcelona time)')
  await zeynep.taps('Publish')
  await madrid('12T08:35:05')
  expect(told(people).en).toContain(
    '🚌 Bus 2 will leave 30 minutes late. New departure: 09:00 (Barcelona time).',
  )
  const asked = ({ texts }: Person) => texts.filter((text) => /^🙋 \d/.test(text)).length
  const before = [asked(people.es), asked(people.en)]
  await madrid('12T08:44')
  expect([asked(people.es), asked(people.en)]).toEqual(before)
  await madrid('12T08:45')
  // Whoever has said that they are on board is not asked again.
  expect([asked(people.es), asked(people.en)]).toEqual([(before[0] ?? 0) + 1, before[1]])
  expect(people.es.last).toContain('🙋 09:00 · Barcelona')
  expect(zeynep.shown('🙋 Roll-call: ').text).toContain('1 of 4 is there')
})
