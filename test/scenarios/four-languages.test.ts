import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { languages } from '../../src/shared/localized-text.ts'
import { reaches, stepsWithNewFirm } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { foreignSentences } from '../support/foreign-words.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await delegation(world, { description: {} })
  await firm(world)
})
afterEach(() => world.close())

const names = { tr: 'Ayşe Yılmaz', en: 'Grace Hopper', es: 'Lucía Ferrer', fr: 'Claire Martin' }
const shown = {
  tr: { summary: 'Lütfen kontrol ediniz', receipt: 'Başvurunuz alındı', withdrawn: 'geri çekildi' },
  en: { summary: 'Please check', receipt: 'We have received', withdrawn: 'has been withdrawn' },
  es: { summary: 'Compruebe los datos', receipt: 'Hemos recibido', withdrawn: 'se ha retirado' },
  fr: { summary: 'Merci de vérifier', receipt: 'nous est bien parvenue', withdrawn: 'est retirée' },
}

describe.each(languages)('the whole application in %s', (language) => {
  test('with a new firm: applied, withdrawn, applied again, and nothing in another language', async () => {
    const words = phrases[language]
    const person = world.person(names[language], language)
    await reaches(person, undefined, { language, of: stepsWithNewFirm })
    person.sees(shown[language].summary)
    await person.taps(words.submit)
    person.sees(shown[language].receipt)
    person.sees('BCN26-0001')
    expect(person.effort.taps).toBeLessThanOrEqual(20)
    expect(person.effort.typed).toBeLessThanOrEqual(7)

    await person.writes('/trips')
    await person.taps({ tr: 'Barselona', en: 'Barcelona', es: 'Barcelona', fr: 'Barcelone' }[language])
    await person.taps(words.withdraw)
    await person.taps(words.withdrawYes)
    person.sees(shown[language].withdrawn)

    const before = { ...person.effort }
    await person.starts('t_BCN26')
    await person.taps(words.apply)
    await person.taps(words.no)
    await person.taps(words.skip)
    await person.taps(words.submit)
    person.sees('BCN26-0002')
    expect(person.effort.taps - before.taps).toBeLessThanOrEqual(6)
    expect(person.effort.typed - before.typed).toBeLessThanOrEqual(3)

    for (const command of ['/start', '/help', '/privacy', '/nonsense', '/cancel', 'hm'])
      await person.writes(command)
    expect(foreignSentences([...world.shownTo(person), ...person.notes], language)).toEqual([])
  })
})

test('every line of the summary can be changed, typed or tapped, and the summary comes back', async () => {
  const ayse = world.person('Ayşe Yılmaz')
  await reaches(ayse)
  const changes: [label: string, act: () => Promise<unknown>, then: string][] = [
    ['✎ Ad soyad', () => writesAnotherName(ayse), 'Pasaporttaki yazılış: AYSE DEMIR'],
    ['✎ Pasaporttaki', () => ayse.writes('DEMIR, AYSE NUR'), 'AYSE NUR DEMIR'],
    ['✎ Görev', () => ayse.writes('Genel müdür'), 'Genel müdür'],
    ['✎ Telefon', () => ayse.writes('0532 765 43 21'), '+90 532 765 43 21 (doğrulanmadı)'],
    ['✎ E-posta', () => ayse.writes('yeni@celik.com.tr'), 'yeni@celik.com.tr'],
    ['✎ Diller', () => ayse.writes('Almanca'), 'Almanca'],
    ['✎ Tercüman', () => ayse.writes('evet'), 'Tercüman: Evet'],
    ['✎ Dilekler', () => ayse.writes('CAF ile görüşmek isterim.'), 'CAF ile görüşmek isterim.'],
  ]
  for (const [label, act, then] of changes) {
    await ayse.taps(label)
    expect(ayse.last).not.toContain('Lütfen kontrol ediniz')
    await act()
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    expect(ayse.last).toContain(then)
  }
  await ayse.taps('✎ Firma')
  await ayse.writes('çelik dis')
  await ayse.taps('Çelik Dış Ticaret')
  expect(ayse.last).toContain('Çelik Dış Ticaret A.Ş.')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
})

/** Another name is spelt otherwise in the passport, too. */
async function writesAnotherName(person: Person): Promise<void> {
  await person.writes('Ayşe Demir')
  await person.taps('✔ AYSE DEMIR')
}
