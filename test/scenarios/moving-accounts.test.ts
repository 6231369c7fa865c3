import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya')
})
afterEach(() => world.close())

/** Only trips ask for the spelling in the passport; who came by a firm's link is not asked for the firm. */
const of = steps.filter(({ name }) => name !== 'passport')
const ofMember = of.filter(({ name }) => !name.startsWith('firm'))

const training = (changes: Parameters<typeof delegation>[1] = {}) =>
  delegation(world, {
    kind: 'training',
    title: { tr: 'Karbon eğitimi', en: 'Carbon training' },
    city: { tr: 'Ankara', en: 'Ankara' },
    timeZone: 'Europe/Istanbul',
    approval: 'automatic',
    perFirm: null,
    ...changes,
  })

async function member(name: string): Promise<Person> {
  const somebody = world.person(name)
  const { joining } = world.house.rooms.people
  const token = await world.house.database.transaction(() => joining.inviteToFirm(1, null))
  await somebody.starts(`f_${token}`)
  return somebody
}

/** The link that moves Kemal Eski to another account. */
async function link(): Promise<string> {
  await zeynep.writes('/desk')
  await zeynep.taps('Firmalar ve kişiler')
  await zeynep.taps('Çelik')
  await zeynep.taps('Kemal Eski')
  await zeynep.taps('Başka Telegram hesabına taşı')
  return /start=(m_[\w-]+)/.exec(zeynep.last)?.[1] ?? '?'
}

const states = async () =>
  (await world.house.database.sql<{ state: string }[]>`select state from applications order by id`).map(
    ({ state }) => state,
  )

describe('of two applications for one activity', () => {
  test('the one that has come further stands, whosever it was; who waits behind it loses nothing', async () => {
    await training({ capacity: 1 })
    const [anew, deniz] = [world.person('Kemal Er'), world.person('Deniz Su')]
    await applies(anew, { of })
    await applies(deniz, { of })
    const old = await member('Kemal Eski')
    await applies(old, { of: ofMember })
    expect(await states()).toEqual(['approved', 'waitlisted', 'waitlisted'])
    await anew.starts(await link())
    expect(await states()).toEqual(['approved', 'waitlisted', 'withdrawn'])
    anew.sees('BCN26-0001 numaralı başvurunuz geçerli; BCN26-0003 geri çekildi')
    zeynep.sees('BCN26-0003')
    await anew.starts('t_BCN26')
    expect(anew.last).toContain('Başvurunuz: onaylandı')
    deniz.doesNotSee('Başvurunuz onaylandı')
  })

  test('one gives its seat to the first who waits', async () => {
    await training({ capacity: 2 })
    const [anew, deniz] = [world.person('Kemal Er'), world.person('Deniz Su')]
    await applies(anew, { of })
    const old = await member('Kemal Eski')
    await applies(old, { of: ofMember })
    await applies(deniz, { of })
    expect(await states()).toEqual(['approved', 'approved', 'waitlisted'])
    await anew.starts(await link())
    expect(await states()).toEqual(['withdrawn', 'approved', 'approved'])
    deniz.sees('Başvurunuz onaylandı')
    anew.sees('BCN26-0002 numaralı başvurunuz geçerli; BCN26-0001 geri çekildi')
  })

  test('a draft gives way to what has been handed in, and that is said', async () => {
    await training({ capacity: 5 })
    const anew = world.person('Kemal Er')
    const old = await member('Kemal Eski')
    await applies(old, { of: ofMember })
    await begins(anew)
    await anew.starts(await link())
    expect(await states()).toEqual(['approved'])
    anew.sees('“Karbon eğitimi” için yarım kalan bir taslağınız silindi')
  })

  test('one that is being approved at this moment stands', async () => {
    await training({ capacity: 5, approval: 'manual' })
    const old = await member('Kemal Eski')
    await applies(old, { of: ofMember })
    const anew = world.person('Kemal Er')
    await applies(anew, { of })
    const opened = await link()
    // Over connections of its own: the bot's are for the bot.
    const sql = postgres(world.database.url, { max: 2 })
    let isMoved: Promise<void> | undefined
    // As a coordinator's tap does it: the activity's lock first, then the application's.
    await sql.begin(async (approving) => {
      await approving`select 1 from activities where id = 1 for update`
      await approving`update applications set state = 'approved' where number = 2`
      isMoved = anew.starts(opened)
      await until('the move waits for the approval', async () => {
        const waiting = await sql`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        return waiting.length > 0
      })
    })
    await sql.end()
    await isMoved
    expect(await states()).toEqual(['withdrawn', 'approved'])
  })
})

describe('what a new account had of its own', () => {
  test('comes along, however much it is', async () => {
    const anew = world.person('Kemal Er')
    await delegation(world, { code: 'OLD00' })
    await applies(anew, { code: 'OLD00' })
    const { sql } = world.house.database
    await sql`insert into activities (code, kind, title, city, time_zone, starts_on, ends_on, created_at, updated_at)
      select 'MORE' || n, kind, title, city, time_zone, starts_on, ends_on, created_at, updated_at
      from activities, generate_series(1, 40) n where code = 'OLD00'`
    await sql`insert into applications (activity_id, person_id, firm_id, number, state, created_at, updated_at, submitted_at)
      select activities.id, person_id, firm_id, 1, applications.state, now(), now(), now()
      from activities, applications where activities.code like 'MORE%'`
    await member('Kemal Eski')
    await anew.starts(await link())
    expect(await sql`select count(distinct person_id)::int as persons from applications`).toEqual([
      { persons: 1 },
    ])
    expect(
      await sql`select 1 from applications join accounts using (person_id) where user_id = ${anew.id}`,
    ).toHaveLength(41)
  })

  test('as coordinator is theirs too: a plan that was begun', async () => {
    await delegation(world)
    await applies(world.person('Ayşe Yılmaz'))
    const anew = await world.coordinator('Can Demir')
    await member('Kemal Eski')
    await anew.writes('/desk')
    await anew.taps('Çalıştay ya da eğitim')
    await anew.taps('Eğitim')
    await anew.starts(await link())
    await anew.writes('/cancel')
    const { sql } = world.house.database
    expect(
      await sql`select 1 from activity_drafts join accounts using (person_id) where user_id = ${anew.id}`,
    ).toHaveLength(1)
    expect(await sql`select state from applications`).toEqual([{ state: 'submitted' }])
  })
})
