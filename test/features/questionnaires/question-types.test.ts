import { expect, test } from 'vitest'
import { formOf, sessionOn } from './form-of.ts'

const form = formOf({
  survey: [
    { type: 'text', name: 'text', label: 'Text' },
    { type: 'integer', name: 'integer', label: 'Integer' },
    { type: 'decimal', name: 'decimal', label: 'Decimal' },
    { type: 'range', name: 'range', label: 'Range', parameters: 'start=0 end=1 step=0.1' },
    { type: 'date', name: 'date', label: 'Date' },
    { type: 'date', name: 'month', label: 'Month', appearance: 'month-year' },
    { type: 'date', name: 'year', label: 'Year', appearance: 'year' },
    { type: 'time', name: 'time', label: 'Time' },
    { type: 'dateTime', name: 'moment', label: 'Moment' },
    { type: 'geopoint', name: 'place', label: 'Place' },
    { type: 'image', name: 'image', label: 'Image' },
    { type: 'barcode', name: 'barcode', label: 'Barcode' },
    { type: 'acknowledge', name: 'ok', label: 'OK?' },
  ],
})

test.each([
  ['text', 'Ayşe', 'Ayşe'],
  ['text', 'x'.repeat(4_001), undefined],
  ['integer', '18', '18'],
  ['integer', '018', '18'],
  ['integer', '-0', '0'],
  ['integer', '18.5', undefined],
  ['integer', '1e3', undefined],
  ['integer', '1234567890123456', undefined],
  ['decimal', '36.60', '36.6'],
  ['decimal', '36,6', undefined],
  ['decimal', '0.0000001', '0.0000001'],
  ['range', '0.3', '0.3'],
  ['range', '0.35', undefined],
  ['range', '1.1', undefined],
  ['date', '2026-3-5', '2026-03-05'],
  ['date', '2026-02-29', undefined],
  ['month', '2026-03-15', '2026-03-01'],
  ['year', '2026-03-15', '2026-01-01'],
  ['time', '14:30', '14:30:00'],
  ['time', '24:30', undefined],
  ['moment', '2026-03-15T14:30:00.000+03:00', '2026-03-15T14:30:00.000+03:00'],
  ['moment', '2026-03-15T14:30:00', undefined],
  ['place', '41.0082 28.9784', '41.0082 28.9784 0 0'],
  ['place', '41.0082 28.9784 12.5 3', '41.0082 28.9784 12.5 3'],
  ['place', '91 0', undefined],
  ['place', '41.0082', undefined],
  ['image', 'file:12', 'file:12'],
  ['image', 'a b', undefined],
  ['barcode', '4006381333931', '4006381333931'],
  ['ok', 'OK', 'OK'],
  ['ok', 'yes', undefined],
])('%s: %s is kept as %s', (name, value, kept) => {
  expect(sessionOn(form).canonical(`/data/${name}`, value)).toBe(kept)
})
