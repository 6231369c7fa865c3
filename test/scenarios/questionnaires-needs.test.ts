import { afterEach, beforeEach, expect, test } from 'vitest'
import { firm } from '../support/delegation.ts'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

/** The part of the needs analysis whose questions depend on each other: domain.md c-3, A1 and B to D. */
const needs: SmallForm = {
  survey: [
    { type: 'begin_group', name: 'a', 'label::Türkçe (tr)': 'Firma', 'label::English (en)': 'Firm' },
    asks('select_one cluster', 'A1', 'Hangi kümedesiniz?', 'Which cluster?', { required: 'yes' }),
    { type: 'end_group', name: '' },
    { type: 'begin_group', name: 'b', 'label::Türkçe (tr)': 'İhracat', 'label::English (en)': 'Exports' },
    asks('select_one exp', 'B1', 'İhracat yapıyor musunuz?', 'Do you export?', { required: 'yes' }),
    asks('integer', 'B2', 'Cironuzda ihracatın payı', 'Share of exports', {
      relevant: "${B1} = 'sometimes' or ${B1} = 'regularly'",
      required: 'yes',
      constraint: '. >= 0 and . <= 100',
    }),
    asks('select_multiple or_other country', 'B3', 'İhracat yapılan ülkeler', 'Countries sold to', {
      type: 'select_multiple country or_other',
      relevant: "${B1} = 'sometimes' or ${B1} = 'regularly'",
    }),
    asks('select_multiple barrier', 'B5', 'İhracatın önündeki engeller', 'What keeps you?', {
      relevant: "${B1} = 'never' or ${B1} = 'stopped'",
      constraint: 'count-selected(.) <= 3',
    }),
    asks('select_one usd', 'B6', '3 yıllık ortalama ihracat', 'Average exports', {
      relevant: "${B1} = 'regularly'",
    }),
    { type: 'end_group', name: '' },
    { type: 'begin_group', name: 'd', 'label::Türkçe (tr)': 'Kalite', 'label::English (en)': 'Quality' },
    asks('select_multiple iso', 'D1', 'Yönetim sistemi belgeleri', 'Certificates'),
    asks('select_multiple railcert', 'D2', 'Raylı sistemlere özgü belgeler', 'Rail approvals', {
      relevant: "${A1} = 'rail' or ${A1} = 'both'",
    }),
    asks('select_multiple aircert', 'D3', 'Havacılığa özgü belgeler', 'Aviation approvals', {
      relevant: "${A1} = 'aviation' or ${A1} = 'both'",
    }),
    { type: 'end_group', name: '' },
  ],
  choices: [
    choice('cluster', 'rail', 'Raylı sistemler', 'Rail'),
    choice('cluster', 'aviation', 'Havacılık', 'Aviation'),
    choice('cluster', 'both', 'Her ikisi', 'Both'),
    choice('exp', 'never', 'Hiç', 'Never'),
    choice('exp', 'stopped', 'Bıraktık', 'Stopped'),
    choice('exp', 'sometimes', 'Ara sıra', 'Now and then'),
    choice('exp', 'regularly', 'Düzenli', 'Regularly'),
    choice('country', 'es', 'İspanya', 'Spain'),
    choice('country', 'fr', 'Fransa', 'France'),
    ...['customers', 'price', 'staff', 'finance'].map((name, at) =>
      choice('barrier', name, `Engel ${at}`, `Barrier ${at}`),
    ),
    choice('usd', 'small', '0,5 M altı', 'Below 0.5 M'),
    choice('usd', 'large', '0,5 M üstü', 'Above 0.5 M'),
    choice('iso', 'iso9001', 'ISO 9001', 'ISO 9001'),
    choice('iso', 'iso14001', 'ISO 14001', 'ISO 14001'),
    choice('iso', 'none', 'Hiçbiri', 'None', { exclusive: 'yes' }),
    choice('railcert', 'iris', 'IRIS', 'IRIS', { exclusive: '' }),
    choice('railcert', 'none', 'Hiçbiri', 'None', { exclusive: 'yes' }),
    choice('aircert', 'as9100', 'AS 9100', 'AS 9100'),
    choice('aircert', 'none', 'Hiçbiri', 'None', { exclusive: 'yes' }),
  ],
  settings: {
    form_title: 'İhtiyaç Analizi',
    default_language: 'Türkçe (tr)',
    heyet_purpose: 'needs_analysis',
    heyet_scope: 'firm',
  },
}

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  ayse = world.person('Ayşe Yılmaz')
  const celik = await firm(world)
  await publishes(world, needs)
  const { joining } = world.house.rooms.people
  await ayse.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`)
  await ayse.starts('q_needs')
})
afterEach(() => world.close())

test('who does not export never sees B2, B3 and B6; a change at the review asks exactly those and drops B5', async () => {
  expect(ayse.last).toContain('▸ Firma')
  await ayse.taps('Raylı sistemler')
  await ayse.taps('Hiç')
  expect(ayse.last).toContain('İhracatın önündeki engeller')
  await ayse.taps('Engel 0')
  await ayse.taps('Engel 1')
  await ayse.taps('Engel 2')
  await ayse.taps('Engel 3')
  expect(await ayse.taps('Tamam (4)')).toContain('uymuyor')
  await ayse.taps('Engel 3')
  await ayse.taps('Tamam (3)')
  expect(ayse.last).toContain('▸ Kalite')
  await ayse.taps('ISO 9001')
  await ayse.taps('Hiçbiri')
  expect(ayse.buttons).toContain('☐ ISO 9001')
  await ayse.taps('ISO 9001')
  await ayse.taps('ISO 14001')
  await ayse.taps('Tamam (2)')
  expect(ayse.last).toContain('Raylı sistemlere özgü')
  await ayse.writes('hiçbiri')
  await ayse.writes('tamam')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  for (const absent of ['payı', 'yapılan ülkeler', 'ortalama ihracat', 'Havacılığa'])
    expect(ayse.last).not.toContain(absent)

  await ayse.taps('✎ 2.')
  await ayse.taps('Düzenli')
  expect(ayse.last).toContain('Cironuzda ihracatın payı')
  await ayse.writes('35')
  expect(ayse.last).toContain('İhracat yapılan ülkeler')
  await ayse.taps('İspanya')
  await ayse.taps('Tamam (1)')
  expect(ayse.last).toContain('3 yıllık ortalama ihracat')
  await ayse.taps('üstü')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  expect(ayse.last).not.toContain('engeller')
  await ayse.taps('Gönder')
  ayse.sees('needs-0001')
  const rows = await world.house.database.query<{ path: string }>(
    'select path from answers order by path',
    [],
  )
  expect(rows.map(({ path }) => path.split('/').at(-1))).toEqual(['A1', 'B1', 'B2', 'B3', 'B6', 'D1', 'D2'])
})

test('both clusters see the approvals of both', async () => {
  await ayse.taps('Her ikisi')
  await ayse.taps('Ara sıra')
  await ayse.writes('10')
  await ayse.taps('Atla')
  await ayse.taps('Atla')
  expect(ayse.last).toContain('Raylı sistemlere özgü')
  await ayse.taps('Atla')
  expect(ayse.last).toContain('Havacılığa özgü')
})
