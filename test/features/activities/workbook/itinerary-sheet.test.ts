import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../../../src/shared/spreadsheet.ts'
import { activitySheet, briefly, itemSheet, read, sheetOf } from './books.ts'

const readItem = (cells: Record<string, CellValue | null>) => {
  const { itinerary, issues, warnings } = read([activitySheet(), itemSheet(cells)])
  return { item: itinerary[0], issues, warnings, codes: [...issues, ...warnings].map(({ code }) => code) }
}

describe('when an item is', () => {
  test('a flight ends in another zone', () => {
    const { item, codes } = readItem({
      start: '08:30',
      end: { time: '10:25:00' },
      start_zone: 'Europe/Istanbul',
      start_city: 'İstanbul',
      end_zone: 'Europe/Madrid',
    })
    expect(codes).toEqual([])
    expect(item?.startsAt.toString()).toBe('2026-12-10T05:30:00Z')
    expect(item?.endsAt?.toString()).toBe('2026-12-10T09:25:00Z')
    expect(item).toMatchObject({
      startLocal: '2026-12-10T08:30',
      startCity: { tr: 'İstanbul' },
      endCity: { tr: 'Barselona' },
    })
  })

  test('date and time in one cell, and a coach that arrives the next day', () => {
    const { item, codes } = readItem({
      date: null,
      start: { date: '2026-12-12', time: '21:30:00' },
      end: '02:00',
      end_date: '2026-12-13',
    })
    expect(codes).toEqual([])
    expect(item?.endLocal).toBe('2026-12-13T02:00')
  })

  test('an hour that comes twice is accepted when the file says which', () => {
    const changes = { starts_on: '2026-10-24', ends_on: '2026-10-26' }
    const first = itemSheet({ date: null, start: '2026-10-25 02:30+02:00', end: '2026-10-25 04:00' })
    const { itinerary, issues } = read([activitySheet(changes), first])
    expect(issues).toEqual([])
    expect(itinerary[0]?.startsAt.toString()).toBe('2026-10-25T00:30:00Z')
  })

  test.each<[string, Record<string, CellValue | null>, string]>([
    ['ends before it starts', { end: '08:00' }, 'E_END_BEFORE_START'],
    ['past midnight without end_date', { start: '21:30', end: '02:00' }, 'E_END_BEFORE_START'],
    ['has no end', { end: null }, 'E_END_MISSING'],
    ['has no start', { start: null }, 'E_START_MISSING'],
    ['has no day', { date: null }, 'E_DATE_MISSING'],
    ['has two days', { start: '2026-12-11 09:30' }, 'E_DATE_TWICE'],
    ['has an hour nobody knows', { start: '25:00' }, 'E_TIME'],
    ['has a number for an hour', { start: 9.3 }, 'E_DATE_SERIAL'],
    ['is in another year', { date: '2025-12-10' }, 'E_ITEM_OUTSIDE'],
    ['is four days early', { date: '2026-12-06' }, 'E_ITEM_OUTSIDE'],
    ['is three days early', { date: '2026-12-07' }, 'W_ITEM_OUTSIDE'],
    ['is the evening after', { date: '2026-12-14' }, 'W_ITEM_OUTSIDE'],
    ['lasts two days', { end_date: '2026-12-12' }, 'W_ITEM_LONG'],
    [
      'is in a zone without its city',
      { start_zone: 'Europe/Istanbul', end_zone: 'Europe/Madrid' },
      'W_CITY_ASSUMED',
    ],
    ['has one zone only', { start_zone: 'Europe/Istanbul', start_city: 'İstanbul' }, 'W_ZONE_ASSUMED'],
    ['is in a zone nobody knows', { start_zone: 'Europe/Barcelona' }, 'E_ZONE'],
  ])('%s', (_, cells, code) => {
    expect(readItem(cells).codes).toEqual([code])
  })

  test('a deadline needs no end', () => {
    expect(readItem({ kind: 'deadline', end: null }).codes).toEqual([])
  })

  test.each([
    ['2026-03-29', '02:30', 'E_TIME_SKIPPED', { before: '01:30', after: '03:30' }],
    ['2026-10-25', '02:30', 'E_TIME_TWICE', { first: '+02:00', second: '+01:00' }],
  ])('on %s the clock of Madrid changes at %s', (date, start, code, details) => {
    const sheets = [
      activitySheet({ starts_on: date, ends_on: date }),
      itemSheet({ date, start, end: '05:00' }),
    ]
    expect(read(sheets).issues).toMatchObject([{ code, details, found: start }])
    const there = {
      ...Object.fromEntries([['time_zone', 'Europe/Istanbul']]),
      starts_on: date,
      ends_on: date,
    }
    expect(read([activitySheet(there), itemSheet({ date, start, end: '05:00' })]).issues).toEqual([])
  })
})

