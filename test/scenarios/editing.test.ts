import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { spokenLanguageName } from '../../src/features/people/index.ts'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { languages } from '../../src/shared/localized-text.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ now: '2026-11-02T09:00:00+03:00[Europe/Istanbul]' })
})
afterEach(() => world.close())

const texts = openTexts()

const training = (changes: Parameters<typeof delegation>[1] = {}) =>
  delegation(world, {
    code: 'EGT-2612-1',
    kind: 'training',
    title: { tr: 'Karbon eğitimi', en: 'Carbon training', es: 'Curso de carbono', fr: 'Formation carbone' },
    description: { tr: 'CBAM' },
    city: { tr: 'Ankara', en: 'Ankara' },
    timeZone: 'Europe/Istanbul',
    startsOn: Temporal.PlainDate.from('2026-12-10'),
    endsOn: Temporal.PlainDate.from('2026-12-10'),
    capacity: 40,
    perFirm: null,
    decisionOn: null,
    applicationsCloseAt: Temporal.Instant.from('2026-12-08T15:00:00Z'),
    approval: 'automatic',
    ...changes,
  })

const saved = (code = 'EGT-2612-1') => world.house.rooms.activities.store.byCode(code)

/** Zeynep has opened the training for editing and typed another number of seats. */
async function hasChangedSeatsTo(seats: string): Promise<Person> {
  const zeynep = await world.coordinator('Zeynep Kaya', 'tr')
  await zeynep.writes('/desk')
  for (const button of ['Karbon eğitimi', 'Düzenle', '✎ Kontenjan']) await zeynep.taps(button)
  await zeynep.writes(seats)
  return zeynep
}

test('what is thrown away of a published training are the changes, and they are called so', async () => {
  await training()
  const zeynep = await hasChangedSeatsTo('25')
  expect(zeynep.last).toContain('Diller: Türkçe, İngilizce, İspanyolca ve Fransızca')
  await zeynep.taps('Vazgeç')
  expect(zeynep.last).toContain('Değişikliklerden vazgeçilsin mi?')
  await zeynep.taps('Vazgeç')
  expect(zeynep.last).toContain('yayımlanmış hâli olduğu gibi duruyor')
  expect(await saved()).toMatchObject({ capacity: 40 })
})

