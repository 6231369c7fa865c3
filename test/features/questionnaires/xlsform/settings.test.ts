import { expect, test } from 'vitest'
import { titleIn } from '../../../../src/features/questionnaires/domain/form-language.ts'
import { formOf, question, read, type Rows } from './books.ts'

const withSettings = (settings: Rows) => formOf([question()], { settings })

test('a form may do without settings', () => {
  expect(withSettings([])).toMatchObject({
    formId: 'form',
    title: 'form',
    version: '',
    defaultLanguage: '',
    purpose: { kind: 'free', scope: 'person', isAnonymous: false },
  })
})

test('settings have several names', () => {
  expect(withSettings([{ title: 'Needs', id_string: 'needs', version: 2026112601 }])).toMatchObject({
    title: 'Needs',
    formId: 'needs',
    version: '2026112601',
  })
  expect(withSettings([{ id_string: 'old', form_id: 'new' }]).formId).toBe('new')
  expect(withSettings([{ form_title: 'İhtiyaç Analizi 2026' }]).formId).toBe('ihtiyac_analizi_2026')
})

test('the title may be given per language; the one of the default language stands for all', () => {
  const titles = {
    'form_title::Türkçe (tr)': 'İhtiyaçlar',
    'form_title::English (en)': 'Needs',
    'form_title::Español (es)': 'Necesidades',
  }
  const form = withSettings([{ form_id: 'f', default_language: 'English (en)', ...titles }])
  expect(form.title).toBe('Needs')
  expect(titleIn(form, 'es')).toBe('Necesidades')
  expect(titleIn(form, 'fr')).toBe('Needs')
  expect(form.languages.map(({ tag }) => tag)).toContain('es')
})

test('what a form is for is said by our own settings', () => {
  const purpose = (settings: Record<string, string | boolean | object>) =>
    withSettings([{ form_id: 'f', ...settings }]).purpose
  expect(purpose({ heyet_purpose: 'needs_analysis' })).toEqual({
    kind: 'needs_analysis',
    scope: 'firm',
    isAnonymous: false,
  })
  expect(
    purpose({
      heyet_purpose: 'Needs analysis',
      heyet_scope: 'person',
      heyet_anonymous: true,
      heyet_opens_at: { date: '2026-12-01' },
      heyet_closes_at: '10.12.2026 17:00',
    }),
  ).toEqual({
    kind: 'needs_analysis',
    scope: 'person',
    isAnonymous: true,
    opensAt: '2026-12-01T00:00',
    closesAt: '2026-12-10T17:00',
  })
})

test('the name of an instance may be worked out', () => {
  expect(withSettings([{ form_id: 'f', instance_name: "concat('x-', ${city})" }]).instanceName).toMatchObject(
    {
      kind: 'call',
      name: 'concat',
    },
  )
  const { issues } = read([question()], { settings: [{ form_id: 'f', instance_name: '${nobody}' }] })
  expect(issues).toMatchObject([{ code: 'E_REF_UNKNOWN', sheet: 'settings', row: 2, column: 'B' }])
})