describe('what else an item says', () => {
  test.each<[string, CellValue, object]>([
    ['map', '41.3851, 2.1734', { map: { latitude: 41.3851, longitude: 2.1734 } }],
    ['map', '41,3851; 2,1734', { map: { latitude: 41.3851, longitude: 2.1734 } }],
    [
      'map',
      'https://www.google.com/maps/place/X/@41.38,2.17,17z/data=!3d41.3851!4d2.1734',
      { map: { latitude: 41.3851, longitude: 2.1734 } },
    ],
    ['map', 'https://maps.google.com/?q=41.3851,2.1734', { map: { latitude: 41.3851, longitude: 2.1734 } }],
    [
      'map',
      'https://www.openstreetmap.org/?mlat=41.3851&mlon=2.1734#map=17/41/2',
      { map: { latitude: 41.3851, longitude: 2.1734 } },
    ],
    [
      'map',
      'https://yandex.com.tr/maps/?ll=2.1734%2C41.3851&z=15',
      { map: { latitude: 41.3851, longitude: 2.1734 } },
    ],
    ['map', 'https://maps.apple.com/?ll=-41.3851,2.1734', { map: { latitude: -41.3851, longitude: 2.1734 } }],
    ['audience', 'herkes', { audience: { kind: 'all' } }],
    [
      'audience',
      'Grup A, 27; #0031',
      { audience: { kind: 'some', groups: ['Grup A'], applications: ['27', '31'] } },
    ],
    ['audience', 'Grup-1', { audience: { kind: 'some', groups: ['Grup-1'], applications: [] } }],
    ['remind', '15 60', { remindMinutesBefore: [60, 15] }],
    ['remind', 30, { remindMinutesBefore: [30] }],
    ['remind', 'yok', { remindMinutesBefore: [] }],
    ['mandatory', 'hayır', { isMandatory: false }],
    ['mandatory', true, { isMandatory: true }],
    ['kind', 'Öğle yemeği', { kind: 'meal', isMandatory: false }],
    ['kind', 'Almuerzo', { kind: 'meal', isMandatory: false }],
    ['kind', 'Uçuş', { kind: 'travel' }],
    ['status', 'planifié', { status: 'planned' }],
    ['status', 'iptal', { status: 'cancelled' }],
    ['id', 7, { id: '7', isNewId: false }],
  ])('%s = %s', (key, value, expected) => {
    const { item, codes } = readItem({ [key]: value })
    // Nobody is in a group here.
    expect(codes.filter((code) => code !== 'W_AUDIENCE_GROUPS_EMPTY')).toEqual([])
    expect(item).toMatchObject(expected)
  })

  test.each<[string, CellValue, string]>([
    ['map', 'https://maps.app.goo.gl/Xy12', 'E_MAP_SHORT_LINK'],
    ['map', 'Barcelona', 'E_MAP'],
    ['map', '95.1, 2.1', 'E_MAP'],
    ['audience', 'all, Grup A', 'E_AUDIENCE_MIXED'],
    ['remind', 'one hour', 'E_REMIND'],
    ['mandatory', 'belki', 'E_YES_NO'],
    ['status', 'planed', 'E_CHOICE_NEAR'],
    ['online_url', 'zoom.us/x', 'E_URL'],
    ['id', 'a b', 'E_ID'],
    ['mandatroy', 'yes', 'E_COLUMN_UNKNOWN'],
    ['bütçe', 'x', 'W_COLUMN_UNKNOWN'],
    ['kind', ' ', 'E_EMPTY'],
  ])('%s = %s is refused with %s', (key, value, code) => {
    expect(readItem({ [key]: value }).codes).toEqual([code])
  })
})

test('all mistakes of a file come at once, each at its place', () => {
  const itinerary = sheetOf('itinerary', [
    ['id', 'kind', 'date', 'start', 'end', 'title::tr', '# note', null],
    ['# leave empty', null, 'yyyy-mm-dd'],
    ['x1', 'vist', '2026-12-10', '09:30', '11:00', 'A', 'mine'],
    ['x1', 'visit', '10/12/2026', '09:30', '11:00', 'B', null, 'lost'],
    [null, 'visit', '2026-12-10', '12:00', '11:00', null],
  ])
  const { issues, warnings } = read([activitySheet({ time_zone: 'Nowhere' }), itinerary])
  expect(briefly(issues)).toEqual([
    'E_ZONE B6',
    'E_CHOICE_NEAR B3',
    'E_DATE_TWO_WAYS C4',
    'E_ROW_TWICE A4',
    'E_EMPTY F5',
    'E_END_BEFORE_START E5',
  ])
  expect(briefly(warnings)).toEqual(['W_COLUMN_UNNAMED H4'])
})

