import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches, steps } from '../support/applying.ts'
import { worldOfAyse } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import type { World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  ;({ world, ayse } = await worldOfAyse())
})
afterEach(() => world.close())

const drafts = async () => (await world.house.database.sql`select id from applications`).length
const asked = (name: string) => steps.find((step) => step.name === name)?.asks.tr ?? '?'

describe('a button', () => {
  test('of a question that has been answered says so, and changes nothing', async () => {
    await reaches(ayse, 'name')
    const proposed = ayse.holds('✔ Ayşe Yılmaz')
    const back = ayse.holds('‹ Geri')
    await ayse.writes('Ayşe Demir')
    expect(await ayse.presses(proposed)).toContain('Bu soru yanıtlandı')
    expect(await ayse.presses(back)).toContain('Bu soru yanıtlandı')
    expect(ayse.last).toContain(asked('passport'))
    expect(ayse.buttons).toContain('✔ AYSE DEMIR')
  })

  test('tapped twice at once counts once', async () => {
    await reaches(ayse, 'interpreter')
    const no = ayse.holds('Hayır')
    const notes = await Promise.all([ayse.presses(no), ayse.presses(no)])
    expect(notes.filter((note) => note?.includes('Bu soru yanıtlandı'))).toHaveLength(1)
    expect(ayse.last).toContain(asked('wishes'))
  })

  test('submit, tapped twice at once, hands in once', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya')
    await reaches(ayse)
    const submit = ayse.holds('Başvuruyu gönder')
    await Promise.all([ayse.presses(submit), ayse.presses(submit)])
    expect(ayse.texts.filter((text) => text.includes('Başvurunuz alındı'))).toHaveLength(1)
    expect(zeynep.texts.filter((text) => text.includes('BCN26-0001'))).toHaveLength(1)
    expect(await ayse.presses(submit)).toContain('Başvurunuz alındı')
  })

  test('apply, tapped twice at once, shows the notice once', async () => {
    await ayse.starts('t_BCN26')
    const apply = ayse.holds('Başvur')
    await Promise.all([ayse.presses(apply), ayse.presses(apply)])
    expect(ayse.texts.filter((text) => text.includes(asked('notice')))).toHaveLength(1)
    await ayse.taps('Okudum')
    expect(ayse.last).toContain(asked('firm'))
    // Later it is wanted again: the question is shown underneath.
    await ayse.presses(apply)
    expect(ayse.texts.filter((text) => text.includes(asked('firm')))).toHaveLength(2)
  })

  test('to take back, tapped twice at once, says kindly that it is done', async () => {
    await applies(ayse)
    await ayse.writes('/trips')
    await ayse.taps('Barselona')
    await ayse.taps('Başvuruyu geri çek')
    const yes = ayse.holds('Evet, geri çekiyorum')
    await Promise.all([ayse.presses(yes), ayse.presses(yes)])
    expect(ayse.notes).toEqual(['Başvurunuz geri çekildi.'])
    expect(ayse.phone.state().lastAnswer).toMatchObject({ showAlert: false })
    expect(ayse.last).toContain('Başvurunuz geri çekildi. Fikriniz değişirse')
  })

  test('of a draft that was discarded says so; so does one of a draft that never was', async () => {
    await reaches(ayse)
    const submit = ayse.holds('Başvuruyu gönder')
    const pause = ayse.holds('Ara ver')
    const discard = ayse.holds('Başvuruyu sil')
    await ayse.presses(discard)
    expect(ayse.last).toContain('silinsin mi?')
    // Tapped once more, on a message further up, nothing changes any more: the note says what is asked.
    expect(await ayse.presses(discard)).toContain('silinsin mi?')
    const keep = ayse.holds('‹ Geri')
    await ayse.presses(keep)
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    expect(await ayse.presses(keep)).toBe('Taslak duruyor.')
    await ayse.taps('Başvuruyu sil')
    await ayse.taps('Başvuruyu sil')
    expect(ayse.last).toContain('Taslak silindi')
    expect(await drafts()).toBe(0)
    for (const held of [submit, pause, { ...submit, data: 'a.s.submit:999999:0' }])
      expect(await ayse.presses(held)).toBeTruthy()
    await ayse.writes('merhaba')
    expect(ayse.last).toContain('anlayamadım')
    await begins(ayse)
    expect(ayse.last).toContain(asked('firm'))
  })

  test('of a paused draft leads to where it can be resumed', async () => {
    await reaches(ayse, 'position')
    const back = ayse.holds('‹ Geri')
    await ayse.writes('/cancel')
    expect(await ayse.presses(back)).toContain('/trips')
    await ayse.writes('İhracat müdürü')
    expect(ayse.last).toContain('anlayamadım')
  })

  test('that shows what stands there already says so', async () => {
    const zeynep = await world.coordinator('Zeynep Kaya', 'en')
    await zeynep.writes('/desk')
    await zeynep.taps('Barcelona')
    expect(await zeynep.taps('● New')).toBe('This is how it stands now.')
    expect(await zeynep.taps('Approved')).toBe('')
  })

  test('of somebody else does nothing but say so', async () => {
    await reaches(ayse, 'interpreter')
    const [no, pause] = [ayse.holds('Hayır'), ayse.holds('Ara ver')]
    const kemal = world.person('Kemal Er')
    await kemal.starts()
    expect(await kemal.presses(no)).toContain('yetkiniz yok')
    await applies(kemal)
    for (const held of [no, pause]) expect(await kemal.presses(held)).toContain('yetkiniz yok')
    const { data } = kemal.phone.state().messages.length ? { data: 'a.withdrawn:2' } : no
    expect(await ayse.presses({ ...no, data })).toContain('yetkiniz yok')
    expect(ayse.last).toContain(asked('interpreter'))
    await ayse.taps('Hayır')
    expect(ayse.last).toContain(asked('wishes'))
  })

  test('that was forged is refused, and the question stands', async () => {
    await world.coordinator('Zeynep Kaya')
    await reaches(ayse, 'firm found')
    const held = ayse.holds('Çelik Dış Ticaret')
    // A firm that is not there may have become another's part: the list is shown anew, and that says it.
    const ofNoFirm = held.data.replace(/[^:]*$/, '999999')
    await ayse.presses({ ...held, data: ofNoFirm })
    expect(ayse.last).toContain(asked('firm found'))
    for (const data of forged(ayse.holds('Çelik Dış Ticaret').data)) {
      expect([data, await ayse.presses({ ...held, data })]).toEqual([data, expect.stringMatching(/./)])
      expect(ayse.last).toContain(asked('firm found'))
    }
    await ayse.taps('Çelik Dış Ticaret')
    expect(ayse.last).toContain(asked('name'))
  })
})

