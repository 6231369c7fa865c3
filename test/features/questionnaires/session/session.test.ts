import { describe, expect, test } from 'vitest'
import type { Form } from '../../../../src/features/questionnaires/domain/form.ts'
import type { Answers } from '../../../../src/features/questionnaires/domain/session/session.ts'
import { formOf, now, sessionOn } from '../form-of.ts'

const asked = (form: Form, answers: Answers = {}): string[] =>
  sessionOn(form, answers)
    .steps()
    .flatMap((step) => (step.kind === 'question' ? [step.path] : []))

const label = (form: Form, path: string, language: string, answers: Answers = {}): string => {
  const session = sessionOn(form, answers)
  const node = session.node(path)
  return session.text('label' in node ? node.label : undefined, path, language)
}

describe('relevance', () => {
  const form = formOf({
    survey: [
      { type: 'select_one yn', name: 'exports', label: 'Do you export?', required: 'yes' },
      { type: 'begin group', name: 'abroad', label: 'Abroad', relevant: "${exports} = 'yes'" },
      {
        type: 'integer',
        name: 'share',
        label: 'Share',
        constraint: '. >= 0 and . <= 100',
        constraint_message: '0-100',
      },
      { type: 'text', name: 'why', label: 'Why so much?', relevant: '${share} > 50' },
      { type: 'end group' },
      { type: 'calculate', name: 'score', calculation: 'if(${share} >= 50, 10, 0)' },
    ],
    choices: [
      { list_name: 'yn', name: 'yes', label: 'Yes' },
      { list_name: 'yn', name: 'no', label: 'No' },
    ],
  })
  const full = { '/data/exports': 'yes', '/data/abroad/share': '60', '/data/abroad/why': 'Trains' }

  test('is inherited, and an answer that does not apply is blank everywhere', () => {
    expect(asked(form)).toEqual(['/data/exports'])
    expect(asked(form, full)).toEqual(['/data/exports', '/data/abroad/share', '/data/abroad/why'])
    const no = sessionOn(form, { ...full, '/data/exports': 'no' })
    expect(no.value('/data/abroad/share')).toBe('')
    expect(no.result()).toEqual({
      values: { '/data/exports': 'no' },
      calculated: { '/data/score': '0' },
      skipped: ['/data/abroad/share', '/data/abroad/why'],
    })
  })

  test('says what a change brings and takes, and the answers come back', () => {
    const change = sessionOn(form, full).afterAnswer('/data/exports', 'no')
    expect(change.changes().becameIrrelevant).toEqual(['/data/abroad/share', '/data/abroad/why'])
    const back = sessionOn(form, { ...full, '/data/exports': 'no' }).afterAnswer('/data/exports', 'yes')
    expect(back.changes().becameRelevant).toEqual(['/data/abroad/share', '/data/abroad/why'])
    expect(sessionOn(form, full).open()).toBeUndefined()
  })

  test('judges answers: the constraint not of a blank, and what is no answer at all', () => {
    const session = sessionOn(form, full)
    expect(session.judge('/data/abroad/share', '101')).toEqual({ kind: 'constraint', message: '0-100' })
    expect(session.judge('/data/abroad/share', '')).toBeUndefined()
    expect(session.judge('/data/abroad/share', '12,5')).toEqual({ kind: 'constraint' })
    expect(session.judge('/data/exports', '')).toEqual({ kind: 'required' })
    expect(session.judge('/data/exports', 'perhaps')).toEqual({ kind: 'constraint' })
    expect(session.judge('/data/exports', 'no')).toBeUndefined()
  })

  test('finds what would be refused now, and asks again what must not be empty any more', () => {
    const session = sessionOn(form, { ...full, '/data/abroad/share': '101', '/data/exports': '' })
    expect(session.violations().map(({ path }) => path)).toEqual(['/data/exports'])
    expect(session.open()?.path).toBe('/data/exports')
  })
})