describe('people and items', () => {
  const items = (...rows: (string | null)[][]) =>
    sheetOf('itinerary', [['id', 'kind', 'date', 'start', 'end', 'title', 'audience'], ...rows])
  const people = sheetOf('participants', [
    ['application', 'name', 'group1', 'group2'],
    ['1', 'Ayşe', 'Grup A', 'Yönlendirme'],
    ['2', 'İsmail', 'Grup B', null],
  ])

  test('a group nobody is in is named, with the one that was meant', () => {
    const sheet = items(
      ['a', 'visit', '2026-12-10', '09:00', '10:00', 'A', 'Grup C'],
      ['b', 'visit', '2026-12-10', '11:00', '12:00', 'B', 'Yönlendrme'],
      ['c', 'visit', '2026-12-10', '13:00', '14:00', 'C', 'Basın'],
    )
    expect(briefly(read([activitySheet(), sheet, people]).issues)).toEqual([
      'E_AUDIENCE_GROUP_NEAR G2',
      'E_AUDIENCE_GROUP_NEAR G3',
      'E_AUDIENCE_GROUP G4',
    ])
    const alone = read([activitySheet(), sheet])
    expect(alone.issues).toEqual([])
    expect(briefly(alone.warnings)).toEqual(['W_AUDIENCE_GROUPS_EMPTY G2'])
    expect(alone.warnings.map(({ found }) => found)).toEqual(['Grup C, Yönlendrme, Basın'])
    const known = [{ application: '1', name: null, bus: null, groups: ['Grup C', 'Basın', 'yönlendrme'] }]
    expect(read([activitySheet(), sheet], { people: known }).issues).toEqual([])
    const nobody = [{ application: '1', name: null, bus: '2', groups: [] }]
    expect(briefly(read([activitySheet(), sheet, people], { people: nobody }).issues)).toHaveLength(3)
  })

  test('a bus is named with the word, in any language; a number alone is an application', () => {
    const named = (audience: string, bus: string) =>
      briefly(
        read([activitySheet(), items(['a', 'visit', '2026-12-10', '09:00', '10:00', 'A', audience])], {
          people: [{ application: '7', name: null, bus, groups: [] }],
        }).issues,
      )
    for (const audience of ['bus 1', 'Otobüs 1', '1. otobüs', 'autobús 01', 'Autocar 1', 'Bus No', '7'])
      expect([audience, named(audience, '1')]).toEqual([
        audience,
        audience === 'Bus No' ? ['E_AUDIENCE_GROUP_NEAR G2'] : [],
      ])
    expect(named('bus 2', '1')).toEqual(['E_AUDIENCE_GROUP_NEAR G2'])
    for (const audience of ['Mavi', 'mavi otobüs', 'bus Mavi']) expect(named(audience, 'Mavi')).toEqual([])
    for (const audience of ['otobüs 1', 'Bus 1']) expect(named(audience, 'Bus 1')).toEqual([])
  })

  test('two mandatory items at once are named only if somebody is in both', () => {
    const parallel = items(
      ['a', 'visit', '2026-12-10', '09:00', '10:00', 'A', 'Grup A'],
      ['b', 'visit', '2026-12-10', '09:30', '10:30', 'B', 'Grup B'],
    )
    expect(read([activitySheet(), parallel, people]).warnings).toEqual([])
    const clash = items(
      ['a', 'visit', '2026-12-10', '09:00', '10:00', 'A', 'Grup A'],
      ['b', 'visit', '2026-12-10', '09:30', '10:30', 'B', 'Yönlendirme'],
      ['c', 'meal', '2026-12-10', '09:30', '10:30', 'C', 'all'],
      ['d', 'visit', '2026-12-10', '10:30', '11:30', 'D', 'all'],
    )
    expect(read([activitySheet(), clash, people]).warnings).toMatchObject([
      {
        code: 'W_ITEMS_OVERLAP_OF',
        row: 3,
        found: 'B',
        details: { other: 'A', otherRow: '2', names: 'Ayşe' },
      },
    ])
  })
})
