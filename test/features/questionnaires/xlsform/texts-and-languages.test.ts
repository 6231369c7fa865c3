import { describe, expect, test } from 'vitest'
import { formOf, issuesOf, nodeOf, question, read } from './books.ts'

const languagesOf = (survey: Parameters<typeof formOf>[0], defaultLanguage?: string) => {
  const settings = [{ form_id: 'f', ...(defaultLanguage && { default_language: defaultLanguage }) }]
  const { languages, defaultLanguage: own } = formOf(survey, { settings })
  return { languages, own }
}

describe('the languages of a form', () => {
  test('are those that something is written in, in their order, with their tags', () => {
    expect(
      languagesOf([{ type: 'text', name: 'a', 'label::Türkçe (tr)': 'A', 'label::Português (pt-BR)': 'B' }]),
    ).toEqual({
      languages: [
        { name: 'Türkçe (tr)', tag: 'tr' },
        { name: 'Português (pt-BR)', tag: 'pt-BR' },
      ],
      own: 'Türkçe (tr)',
    })
  })

  test('have a tag also where it is left out, if the name is one of the four', () => {
    expect(languagesOf([{ type: 'text', name: 'a', 'label:Español': 'A' }]).languages).toEqual([
      { name: 'Español', tag: 'es' },
    ])
  })

  test('a column without one is in the default language', () => {
    const survey = [{ type: 'text', name: 'a', label: 'A', 'label::French (fr)': 'B' }]
    expect(languagesOf(survey, 'English (en)')).toEqual({
      languages: [
        { name: 'English (en)', tag: 'en' },
        { name: 'French (fr)', tag: 'fr' },
      ],
      own: 'English (en)',
    })
    expect(languagesOf(survey)).toMatchObject({ languages: [{ name: '' }, { name: 'French (fr)' }], own: '' })
  })

  test('the default is found by its name or its tag alone', () => {
    const survey = [{ type: 'text', name: 'a', 'label::Türkçe (tr)': 'A', 'label::English (en)': 'A' }]
    for (const wanted of ['English (en)', 'english', 'en'])
      expect(languagesOf(survey, wanted).own).toBe('English (en)')
  })

  test('a column with a language wins over one without', () => {
    const survey = [{ type: 'text', name: 'a', 'label::English (en)': 'named', label: 'plain' }]
    const form = formOf(survey, { settings: [{ form_id: 'f', default_language: 'English (en)' }] })
    expect(nodeOf(form, '/data/a')).toMatchObject({ label: { 'English (en)': ['named'] } })
  })

  test('single colons separate only where there is no double one', () => {
    const { form, warnings } = read([
      { type: 'text', name: 'a', 'label::English (en)': 'A', 'hint:English (en)': 'B' },
    ])
    expect(nodeOf(form ?? expect.fail(), '/data/a')).not.toHaveProperty('hint')
    expect(warnings.map(({ found }) => found)).toContain('hint:English (en)')
  })
})

describe('texts', () => {
  test('take values of other questions', () => {
    const form = formOf([question({ name: 'who' }), question({ label: 'And ${who}, where?' })])
    expect(nodeOf(form, '/data/city')).toMatchObject({
      label: { '': ['And ', { kind: 'nodes', path: '/data/who' }, ', where?'] },
    })
  })

  test('have straight quotes as in other programs, unless the form says otherwise', () => {
    const survey = [question({ label: '“Où”, dit-il, “l’avez-vous vu ?”' })]
    const labelWith = (cleaning: string) =>
      nodeOf(formOf(survey, { settings: [{ form_id: 'f', clean_text_values: cleaning }] }), '/data/city')
    expect(labelWith('yes')).toMatchObject({ label: { '': [`"Où", dit-il, "l'avez-vous vu ?"`] } })
    expect(labelWith('no')).toMatchObject({ label: { '': ['“Où”, dit-il, “l’avez-vous vu ?”'] } })
  })

  test('may be a number or a date of the spreadsheet', () => {
    const form = formOf([question({ label: 2026 }), question({ name: 'b', label: { date: '2026-12-10' } })])
    expect(nodeOf(form, '/data/city')).toMatchObject({ label: { '': ['2026'] } })
    expect(nodeOf(form, '/data/b')).toMatchObject({ label: { '': ['2026-12-10'] } })
  })

  test('need not be there where a picture is', () => {
    expect(issuesOf([{ type: 'text', name: 'a', image: 'map.png' }])).toEqual([])
    expect(issuesOf([{ type: 'text', name: 'a', guidance_hint: 'hidden' }])).toEqual([
      'E_LABEL_MISSING survey 2 "a"',
    ])
  })
})
