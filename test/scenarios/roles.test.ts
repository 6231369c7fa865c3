import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const firstOwnerLink = () =>
  world.house.database.transaction(() => world.house.rooms.people.giving.inviteFirstOwner())

async function owner(name: string): Promise<Person> {
  const somebody = world.person(name)
  const { giving } = world.house.rooms.people
  await somebody.starts(`c_${await world.house.database.transaction(() => giving.invite('owner', null))}`)
  return somebody
}

test('the first owner’s link: of two taps at once one gets it, and afterwards there is no such link', async () => {
  const former = await firstOwnerLink()
  const token = await firstOwnerLink()
  const [zeynep, can] = [world.person('Zeynep Kaya'), world.person('Can Demir')]
  await zeynep.starts(`c_${former}`)
  zeynep.sees('geçersiz, kullanılmış')
  await Promise.all([zeynep.starts(`c_${token}`), can.starts(`c_${token}`)])
  expect([...zeynep.texts, ...can.texts].filter((text) => text.includes('sahip (tüm'))).toHaveLength(1)
  expect(await world.house.rooms.people.roles.all()).toHaveLength(1)
  expect(await firstOwnerLink()).toBeUndefined()
})

async function invites(somebody: Person): Promise<string> {
  await somebody.writes('/desk')
  await somebody.taps('Yetkiler')
  await somebody.taps('Koordinatör davet et')
  await somebody.taps('faaliyetler')
  return /start=([\w-]+)/.exec(somebody.last)?.[1] ?? '?'
}

test('an owner invites a coordinator with a link of 24 hours', async () => {
  const zeynep = await owner('Zeynep Kaya')
  const link = await invites(zeynep)
  const can = world.person('Can Demir', 'es')
  await can.starts(link)
  can.sees('/desk')
  await can.writes('/desk')
  await world.clockShows('2026-11-03T10:00[Europe/Istanbul]')
  const late = await invites(zeynep)
  await world.clockShows('2026-11-04T11:00[Europe/Istanbul]')
  const eve = world.person('Eve Er')
  await eve.starts(late)
  eve.sees('süresi dolmuş')
})

test('where no activity runs, a partner cannot be invited, and it is said why', async () => {
  const zeynep = await owner('Zeynep Kaya')
  await zeynep.writes('/desk')
  await zeynep.taps('Yetkiler')
  await zeynep.taps('Ortak kuruluş davet et')
  expect(zeynep.last).toContain('Şu anda süren bir faaliyet yok.')
  await zeynep.taps('Geri')
  await delegation(world)
  await zeynep.taps('Ortak kuruluş davet et')
  expect(zeynep.last).toContain('Hangi faaliyet')
})

test('a link tapped twice by the one who used it: they have that role, and what they can do is shown', async () => {
  const zeynep = await owner('Zeynep Kaya')
  const link = await invites(zeynep)
  const can = world.person('Can Demir', 'en')
  await can.starts(link)
  await can.starts(link)
  can.doesNotSee('has been used')
  can.sees('You already have the role coordinator (all activities). /desk opens')
  expect(can.last).toContain('Hello Can')
  expect(await world.house.rooms.people.roles.all()).toHaveLength(2)

  const eve = world.person('Eve Er', 'en')
  await eve.starts(link)
  eve.sees('has been used')
  eve.doesNotSee('coordinator (')
})

test('a link tapped by somebody who has that role leaves it good for the one it is meant for', async () => {
  const zeynep = await owner('Zeynep Kaya')
  const can = await world.coordinator('Can Demir', 'en')
  const link = await invites(zeynep)
  await can.starts(link)
  can.sees('You already have the role coordinator')
  const eve = world.person('Eve Er', 'en')
  await eve.starts(link)
  eve.sees('You are now a coordinator for all activities.')
  zeynep.sees('Bir yetki bağlantısı kullanıldı: Eve Er')
})

test('a link that was used does not give a role back that was taken away', async () => {
  const zeynep = await owner('Zeynep Kaya')
  const link = await invites(zeynep)
  const can = world.person('Can Demir', 'en')
  await can.starts(link)
  const { roles } = world.house.rooms.people
  const grant = (await roles.all()).find(({ role }) => role === 'coordinator')
  await roles.revoke(grant?.id ?? 0)
  await can.starts(link)
  expect(can.texts.at(-2)).toContain('has been used')
  expect(await roles.all()).toHaveLength(1)
})