describe('choices', () => {
  const form = formOf({
    survey: [
      { type: 'select_one country', name: 'country', label: 'Country' },
      {
        type: 'select_one city',
        name: 'city',
        label: 'City',
        required: 'yes',
        choice_filter: 'country = ${country}',
      },
      { type: 'text', name: 'street', label: 'Street' },
      {
        type: 'select_multiple country',
        name: 'many',
        label: 'Countries',
        parameters: 'randomize=true, seed=42',
      },
      { type: 'rank country', name: 'order', label: 'Order', parameters: 'randomize=true' },
      { type: 'calculate', name: 'town', calculation: "jr:choice-name(${city}, '${city}')" },
      {
        type: 'calculate',
        name: 'capital',
        calculation: "instance('city')/root/item[country = ${country}][1]/label",
      },
    ],
    choices: [
      ...['es', 'fr', 'tr', 'xx'].map((name) => ({
        list_name: 'country',
        name,
        'label::English (en)': name,
      })),
      ...[
        ['madrid', 'Madrid', 'es'],
        ['bcn', 'Barcelona', 'es'],
        ['lyon', 'Lyon', 'fr'],
      ].map(([name = '', words = '', country = '']) => ({
        list_name: 'city',
        name,
        'label::English (en)': words,
        'label::Español (es)': `${words} (ES)`,
        country,
      })),
    ],
  })
  const names = (answers: Answers, path = '/data/city') =>
    sessionOn(form, answers)
      .choices(path)
      .map(({ name }) => name)

  test('are those that the filter lets through', () => {
    expect(names({ '/data/country': 'es' })).toEqual(['madrid', 'bcn'])
    expect(names({})).toEqual([])
  })

  test('are passed by where there are none, even if an answer is required', () => {
    expect(asked(form, { '/data/country': 'xx' })).not.toContain('/data/city')
    const session = sessionOn(form, { '/data/country': 'xx' })
    expect(session.open()?.path).toBe('/data/street')
    expect(session.violations()).toEqual([])
  })

  test('are asked for again when the filter has taken what was chosen', () => {
    const answers = { '/data/country': 'fr', '/data/city': 'bcn' }
    expect(sessionOn(form, answers).value('/data/city')).toBe('')
    expect(sessionOn(form, answers).open()?.path).toBe('/data/city')
    expect(sessionOn(form, { ...answers, '/data/country': 'es' }).value('/data/city')).toBe('bcn')
  })

  test('are not there from the beginning where the filter does not let them through', () => {
    const set = formOf({
      survey: [
        { type: 'text', name: 'group', label: 'Group' },
        {
          type: 'select_one one',
          name: 'chosen',
          label: 'One',
          default: 'b',
          choice_filter: 'group = ${group}',
        },
      ],
      choices: ['a', 'b'].map((name) => ({ list_name: 'one', name, label: name, group: name })),
    })
    const prefilled = ['a', 'b'].map((group) => {
      const session = sessionOn(set, { '/data/group': group })
      return [session.prefilled('/data/chosen'), session.value('/data/chosen')]
    })
    expect(prefilled).toEqual([
      ['', ''],
      ['b', 'b'],
    ])
  })

  test('have names in the language of the session', () => {
    const answers = { '/data/country': 'es', '/data/city': 'bcn' }
    expect(sessionOn(form, answers).value('/data/town')).toBe('Barcelona')
    expect(sessionOn(form, answers, { language: 'Español (es)' }).value('/data/town')).toBe('Barcelona (ES)')
    expect(sessionOn(form, answers).value('/data/capital')).toBe('Madrid')
  })

  test('stand in an order of chance that stays', () => {
    const order = names({}, '/data/many')
    expect(order.toSorted()).toEqual(['es', 'fr', 'tr', 'xx'])
    expect(names({ '/data/street': 'x' }, '/data/many')).toEqual(order)
    const orders = Array.from({ length: 20 }, (_, seed) =>
      sessionOn(form, {}, { seed: `response ${seed}` })
        .choices('/data/order')
        .map(({ name }) => name)
        .join(' '),
    )
    expect(new Set(orders).size).toBeGreaterThan(5)
  })

  test('are kept in the order in which they are shown, and once', () => {
    const session = sessionOn(form)
    const order = session.choices('/data/many').map(({ name }) => name)
    expect(session.canonical('/data/many', order.toReversed().join(' '))).toBe(order.join(' '))
    expect(session.canonical('/data/many', 'es es')).toBe('es')
    expect(session.canonical('/data/order', 'tr es')).toBe('tr es')
    expect(session.canonical('/data/order', 'tr tr')).toBeUndefined()
  })
})

