import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { addItem, changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let oya: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-10T08:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  oya = world.person('Oya Er')
  const { giving } = world.house.rooms.people
  await oya.starts(`c_${await world.house.database.transaction(() => giving.invite('owner', null))}`)
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)

/** The sheet `team`, with somebody who works there. */
const team = (name: string, phone: string, bus: string | null) =>
  world.house.rooms.activities.store.saveSheet(barcelona, 'team', [
    { row: 2, name, role: null, phone, languages: [], bus, onDutyFrom: null, onDutyTo: null },
  ])

async function invites(label: string): Promise<string> {
  await oya.writes('/desk')
  await oya.taps('Yetkiler')
  await oya.taps(label)
  await oya.taps('Barselona')
  return /start=([\w-]+)/.exec(oya.last)?.[1] ?? '?'
}

test('a driver sees the programme of their bus, is reminded and told of changes, and calls the roll', async () => {
  await team('Paco Ruiz', '+34600111222', '1')
  await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  await traveller(world, barcelona, 'Emma Reed', { bus: '2' })
  await publishBarcelona(world, barcelona)
  const bus = (name: string) => ({ kind: 'some' as const, groups: [name], applications: [] })
  await addItem(world, barcelona, 'coach-hotel', { title: { es: 'Solo autocar 2' }, audience: bus('bus 2') })

  const paco = world.person('Paco Ruiz', 'es', '+34600111222')
  await paco.starts(await invites('Görevli davet et'))
  paco.sees('Ya tiene el rol de personal de apoyo (BCN26)')
  expect(paco.last).toContain('comparta su número')
  await paco.sharesOwnContact()
  paco.sees('Hemos anotado su número')
  oya.sees('Bir yetki bağlantısı kullanıldı: Paco Ruiz')
  await oya.writes('/desk')
  await oya.taps('Erişim kaydı')
  expect(oya.last).toContain('Paco Ruiz · değiştirdi: yetki · ilgili kişi: Paco Ruiz')

  await paco.writes('/itinerary')
  expect(paco.last).toContain('autocar 1')
  await paco.taps('Programa completo')
  expect(paco.last).not.toContain('Solo autocar 2')
  await paco.writes('/desk')
  expect(paco.last).toContain('coordinación')
  await madrid('10T10:50')
  expect(paco.last).toContain('Su autocar: 1')

  await changeItem(world, barcelona, 'coach-hotel', { place: { es: 'Salida 3' } })
  expect(paco.texts.findLast((text) => text.includes('Salida 3'))).toBeDefined()
  await paco.writes('/itinerary')
  await paco.taps('🚌')
  await paco.taps('🙋')
  expect(paco.last).toContain('Marta Puig')
  expect(paco.last).not.toContain('Emma Reed')

  const agenda = paco.holds('🙋')
  await oya.writes('/desk')
  await oya.taps('Yetkiler')
  await oya.taps('Paco Ruiz')
  await oya.taps('Evet')
  expect(await paco.presses(agenda)).toContain('responsable')
  await paco.writes('/itinerary')
  expect(paco.last).not.toContain('Barcelona')
  const heard = paco.texts.length
  await madrid('10T14:00')
  expect(paco.texts).toHaveLength(heard)
})

test('an interpreter sees the meetings at which they interpret, and nobody else’s', async () => {
  await publishBarcelona(world, barcelona)
  const one = (number: string) => ({ kind: 'some' as const, groups: [], applications: [number] })
  await addItem(world, barcelona, 'coach-hotel', {
    ...{ title: { fr: 'Rendez-vous de Marta' }, audience: one('1'), interpreter: 'Inès Duval' },
  })
  await addItem(world, barcelona, 'coach-back', { title: { fr: 'Rendez-vous d’Emma' }, audience: one('2') })
  const ines = world.person('Inès Duval', 'fr')
  await ines.starts(await invites('Görevli davet et'))
  await ines.writes('/itinerary')
  await ines.taps('Tout le programme')
  expect(ines.last).toContain('Rendez-vous de Marta')
  expect(ines.last).not.toContain('Rendez-vous d’Emma')
})

test('an owner ends a link that nobody has used yet; whoever follows it gets nothing', async () => {
  const link = await invites('Görevli davet et')
  await oya.writes('/desk')
  await oya.taps('Yetkiler')
  await oya.taps('Bekleyen bağlantılar: 1')
  expect(oya.buttons.at(-2)).toContain('görevli, BCN26')
  const line = oya.holds('🚫')
  await oya.presses(line)
  expect(oya.last).toContain('bağlantı yok')
  expect(await oya.presses(line)).toContain('zaten')
  const paco = world.person('Paco Ruiz', 'es')
  await paco.starts(link)
  paco.sees('ya se ha usado')
})

test('what somebody has planned is not sent once their role is gone; whoever runs the activity is told', async () => {
  const can = await world.coordinator('Can Demir', 'tr', 'BCN26')
  await traveller(world, barcelona, 'Marta Puig', { language: 'tr' })
  await can.writes('/broadcast')
  await can.writes('Otobüs 20:30')
  await can.taps('Barselona')
  await can.taps('Tamam')
  await can.taps('Gönder')
  await world.house.database.query(
    `update broadcasts set state = 'scheduled', starts_at = '2026-12-10T20:00:00+01:00'`,
    [],
  )
  await oya.writes('/desk')
  await oya.taps('Yetkiler')
  await oya.taps('Can Demir')
  await oya.taps('Evet')
  await madrid('10T20:05')
  const [row] = await world.house.database.query('select state from broadcasts', [])
  expect(row).toEqual({ state: 'undone' })
  expect(oya.last).toContain('gönderilmedi, çünkü')
  await oya.taps('Mesajı gör')
  expect(oya.texts.join()).toContain('Otobüs 20:30')
})

test('what somebody writes anew is not shown on the cards of a former coordinator', async () => {
  const can = await world.coordinator('Can Demir', 'tr', 'BCN26')
  const marta = await traveller(world, barcelona, 'Marta Puig', { language: 'tr' })
  await marta.writes('Oda 210')
  can.sees('Oda 210')
  await oya.writes('/desk')
  await oya.taps('Yetkiler')
  await oya.taps('Can Demir')
  await oya.taps('Evet')
  const messageId = marta.phone.state().messages.findLast(({ text }) => text === 'Oda 210')?.id ?? 0
  await marta.does((phone) => phone.edit({ messageId, text: 'Oda 305' }))
  oya.sees('Oda 305')
  can.doesNotSee('Oda 305')
})
