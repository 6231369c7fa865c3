import { afterEach, beforeEach, expect, test } from 'vitest'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  ayse = world.person('Ayşe Yılmaz')
})
afterEach(() => world.close())

const exports: SmallForm = {
  survey: [
    asks('note', 'hello', 'Firmanızı tanımak istiyoruz.', 'We would like to know your firm.'),
    asks('select_one exp', 'b1', 'İhracat yapıyor musunuz?', 'Do you export?', { required: 'yes' }),
    asks('integer', 'b2', 'İhracatın payı (%)', 'Share of exports (%)', {
      relevant: "${b1} = 'often'",
      required: 'yes',
      constraint: '. >= 0 and . <= 100',
      'constraint_message::Türkçe (tr)': '0 ile 100 arasında olmalı.',
      'constraint_message::English (en)': 'It must be from 0 to 100.',
    }),
    asks('select_multiple lang', 'c2', 'Hangi dillerde?', 'In which languages?', {
      constraint: "not(selected(., 'none') and count-selected(.) > 1)",
    }),
    asks('text', 'g8', 'Eklemek istedikleriniz', 'Anything else?', {
      'hint::English (en)': 'In a few words.',
    }),
  ],
  choices: [
    choice('exp', 'never', 'Hayır, hiç', 'No, never'),
    choice('exp', 'often', 'Evet, düzenli', 'Yes, regularly'),
    choice('lang', 'en', 'İngilizce', 'English'),
    choice('lang', 'es', 'İspanyolca', 'Spanish'),
    choice('lang', 'none', 'Hiçbiri', 'None'),
  ],
  settings: { default_language: 'Türkçe (tr)' },
}

test('answered from the link to the receipt', async () => {
  await publishes(world, exports)
  await ayse.starts('q_needs')
  expect(ayse.last).toContain('Firmanızı tanımak istiyoruz.')
  expect(ayse.last).toContain('İhracat yapıyor musunuz?')
  expect(ayse.last).toContain('1/3')
  await ayse.taps('Evet, düzenli')
  expect(ayse.last).toContain('İhracatın payı')
  expect(ayse.last).toContain('2/4')
  await ayse.writes('yüz elli')
  expect(ayse.last).toContain('tam sayı gerekiyor')
  await ayse.writes('150')
  expect(ayse.last).toContain('0 ile 100 arasında olmalı.')
  await ayse.writes('%40')
  expect(ayse.last).toContain('✔ İhracatın payı (%): 40')
  await ayse.taps('İngilizce')
  await ayse.taps('İspanyolca')
  expect(ayse.buttons).toContain('Tamam (2)')
  await ayse.taps('Hiçbiri')
  expect(ayse.buttons).toContain('Tamam (1)')
  await ayse.taps('İngilizce')
  expect(ayse.buttons).toContain('☐ Hiçbiri')
  await ayse.taps('Tamam (1)')
  await ayse.taps('Atla')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  expect(ayse.last).toContain('Hangi dillerde? İngilizce')
  await ayse.taps('Gönder')
  ayse.sees('needs-0001')
  await ayse.taps('✎ Değiştir')
  expect(ayse.last).toContain('Hangi dillerde? İngilizce')
})

test('a change at the review asks exactly what came to apply', async () => {
  await publishes(world, exports)
  await ayse.starts('q_needs')
  await ayse.taps('Hayır, hiç')
  await ayse.writes('İngilizce')
  await ayse.taps('Tamam (1)')
  await ayse.writes('Teşekkürler')
  expect(ayse.last).not.toContain('İhracatın payı')
  await ayse.taps('✎ 1.')
  expect(ayse.buttons).toContain('✓ Hayır, hiç')
  await ayse.taps('Evet, düzenli')
  expect(ayse.last).toContain('İhracatın payı')
  await ayse.writes('25')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  await ayse.taps('Gönder')
  ayse.sees('needs-0001')
})

test('the title is read in the language of whoever reads it', async () => {
  const { settings, ...rest } = exports
  await publishes(world, {
    ...rest,
    settings: { ...settings, 'form_title::Türkçe (tr)': 'İhracat', 'form_title::English (en)': 'Exports' },
  })
  await ayse.starts('q_needs')
  expect(ayse.last).toContain('İhracat')
  await ayse.writes('/language')
  await ayse.taps('English')
  expect(ayse.last).toContain('Exports')
  await ayse.taps('Pause')
  await ayse.writes('/forms')
  expect(ayse.last).toContain('Exports · 0/')
  expect(ayse.buttons).toContain('▶ Go on: Exports')
})

test('paused, listed, and gone on with in another language', async () => {
  await publishes(world, exports)
  await ayse.starts('q_needs')
  await ayse.taps('Evet, düzenli')
  await ayse.taps('Ara ver')
  await ayse.writes('/forms')
  expect(ayse.last).toContain('İhtiyaçlar · 1/4')
  await ayse.taps('Devam et')
  expect(ayse.last).toContain('İhracatın payı')
  await ayse.writes('/language')
  await ayse.taps('English')
  expect(ayse.last).toContain('Share of exports')
  await ayse.writes('40')
  await ayse.writes('Spanish')
  await ayse.writes('done')
  expect(ayse.last).toContain('In a few words.')
  await ayse.writes('/help')
  expect(ayse.last).toContain('Anything else?')
  await ayse.writes('No')
  await ayse.taps('Submit')
  ayse.sees('needs-0001')
  await ayse.starts('q_NEEDS')
  expect(ayse.last).toContain('Reference')
  await ayse.taps('change them')
  await ayse.taps('✎ 4.')
  await ayse.writes('Yes, coffee')
  await ayse.taps('Submit the changes')
  ayse.sees('Your changes to')
  const { query } = world.house.database
  expect(await query('select state, number from responses', [])).toEqual([{ state: 'submitted', number: 1 }])
  expect(await query("select value from answers where path = '/data/g8'", [])).toEqual([
    { value: 'Yes, coffee' },
  ])
})