describe('editing a training', () => {
  test.each(languages)('in %s, with a deploy at every step', async (language) => {
    const activity = await training()
    const say = texts.words(language).plain
    const zeynep = await world.coordinator('Zeynep Kaya', language)
    await zeynep.writes('/desk')
    const steps = [
      () => zeynep.taps(activity.title[language] ?? ''),
      () => zeynep.taps(say('planning:edit')),
      () => zeynep.taps(`✎ ${say('planning:labels.capacity')}`),
      () => zeynep.writes('25'),
      () => zeynep.taps(`✎ ${say('planning:labels.title')} (${spokenLanguageName(language, language)})`),
      () => zeynep.writes('Karbon II'),
      () => zeynep.taps(`✎ ${say('planning:labels.startsOn')}`),
      () => zeynep.writes('2026-12-15'),
    ]
    let version = 200
    for (const step of steps) {
      await step()
      await world.deploys((version += 1))
    }
    expect(zeynep.last).toContain('40 → 25')
    expect(zeynep.last).toContain(`${activity.title[language] ?? ''} → Karbon II`)
    expect(await saved()).toMatchObject({ capacity: 40, title: activity.title })

    await zeynep.taps(say('planning:summary.save'))
    expect(await saved()).toMatchObject({
      id: activity.id,
      title: { ...activity.title, [language]: 'Karbon II' },
      capacity: 25,
      city: { tr: 'Ankara', en: 'Ankara' },
      // A day's training stays one when it moves, and its deadline still lies before it.
      startsOn: Temporal.PlainDate.from('2026-12-15'),
      endsOn: Temporal.PlainDate.from('2026-12-15'),
      applicationsCloseAt: Temporal.Instant.from('2026-12-08T15:00:00Z'),
    })
    expect(world.complaints).toEqual([])
  })

  test('whoever has a seat keeps it, and fewer seats than people are pointed out', async () => {
    const activity = await training()
    const { people, activities } = world.house.rooms
    for (let each = 0; each < 3; each += 1) {
      const personId = await people.persons.create({})
      const { id } = await activities.applications.create({
        activityId: activity.id,
        personId,
        firmId: null,
        answers: {},
        filledBy: null,
      })
      await activities.applications.update(id, { state: 'approved', number: each + 1 })
    }
    const zeynep = await hasChangedSeatsTo('2')
    zeynep.sees('Onaylanan kişi sayısı 3, kontenjan ise 2')
    await zeynep.taps('Değişiklikleri kaydet')
    expect((await saved())?.capacity).toBe(2)
    expect(await activities.applications.seats(activity.id, null)).toMatchObject({ taken: 3 })
  })

  test('what a colleague saves meanwhile stays', async () => {
    const activity = await training()
    const zeynep = await hasChangedSeatsTo('20')
    await world.house.rooms.activities.store.update(activity.id, { city: { tr: 'İzmir' } })
    await zeynep.taps('Değişiklikleri kaydet')
    expect(await saved()).toMatchObject({ capacity: 20, city: { tr: 'İzmir' } })
  })

  test('delegations are edited with their workbook, cancelled activities not at all', async () => {
    await delegation(world)
    const cancelled = await training({ code: 'EGT-2612-2', state: 'cancelled' })
    const trip = await saved('BCN26')
    const zeynep = await world.coordinator('Zeynep Kaya', 'tr')
    await zeynep.writes('/desk')
    await zeynep.taps('Barselona')
    expect(zeynep.buttons.join()).not.toContain('Düzenle')
    const { messageId } = zeynep.holds('Başvuruları kapat')
    expect(await zeynep.presses({ messageId, data: `a.edit:${trip?.id}` })).toContain('çalışma kitabıyla')
    expect(await zeynep.presses({ messageId, data: `a.edit:${cancelled.id}` })).toContain('iptal edildi')
  })
})

describe('who may', () => {
  test('a coordinator of one activity edits that one, and opens none', async () => {
    const own = await training()
    const other = await training({ code: 'EGT-2612-2' })
    const deniz = await world.coordinator('Deniz Ak', 'tr', 'EGT-2612-1')
    await deniz.writes('/desk')
    expect(deniz.buttons.join()).not.toContain('Çalıştay ya da eğitim')
    const { messageId } = deniz.holds('Karbon eğitimi')
    expect(await deniz.presses({ messageId, data: 'a.workshop' })).toContain('yetkiniz yok')
    expect(await deniz.presses({ messageId, data: `a.edit:${other.id}` })).toContain('yetkiniz yok')
    await deniz.presses({ messageId, data: `a.edit:${own.id}` })
    deniz.sees('Değiştirmek istediğiniz satıra dokununuz')
  })

  test('somebody else’s button finds nothing, and a role taken away ends it at the next tap', async () => {
    await training()
    const zeynep = await world.coordinator('Zeynep Kaya', 'tr')
    const deniz = await world.coordinator('Deniz Ak', 'tr')
    await zeynep.writes('/desk')
    await zeynep.taps('Çalıştay ya da eğitim')
    const kind = zeynep.holds('Eğitim')
    await deniz.writes('/desk')
    expect(await deniz.presses({ ...kind, messageId: deniz.holds('Karbon').messageId })).toContain(
      'yetkiniz yok',
    )

    const { roles } = world.house.rooms.people
    for (const grant of await roles.all()) await roles.revoke(grant.id)
    expect(await zeynep.presses(kind)).toContain('yetkiniz yok')
    await zeynep.writes('Merhaba')
    zeynep.sees('Bunu anlayamadım')
  })
})
