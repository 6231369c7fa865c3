import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
let celik: number
beforeEach(async () => {
  world = await openWorld()
  await delegation(world)
  celik = await firm(world)
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await zeynep.writes('/desk')
  await zeynep.taps('News of applications: at once')
})
afterEach(() => world.close())

type Ask = (text: string, parameters: string[]) => Promise<unknown>

/** People who have applied, one each second from this moment on; they have no phones. */
async function haveApplied(
  names: readonly string[],
  from: string,
  code = 'BCN26',
  ask: Ask = own,
): Promise<void> {
  const first = Temporal.ZonedDateTime.from(from).toInstant()
  const rows = names.map((name, at) => ({ name, at: first.add({ seconds: at }).toString() }))
  await ask(
    `with given as (
       select g.name, g.at, g.ord, nextval(pg_get_serial_sequence('persons', 'id')) as person_id
       from rows from (jsonb_to_recordset($1::text::jsonb) as (name text, at timestamptz)) with ordinality as g(name, at, ord)),
     people as (
       insert into persons (id, given_names, surname, created_at)
       overriding system value select person_id, name, 'Ak', at from given returning id)
     insert into applications (activity_id, person_id, firm_id, number, state, created_at, updated_at, submitted_at)
     select a.id, g.person_id, ${celik}, 10000 + g.person_id, 'submitted', g.at, g.at, g.at
     from given g, activities a where a.code = $2 and exists (select 1 from people)`,
    [JSON.stringify(rows), code],
  )
}

const own: Ask = (text, parameters) => world.house.database.query(text, parameters)
const digests = () =>
  zeynep.texts.filter((text) => text.includes('waiting for a decision.') && text.includes('☀️'))
const many = (count: number, name = 'Aday') => Array.from({ length: count }, (_, at) => `${name}${at + 1}`)

describe('the digest of a morning', () => {
  test('counts more than a few hundred, names the first of each activity, and tells nobody twice', async () => {
    await delegation(world, { code: 'LYON27', title: { en: 'Lyon delegation' } })
    await haveApplied(many(230), '2026-11-02T10:00[Europe/Istanbul]')
    await haveApplied(many(210, 'Candidat'), '2026-11-02T10:00[Europe/Istanbul]', 'LYON27')
    await world.clockShows('2026-11-03T08:31[Europe/Istanbul]')
    expect(digests()).toHaveLength(1)
    expect(zeynep.last).toContain('440 new applications are waiting')
    expect(zeynep.last).toMatch(
      /Barcelona rail delegation: 230 new – Aday1 Ak, .* Aday5 Ak, [^;]* and 225 more/,
    )
    expect(zeynep.last).toMatch(/Lyon delegation: 210 new – Candidat1 Ak/)

    await haveApplied(['Geç'], '2026-11-03T09:00[Europe/Istanbul]')
    await world.clockShows('2026-11-04T08:31[Europe/Istanbul]')
    expect(digests()).toHaveLength(2)
    expect(zeynep.last).toContain('1 new application is waiting')
    expect(zeynep.last).toContain('1 new – Geç Ak')
    await world.clockShows('2026-11-05T08:31[Europe/Istanbul]')
    expect(digests()).toHaveLength(2)
  })

  test('leaves out nobody whose application is still being committed, and has them once, the day after', async () => {
    const other = postgres(world.database.url, { max: 1 })
    const moment = '2026-11-03T08:29:30[Europe/Istanbul]'
    let commit = () => {}
    const isHeld = new Promise<void>((resolve) => (commit = resolve))
    let hasWritten = () => {}
    const isWritten = new Promise<void>((resolve) => (hasWritten = resolve))
    const late = other.begin(async (sql) => {
      await haveApplied(['Geç'], moment, 'BCN26', (text, parameters) => sql.unsafe(text, parameters))
      hasWritten()
      await isHeld
    })
    await isWritten
    // Handed in a moment later, committed at once.
    await haveApplied(['Hızlı'], '2026-11-03T08:29:45[Europe/Istanbul]')
    await haveApplied(['Erken'], '2026-11-03T08:28:00[Europe/Istanbul]')
    await world.clockShows('2026-11-03T08:31[Europe/Istanbul]')
    commit()
    await late
    await other.end()
    expect(zeynep.last).toContain('1 new – Erken Ak')
    await world.clockShows('2026-11-04T08:31[Europe/Istanbul]')
    expect(zeynep.last).toContain('2 new – Geç Ak, Çelik Dış Ticaret A.Ş.; Hızlı Ak')
    await world.clockShows('2026-11-05T08:31[Europe/Istanbul]')
    expect(digests()).toHaveLength(2)
    for (const name of ['Erken', 'Geç', 'Hızlı'])
      expect(digests().filter((text) => text.includes(`${name} Ak`))).toHaveLength(1)
  })

  test('has no gap where somebody chooses it while an application is being handed in', async () => {
    // She has chosen a moment after the application got its time and before it was heard of.
    await own(`update coordinator_settings set digested_at = $1`, ['2026-11-02T06:00:30Z'])
    await applies(world.person('Ayşe Yılmaz'))
    zeynep.sees('BCN26-0001 – under review')
    await world.clockShows('2026-11-02T09:01:00[Europe/Istanbul]')
    await applies(world.person('Kemal Er'))
    zeynep.doesNotSee('BCN26-0002')
    await world.clockShows('2026-11-03T08:31[Europe/Istanbul]')
    expect(zeynep.last).toContain('1 new – Kemal Er')
  })
})
