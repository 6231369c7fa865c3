import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../../src/shared/localized-text.ts'
import { chatWords } from '../../support/by-hand.ts'

/** What somebody can be told by the bot itself, and so by a coordinator's mouth. */
const told: Readonly<Record<string, RegExp>> = {
  activities: /^(told\.(?!colleague|takenOver)|moved\.(?!nextColleague)|state\.)/,
  life: /^(told\.|left\.|coming\.(ask|remind)$|sentBack\.(remind|question|why)$)/,
  changes: /^(?!card\.|again$)/,
  reminders: /^(?!wishes\.|desk\.|rehearsal\.|urge\.|seen\.)/,
  documents: /^(told\.|nudge|line$|due$|because$|renew$|rule$|source$|checked$)/,
  formdesk: /^ask\.(first|reminder|new|begun|until)/,
  questionnaires: /^answers\.filledIn$/,
  broadcasts: /^(why\.|fallback|corrected$|sentEarlier)/,
  privacy: /^gone\./,
}

const sentences = (language: Language, room: string): Map<string, string> => {
  const found = new Map<string, string>()
  const collect = (texts: object, path: string) => {
    for (const [key, text] of Object.entries(texts) as [string, unknown][])
      if (typeof text === 'string') found.set(path + key, text)
      else collect(text as object, `${path}${key}.`)
  }
  const file = new URL(`../../../locales/${language}/${room}.json`, import.meta.url)
  collect(JSON.parse(readFileSync(file, 'utf8')) as object, '')
  return found
}

const variables = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()

describe.each(languages)('%s', (language) => {
  const byHand = sentences(language, 'byhand')

  test.each(Object.entries(told))('what %s tells is true on the telephone as well', (room, isTold) => {
    let looked = 0
    for (const [key, text] of sentences(language, room)) {
      if (!isTold.test(key)) continue
      looked += 1
      expect.soft(byHand.get(`${room}.${key}`) ?? text, `${room}:${key}`).not.toMatch(chatWords[language])
    }
    expect(looked).toBeGreaterThan(0)
  })

  test('what a coordinator says instead has a place, and says no more than what it stands for', () => {
    for (const [key, text] of byHand) {
      const [room = '', ...path] = key.split('.')
      if (path.length === 0) continue
      const own = sentences(language, room).get(path.join('.'))
      expect.soft(own, key).toBeDefined()
      expect.soft(variables(own ?? ''), key).toEqual(expect.arrayContaining(variables(text)))
    }
  })
})
