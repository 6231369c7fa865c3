import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldForSearch } from '../../src/shared/search-folding.ts'

describe('folding for search', () => {
  test('knows one kind of i', () => {
    for (const text of ['i', 'İ', 'ı', 'I', 'i\u0307', 'í', 'Î']) expect(foldForSearch(text)).toBe('i')
    expect(foldForSearch('IŞIK İNŞAAT')).toBe(foldForSearch('ışık inşaat'))
    expect(foldForSearch('ısık insaat')).toBe(foldForSearch('IŞIK İNŞAAT'))
  })

  test('takes accents and joined letters apart', () => {
    expect(foldForSearch('Şemsi Güneş Çağrı ÖZGÜR')).toBe('semsi gunes cagri ozgur')
    expect(foldForSearch('Ñandú Peña, Besançon, Œuvre & Straße')).toBe('nandu pena besancon oeuvre strasse')
    expect(foldForSearch('Ｆｕｌｌ　Ｗｉｄｔｈ ﬁlter')).toBe('full width filter')
  })

  test('turns punctuation of any kind into one space', () => {
    expect(foldForSearch('  TEI-TUSAŞ / Motor (Eskişehir)… ')).toBe('tei tusas motor eskisehir')
    expect(foldForSearch('!?')).toBe('')
  })

  test.each([
    ['Çelik Dış Ticaret A.Ş.', 'ÇELİK DIŞ TİC. ANONİM ŞİRKETİ'],
    ['Yılmaz Makina San. ve Tic. Ltd. Şti.', 'yilmaz makina sanayi ticaret limited şirketi'],
    ['Fundiciones Peña S.A.', 'Fundiciones Peña Sociedad Anónima'],
    ['Fundiciones Peña, S. L.', 'fundiciones peña sl'],
    ['Rail Lyon S.A.S.', 'Rail Lyon SAS'],
    ['Bahn G.m.b.H.', 'BAHN GmbH'],
  ])('%s is also %s', (written, typed) => {
    expect(foldForSearch(typed)).toBe(foldForSearch(written))
  })

  test('celik finds Çelik Dış Ticaret A.Ş.', () => {
    expect(foldForSearch('Çelik Dış Ticaret A.Ş.')).toBe('celik dis ticaret as')
    expect(foldForSearch('Çelik Dış Ticaret A.Ş.').startsWith(foldForSearch('celik'))).toBe(true)
  })

  test('leaves the letters of a legal form alone inside a word or a name', () => {
    expect(foldForSearch('Asal Salt Slovak')).toBe('asal salt slovak')
    expect(foldForSearch('Santez Ticari')).toBe('santez ticari')
  })

  test('keeps other alphabets searchable', () => {
    expect(foldForSearch('ООО «Рельс»')).toBe('ооо рельс')
    expect(foldForSearch('شركة')).toBe('شركة')
  })

  test('twice is the same as once, whatever the text', () => {
    const words = fc.constantFrom(
      'a',
      's',
      'l',
      'u',
      'sa',
      'A.Ş.',
      'san',
      'tic',
      've',
      'anonim',
      'şirketi',
      'limited',
      'ltd',
      'İ',
      'ß',
      'dış',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.array(words).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const folded = foldForSearch(written)
        expect(foldForSearch(folded)).toBe(folded)
        expect(folded).toBe(folded.trim())
      }),
      { numRuns: 500 },
    )
  })
})
