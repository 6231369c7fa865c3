import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { delegation, firm } from '../support/delegation.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  await firm(world)
})
afterEach(() => world.close())

const applicationId = async () => {
  const [row] = await world.house.database.query<{ id: string }>('select max(id) as id from applications', [])
  return Number(row?.id)
}

/** The second begins while the first has not been committed yet. */
async function atOnce(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  const { database } = world.house
  const done = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const one = database.transaction(async () => {
    await first()
    done.resolve()
    await held.promise
  })
  await done.promise
  const two = database.transaction(second)
  await new Promise((resolve) => setTimeout(resolve, 300))
  held.resolve()
  await Promise.allSettled([one, two])
}

describe('what has not been handed in', () => {
  test('is neither shown to a coordinator nor decided, whatever her button says', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts('t_BCN26')
    await ayse.taps('Başvur')
    await ayse.taps('Okudum')
    await ayse.writes('celik')
    await ayse.taps('Çelik Dış Ticaret')
    await ayse.taps('Ayşe Yılmaz')
    const id = await applicationId()
    const messageId = zeynep.shown('Yetkiniz').id
    await zeynep.presses({ messageId, data: `a.card:${id}` })
    zeynep.doesNotSee('Ayşe Yılmaz (')
    zeynep.doesNotSee('Ad soyad')
    await zeynep.presses({ messageId, data: `a.approve:${id}` })
    const application = await world.house.rooms.activities.applications.read(id)
    expect(application?.state).toBe('draft')
    ayse.doesNotSee('onaylandı')
  })
})

describe('identity numbers', () => {
  test('are kept nowhere, whichever question they answer', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts('t_BCN26')
    await ayse.taps('Başvur')
    await ayse.taps('Okudum')
    await ayse.writes('10000000146')
    ayse.sees('kimlik numarası')
    await ayse.writes('Firma TC 10000000146')
    await ayse.writes('celik')
    await ayse.taps('Çelik Dış Ticaret')
    await ayse.taps('Ayşe Yılmaz')
    await ayse.taps('AYSE YILMAZ')
    await ayse.writes('Müdür 100 000 001 46')
    const rows = await world.house.database.query<{ answers: string }>(
      'select answers::text as answers from applications',
      [],
    )
    expect(JSON.stringify(rows).replaceAll(' ', '')).not.toContain('10000000146')
    await ayse.writes('Müdür')
    await ayse.writes('+34612345678')
  })
})

describe('links that lead nowhere any more', () => {
  test('get a sentence and the home card', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    for (const payload of ['c_used', 'f_used', 't_NONE', 'x_1', 'nothing']) {
      const before = ayse.texts.length
      await ayse.starts(payload)
      expect(ayse.texts.length - before, payload).toBe(2)
      expect(ayse.last).toContain('Ayşe')
    }
  })
})

describe('owners', () => {
  test('two who take each other’s key away at once leave one', async () => {
    const { people } = world.house.rooms
    const { database } = world.house
    await database.query(`update roles set revoked_at = now() where role = 'owner'`, [])
    const [one, two] = await database.transaction(async () => {
      const ids = [await people.persons.create({}), await people.persons.create({})] as const
      for (const id of ids) await people.roles.grant(id, 'owner', null)
      return ids
    })
    const grantOf = async (personId: number) => (await people.roles.of(personId))[0]?.id ?? 0
    const [first, second] = [await grantOf(one), await grantOf(two)]
    await atOnce(
      () => people.giving.revoke(first, two),
      () => people.giving.revoke(second, one),
    )
    expect(await people.roles.hasOwner()).toBe(true)
  })

  test('of two starts at once, one prints the link that works', async () => {
    const { people } = world.house.rooms
    const { database } = world.house
    await database.query(`update roles set revoked_at = now() where role = 'owner'`, [])
    await atOnce(people.giving.inviteFirstOwner, people.giving.inviteFirstOwner)
    const good = await database.query(
      `select 1 from role_invitations where role = 'owner' and voided_at is null and used_at is null`,
      [],
    )
    expect(good).toHaveLength(1)
  })
})

test('who runs one activity makes nobody a member of a firm', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'tr', 'BCN26')
  const [known] = await world.house.database.query<{ id: string }>('select id from firms', [])
  await zeynep.starts()
  const { messageId } = zeynep.holds('')
  await zeynep.presses({ messageId, data: `p.colleague:${known?.id}` })
  zeynep.doesNotSee('start=f_')
})
