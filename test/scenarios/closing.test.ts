import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

// Applications for Barcelona close on Friday 20 November at 18:00; the story begins on the 2nd.
let world: World
let celik: number
beforeEach(async () => {
  world = await openWorld()
  celik = await firm(world)
})
afterEach(() => world.close())

const rooms = () => world.house.rooms
const at = (moment: string) => world.clockShows(`${moment}[Europe/Istanbul]`)

/** Somebody who belongs to a firm by a link, as the chamber sends it with its list of firms. */
async function invited(name: string, language: 'tr' | 'en' | 'es' | 'fr' = 'en', to = ['BCN26']) {
  const token = await world.house.database.transaction(() =>
    rooms().people.joining.inviteToFirm(celik, null, { invitedTo: to }),
  )
  const somebody = world.person(name, language)
  await somebody.starts(`f_${token}`)
  return somebody
}

/** Whoever belongs to a firm is not asked for it. */
const ofMember = steps.filter(({ name }) => !name.startsWith('firm'))

const about = 'Your firm is invited'
const reminders = (person: Person, words = about) =>
  person.texts.filter((text) => text.includes(words)).length

/** Another moment at which they close; the chamber sends its workbook again. */
const closesAt = (moment: string) =>
  world.house.database.transaction(() =>
    delegation(world, {
      applicationsCloseAt: Temporal.ZonedDateTime.from(`${moment}[Europe/Istanbul]`).toInstant(),
    }),
  )

