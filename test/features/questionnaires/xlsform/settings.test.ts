import { expect, test } from 'vitest'
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
