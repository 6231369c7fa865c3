import { describe, expect, test } from 'vitest'
import {
  packFilter,
  readFilter,
  withFacet,
  type ApplicationFilter,
} from '../../../../src/features/activities/domain/desk/application-filter.ts'
import { readSearch } from '../../../../src/features/activities/domain/desk/search-words.ts'

const whole: ApplicationFilter = {
  activityId: 99_999,
  standing: 'coming',
  firmId: 999_999,
  cluster: 'aviation',
  language: 'fr',
  group: '0a1b2c',
  lack: 'document',
  searchId: 9_999_999,
}

describe('a filter in a button', () => {
  test('comes back as it was, and leaves room for what else a button says', () => {
    expect(readFilter(packFilter(whole))).toEqual(whole)
    expect(readFilter('')).toEqual({})
    expect(packFilter(whole).length).toBeLessThanOrEqual(40)
  })

  test.each(['x1', 's9', 'kz', 'lde', 'gXYZ', 'a', 'a-1', 'q!'])(
    'that is forged is refused: %s',
    (packed) => {
      expect(() => readFilter(packed)).toThrow()
    },
  )

  test('loses the group with the activity it belongs to', () => {
    expect(withFacet({ activityId: 1, group: '0a1b2c' }, 'activity', 'a2')).toEqual({ activityId: 2 })
    expect(withFacet({ activityId: 1, standing: 'left' }, 'standing', '')).toEqual({ activityId: 1 })
  })
})

describe('what somebody types', () => {
  test.each([
    ['BCN26-0007', { words: ['bcn26', '0007'], number: 7, code: 'BCN26' }],
    ['#7', { words: [], number: 7 }],
    ['0532 123 45 67', { words: [], phone: '5321234567' }],
    ['+33 (0)6 12 34 56 78', { words: [], phone: '33612345678' }],
    ['Çelik Dış Tic. A.Ş.', { words: ['celik', 'dis', 'ticaret', 'as'] }],
    ['Şule d’Arc', { words: ['sule', 'arc'] }],
  ])('%s', (text, meant) => {
    expect(readSearch(text)).toEqual(meant)
  })

  test.each(['', ' ', 'x', '–', '?!'])('“%s” is too little', (text) => {
    expect(readSearch(text)).toBeUndefined()
  })
})