describe('whoever is invited and has not applied', () => {
  test('is told a week, two days and three hours before, and only then', async () => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz')
    const can = world.person('Can Demir', 'en')
    await can.starts()
    await at('2026-11-13T17:59')
    expect(reminders(ayse)).toBe(0)
    await at('2026-11-13T18:00')
    expect(reminders(ayse)).toBe(1)
    expect(ayse.last).toMatch(
      /^⏳ Apply until 20 November 2026, 18:00 \(Istanbul time\) – closes in 7 days\nBarcelona rail/,
    )
    expect(ayse.phone.state().messages.at(-1)?.silent ?? false).toBe(false)
    await at('2026-11-18T18:00')
    expect(reminders(ayse)).toBe(2)
    expect(ayse.last).toContain('closes in 2 days')
    await at('2026-11-20T15:00')
    expect(reminders(ayse)).toBe(3)
    expect(ayse.last).toContain('closes in 3 hours')
    await at('2026-11-25T12:00')
    expect(reminders(ayse)).toBe(3)
    can.doesNotSee(about)
  })

  test.each([
    ['tr', 'Firmanız bu faaliyete davetli', 'Bu kez katılmayacağım', 'Teşekkürler, not ettik'],
    ['en', 'Your firm is invited', 'I am not coming this time', 'Thank you for telling us'],
    ['es', 'Su empresa está invitada', 'Esta vez no participaré', 'Gracias por avisarnos'],
    ['fr', 'Votre entreprise est invitée', 'Je ne participerai pas', 'Merci de nous l’avoir dit'],
  ] as const)('reads it in %s, says no, and hears no more of it', async (language, said, no, thanks) => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz', language)
    await at('2026-11-13T18:00')
    expect(ayse.last).toContain(said)
    const button = ayse.holds(no)
    await ayse.taps(no)
    expect(ayse.last).toContain(thanks)
    await ayse.presses(button)
    expect(ayse.last).toContain(thanks)
    await at('2026-11-20T17:00')
    expect(reminders(ayse, said)).toBe(0)
    // The button of somebody else does nothing for whoever was not asked.
    const can = world.person('Can Demir', language)
    await can.starts()
    expect(await can.presses(button)).toBeDefined()
  })

  test('applies by the button, or goes on with what is begun', async () => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz', 'tr')
    await reaches(ayse, 'position', { of: ofMember })
    await at('2026-11-13T18:00')
    expect(ayse.last).toContain('Başvurunuz yarım kaldı')
    await ayse.taps('▶️ Başvuruya devam et')
    expect(ayse.last).toContain('Firmadaki göreviniz?')
  })

  test('is left in peace as soon as they have applied', async () => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz', 'tr')
    const omer = await invited('Ömer Güneş', 'tr')
    await applies(ayse, { of: ofMember })
    await at('2026-11-20T17:00')
    expect(reminders(ayse, 'davetli')).toBe(0)
    expect(reminders(omer, 'davetli')).toBe(3)
  })

  test('is not told what cannot be had: the firm has as many as may come', async () => {
    await delegation(world, { perFirm: 1 })
    const ayse = await invited('Ayşe Yılmaz', 'tr')
    const omer = await invited('Ömer Güneş', 'tr')
    await applies(ayse, { of: ofMember })
    await at('2026-11-20T17:00')
    expect(reminders(omer, 'davetli')).toBe(0)
  })

  test.each(['closed', 'cancelled'] as const)('hears nothing of what is %s', async (state) => {
    const { id } = await delegation(world)
    const ayse = await invited('Ayşe Yılmaz')
    await at('2026-11-13T17:00')
    await rooms().activities.store.update(id, { state })
    await at('2026-11-20T17:00')
    expect(reminders(ayse)).toBe(0)
    // Opened again, the moments still to come count.
    await rooms().activities.store.update(id, { state: 'published' })
    await at('2026-11-20T18:00')
    expect(reminders(ayse)).toBe(0)
  })

  test('is told by the deadline there is now, four times at most, and never of a moment that has passed', async () => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz')
    await at('2026-11-13T18:00')
    await closesAt('2026-11-16T18:00')
    expect(reminders(ayse)).toBe(1)
    await at('2026-11-16T15:00')
    expect(reminders(ayse)).toBe(3)
    await closesAt('2026-12-01T18:00')
    await at('2026-11-24T18:00')
    expect(reminders(ayse)).toBe(4)
    await at('2026-12-02T18:00')
    expect(reminders(ayse)).toBe(4)
  })

  test('sleeps: what falls into the night waits for the morning, and what would be too late then makes no sound', async () => {
    await delegation(world)
    await closesAt('2026-11-20T07:30')
    const ayse = await invited('Ayşe Yılmaz')
    await at('2026-11-13T07:59')
    expect(reminders(ayse)).toBe(0)
    await at('2026-11-13T08:00')
    expect(reminders(ayse)).toBe(1)
    // Declined by an application in the night: the morning says nothing.
    await at('2026-11-20T04:30')
    expect(reminders(ayse)).toBe(3)
    expect(world.calls.findLast(({ method }) => method === 'sendMessage')?.payload).toMatchObject({
      disable_notification: true,
    })
  })

  test('is told nothing late after a stop, and in one message what still matters', async () => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz')
    await at('2026-11-13T17:00')
    await world.stops()
    world.clock.moveTo(Temporal.ZonedDateTime.from('2026-11-18T19:00[Europe/Istanbul]').toInstant())
    await world.starts()
    await world.settle()
    await at('2026-11-18T19:01')
    expect(reminders(ayse)).toBe(1)
    expect(ayse.last).toContain('closes in 2 days')
  })

  test('hears it without a sound who has muted reminders, and not at all who wants no such messages', async () => {
    await delegation(world)
    const ayse = await invited('Ayşe Yılmaz')
    const omer = await invited('Ömer Güneş')
    const ids = await world.house.database.query<{ id: number }>(
      `select person_id::int as id from accounts where user_id = any (array[${ayse.id}, ${omer.id}]) order by user_id`,
      [],
    )
    const now = world.clock.now().toString()
    await world.house.database.query(
      `insert into reminder_wishes (person_id, is_muted, updated_at) values ($1, true, $2)`,
      [ids[0]?.id ?? 0, now],
    )
    await world.house.database.query(`insert into broadcast_opt_outs (person_id, at) values ($1, $2)`, [
      ids[1]?.id ?? 0,
      now,
    ])
    await at('2026-11-13T18:00')
    expect(reminders(omer)).toBe(0)
    expect(reminders(ayse)).toBe(1)
    expect(world.calls.findLast(({ method }) => method === 'sendMessage')?.payload).toMatchObject({
      disable_notification: true,
    })
  })
})