describe('what stands there already', () => {
  const form = formOf({
    survey: [
      { type: 'text', name: 'city', label: 'City', default: 'Eskişehir' },
      { type: 'date', name: 'day', label: 'Day', default: 'today()' },
      { type: 'calculate', name: 'begun', calculation: 'once(now())' },
      { type: 'calculate', name: 'changed', calculation: 'now()', trigger: '${city}' },
      { type: 'text', name: 'shown', label: 'Shown', calculation: "concat(${city}, '!')", read_only: 'yes' },
      { type: 'start', name: 'start' },
      { type: 'end', name: 'end' },
      { type: 'today', name: 'date' },
      { type: 'deviceid', name: 'device' },
      { type: 'hidden', name: 'source', default: 'bot' },
    ],
  })
  const later = { now: now.add({ hours: 2 }) }

  test('counts until somebody answers otherwise, and is asked nevertheless', () => {
    const session = sessionOn(form)
    expect([session.prefilled('/data/city'), session.prefilled('/data/day')]).toEqual([
      'Eskişehir',
      '2026-03-15',
    ])
    expect(session.value('/data/city')).toBe('Eskişehir')
    expect(session.open()?.path).toBe('/data/city')
    expect(sessionOn(form, { '/data/city': '' }).value('/data/city')).toBe('')
  })

  test('is shown and passed by where it is read-only', () => {
    expect(asked(form)).toEqual(['/data/city', '/data/day'])
    expect(sessionOn(form).steps().at(-1)).toMatchObject({ kind: 'note', path: '/data/shown' })
    expect(sessionOn(form, { '/data/city': 'Lyon' }).value('/data/shown')).toBe('Lyon!')
  })

  test('is worked out once, at the beginning', () => {
    expect(sessionOn(form, {}, later).value('/data/begun')).toBe('2026-03-15T10:30:00.000+03:00')
    const { kept } = sessionOn(form).afterAnswer('/data/day', '2026-03-16')
    expect(kept).toEqual({ '/data/begun': '2026-03-15T10:30:00.000+03:00' })
    expect(sessionOn(form, { '/data/begun': 'before' }, later).value('/data/begun')).toBe('before')
  })

  test('is worked out when its trigger is answered, and kept then', () => {
    expect(sessionOn(form).value('/data/changed')).toBe('')
    const { kept } = sessionOn(form, {}, later).afterAnswer('/data/city', 'Lyon')
    expect(kept['/data/changed']).toBe('2026-03-15T12:30:00.000+03:00')
    const answers = { ...kept, '/data/city': 'Lyon' }
    expect(sessionOn(form, answers).value('/data/changed')).toBe('2026-03-15T12:30:00.000+03:00')
    expect(sessionOn(form, answers).afterAnswer('/data/day', '').kept).toEqual({})
  })

  test('comes from the clock, and nothing comes from the telephone', () => {
    const { calculated } = sessionOn(form, {}, later).result()
    expect(calculated).toMatchObject({
      '/data/start': '2026-03-15T10:30:00.000+03:00',
      '/data/end': '2026-03-15T12:30:00.000+03:00',
      '/data/date': '2026-03-15',
      '/data/device': '',
      '/data/source': 'bot',
    })
  })
})

describe('words', () => {
  const form = formOf({
    survey: [
      {
        type: 'text',
        name: 'a',
        'label::Türkçe (tr)': 'Adınız',
        'label::English (en)': '-',
        'label::Français (fr)': 'Nom',
      },
      {
        type: 'note',
        name: 'b',
        'label::Türkçe (tr)': 'Merhaba ${a}!',
        'label::English (en)': 'Hello ${a}!',
      },
      { type: 'text', name: 'c', label: 'Plain' },
      { type: 'text', name: 'd', 'label::Français (fr)': 'Seulement' },
      { type: 'calculate', name: 'day', calculation: "format-date('2026-08-05', '%a %e %b')" },
    ],
    settings: { default_language: 'Türkçe (tr)' },
  })

  test('fall back to the default language, the column without one, and the first there is', () => {
    expect(label(form, '/data/a', 'English (en)')).toBe('Adınız')
    expect(label(form, '/data/a', 'Français (fr)')).toBe('Nom')
    expect(label(form, '/data/a', 'Klingon')).toBe('Adınız')
    expect(label(form, '/data/c', 'English (en)')).toBe('Plain')
    expect(label(form, '/data/d', 'English (en)')).toBe('Seulement')
  })

  test('of days and months are those of the language', () => {
    const days = ['Türkçe (tr)', 'English (en)', 'Français (fr)'].map((language) =>
      sessionOn(form, {}, { language }).value('/data/day'),
    )
    expect(days).toEqual(['Çar 5 Ağu', 'Wed 5 Aug', 'mer. 5 août'])
  })

  test('have their values filled in, in each language', () => {
    const answers = { '/data/a': 'Ayşe' }
    expect(label(form, '/data/b', 'Türkçe (tr)', answers)).toBe('Merhaba Ayşe!')
    expect(label(form, '/data/b', 'English (en)', answers)).toBe('Hello Ayşe!')
  })
})