/** Data that nobody was given, some of it close to a real button. */
const forged = (real: string): string[] => [
  real.replace(/[^:]*$/, 'x'),
  real.replace(/firm:.*$/, 'wishes:x'),
  real.replace('pick', 'submit'),
  real.replace(/a\.s\.pick:(\d+):(\d+).*$/, 'a.s.submit:$1:$2'),
  real.replace(/a\.s\.pick:(\d+):(\d+).*$/, 'a.s.skip:$1:$2'),
  'a.s.pick:1:0:firm:999999',
  'a.s.pick:x:y:z:w',
  'a.s.pick:1:0:nonsense:1',
  'a.s.change:1:0:nonsense',
  'a.s.',
  'a.s.pick',
  'a.approve:1',
  'a.rejected:1:because',
  'a.card:1',
  'a.list:1:approved:-5',
  'a.state:1:closed',
  'a.poster:1',
  'a.desk',
  'a.open:999999999',
  'a.apply:999999999',
  'a.apply:-1',
  'p.join:1:1:yes',
  'p.colleague:1',
  'p.roles',
  'p.revoked:1',
  'p.invite:owner:',
  'p.language:xx',
  'p.consent:everything:yes',
  'unknown',
  '💥'.repeat(16),
]

test('an update that is delivered again after the next question is not its answer', async () => {
  await reaches(ayse, 'position')
  await ayse.writes('İhracat müdürü')
  await ayse.writes('0532 123 45 67')
  for (const count of [1, 2, 5]) {
    world.telegram.redeliver(count)
    await world.settle()
    expect(ayse.last).toContain(asked('email'))
  }
})

test('a text and a tap that overlap are taken one after the other', async () => {
  await reaches(ayse, 'name')
  const proposed = ayse.holds('✔ Ayşe Yılmaz')
  const pressing = ayse.presses(proposed)
  ayse.phone.type({ text: 'YILMAZ, AYSE NUR' })
  ayse.phone.type({ text: 'İhracat müdürü' })
  await pressing
  expect(ayse.last).toContain(asked('phone'))
})