test('a role that was taken away is gone at the next tap, and its menu with it', async () => {
  const zeynep = await owner('Zeynep Kaya')
  const can = await world.coordinator('Can Demir')
  await can.writes('/desk')
  const digest = can.holds('Başvuru bildirimi: hemen')
  await zeynep.writes('/desk')
  await zeynep.taps('Yetkiler')
  await zeynep.taps('Can Demir')
  await zeynep.taps('Evet')
  can.sees('Şu yetkiniz kaldırıldı')
  expect(await can.presses(digest)).toContain('koordinatörler içindir')
  await can.writes('/desk')
  expect(can.last).toContain('koordinatörler içindir')
})

test('the last owner stays, also when two owners take each other’s role away at once', async () => {
  const zeynep = await owner('Zeynep Kaya')
  await zeynep.writes('/desk')
  await zeynep.taps('Yetkiler')
  await zeynep.taps('Zeynep Kaya')
  expect(await zeynep.taps('Evet')).toContain('Son sahip kaldırılamaz')

  const can = await owner('Can Demir')
  await zeynep.taps('‹ Geri')
  await zeynep.taps('Can Demir')
  await can.writes('/desk')
  await can.taps('Yetkiler')
  await can.taps('Zeynep Kaya')
  await Promise.all([zeynep.taps('Evet'), can.taps('Evet')])
  expect(await world.house.rooms.people.roles.hasOwner()).toBe(true)
})

test('while there is no owner, the newest owner’s link ends the ones before it, wherever it was made', async () => {
  const printed = await firstOwnerLink()
  const { giving } = world.house.rooms.people
  const atTheKeyboard = await world.house.database.transaction(() => giving.invite('owner', null))
  const can = world.person('Can Demir')
  await can.starts(`c_${printed}`)
  can.sees('geçersiz, kullanılmış')
  const zeynep = world.person('Zeynep Kaya')
  await zeynep.starts(`c_${atTheKeyboard}`)
  zeynep.sees('/desk')
  const [second, third] = [await owner('Efe Er'), await owner('Ece Er')]
  for (const each of [second, third]) each.sees('/desk')
})

test('a forged button makes no partner of the whole house, no limited owner and nothing for an activity that is not there', async () => {
  const zeynep = await owner('Zeynep Kaya')
  await delegation(world)
  await zeynep.writes('/desk')
  await zeynep.taps('Yetkiler')
  const { messageId } = zeynep.holds('Koordinatör davet et')
  const forge = (data: string) => zeynep.presses({ messageId, data })
  expect(await forge('p.invite:partner:')).toContain('belirli bir faaliyet için')
  expect(await forge('p.invite:owner:BCN26')).toContain('sınırlanamaz')
  expect(await forge('p.invite:partner:NOPE')).toContain('artık geçerli değil')
  const { sql } = world.house.database
  expect(await sql`select 1 from role_invitations where used_at is null`).toHaveLength(0)
  await forge('p.invite:partner:BCN26')
  expect(await sql`select role, activity_code from role_invitations where used_at is null`).toEqual([
    { role: 'partner', activity_code: 'BCN26' },
  ])
})

test('a partner’s link for the whole house, from a time when it could be made, gives nothing', async () => {
  const { sql } = world.house.database
  const { giving, roles } = world.house.rooms.people
  const token = await world.house.database.transaction(() => giving.invite('coordinator', null))
  await sql`update role_invitations set role = 'partner'`
  const eve = world.person('Eve Er')
  await eve.starts(`c_${token}`)
  eve.sees('geçersiz, kullanılmış')
  expect(await roles.all()).toEqual([])
})

test('roles come page by page, however many there are, with one look at the rows', async () => {
  const zeynep = await owner('Zeynep Kaya')
  const { sql } = world.house.database
  await sql`insert into persons (given_names, surname, created_at)
    select 'Kişi', 'No ' || g, ${world.clock.now().toString()} from generate_series(1, 120) g`
  await sql`insert into roles (person_id, role, granted_at)
    select id, 'coordinator', ${world.clock.now().toString()} from persons where given_names = 'Kişi'`
  await zeynep.writes('/desk')
  await zeynep.taps('Yetkiler')
  expect(zeynep.buttons).toContain('Kişi No 9 – koordinatör, tüm faaliyetler')
  expect(zeynep.buttons).not.toContain('Kişi No 10 – koordinatör, tüm faaliyetler')
  await zeynep.taps('Devam ›')
  await zeynep.taps('Devam ›')
  await zeynep.taps('Kişi No 25 –')
  expect(zeynep.last).toContain('Kişi No 25 – koordinatör')
  await zeynep.taps('Evet')
  await zeynep.taps('‹ Geri')
  expect(zeynep.buttons.join()).toContain('Zeynep Kaya')
})
