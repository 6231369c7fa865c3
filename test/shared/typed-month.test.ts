import { describe, expect, test } from 'vitest'
import { readMonth, readShortMonth } from '../../src/shared/typed-month.ts'

describe('a typed month', () => {
  test.each([
    '03/2031',
    '3.2031',
    '3 - 2031',
    '٣/٢٠٣١',
    '2031-03',
    '2031/3',
    'Mart 2031',
    'MART 2031',
    'mart 2031’de',
    'March 2031',
    'march, 2031',
    'Mar 2031',
    'marzo de 2031',
    'mars 2031',
    'en mars 2031',
    '2031 mars',
    'marso 2031',
  ])('%s is March 2031', (text) => {
    expect(readMonth(text)?.toString()).toBe('2031-03')
  })

  test.each([
    '',
    'soon',
    'March',
    '13/2031',
    '0/2031',
    '3/31',
    '13 March 2031',
    'March 31',
    '3/1850',
    '2031',
  ])('“%s” is none', (text) => {
    expect(readMonth(text)).toBeUndefined()
  })

  test('two digits are a year only where a month is asked', () => {
    expect(readShortMonth('03/31')?.toString()).toBe('2031-03')
    expect(readShortMonth('3.31')?.toString()).toBe('2031-03')
    expect(readShortMonth('13/31')).toBeUndefined()
    expect(readShortMonth('3')).toBeUndefined()
  })
})
