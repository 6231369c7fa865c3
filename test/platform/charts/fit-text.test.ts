import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { arrange } from '../../../src/platform/charts/arrange.ts'
import { drawable, fitText } from '../../../src/platform/charts/fit-text.ts'
import { readMetrics } from '../../../src/platform/charts/fonts.ts'
import { innerWidth, looks } from '../../../src/platform/charts/looks.ts'

const metrics = readMetrics()
const font = metrics.regular
const fit = (text: string, mostLines = 9) => fitText(text, { font, size: 40, width: 400, mostLines })

describe('texts in a picture', () => {
  test('lines are broken between words and never wider than there is room', () => {
    const label = 'Uluslararası demiryolu tedarikçilerinin kalite yönetim standardı belgesi'
    const lines = fit(label)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe(label)
    for (const line of lines) expect(font.widthOf(line) * 40).toBeLessThanOrEqual(400)
  })

  test('a word that is longer than a line is broken, and what has no room ends with an ellipsis', () => {
    const word = 'Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine'
    expect(fit(word).join('')).toBe(word)
    expect(fit(word, 2)).toHaveLength(2)
    expect(fit(word, 2).at(-1)).toMatch(/…$/)
    expect(fit('')).toEqual([])
  })

  test('signs that the font does not have are left out instead of drawn as boxes', () => {
    expect(drawable('🚆 Trenle  geldim 👍🏽', font)).toBe('Trenle geldim')
    expect(font.has('ğ')).toBe(true)
    expect(font.has('🚆')).toBe(false)
  })

  test('every letter of our own sentences is in both fonts', () => {
    const missing = new Set<string>()
    for (const language of readdirSync('locales'))
      for (const file of readdirSync(`locales/${language}`))
        for (const letter of readFileSync(`locales/${language}/${file}`, 'utf8'))
          if (/[\p{L}\p{N}]/u.test(letter) && !(font.has(letter) && metrics.bold.has(letter)))
            missing.add(letter)
    expect([...missing]).toEqual([])
  })
})

test('nothing of a picture lies outside the paper', () => {
  const long = 'Kurumsallaşma ve uluslararasılaşma düzeyinin değerlendirilmesi '.repeat(6)
  const { texts, height } = arrange(
    {
      title: long,
      heading: long,
      notes: [long],
      footer: long,
      parts: [{ kind: 'bars', most: 1, rows: [{ label: long, value: 1, text: '1 (%100)' }] }],
    },
    metrics,
  )
  for (const { lines, look, weight, x, y, align } of texts) {
    const widest = Math.max(...lines.map((line) => metrics[weight].widthOf(line) * look.size))
    expect(align === 'right' ? x : x + widest).toBeLessThanOrEqual(looks.margin + innerWidth + 1)
    expect(y + lines.length * look.line).toBeLessThanOrEqual(height)
  }
})

test('whatever is written can be read: each colour has a contrast of at least 4.5 to 1 on the paper', () => {
  for (const name of ['ink', 'quiet', 'bar', 'mark', 'line'] as const)
    expect(contrast(looks.colours[name], looks.colours.paper), name).toBeGreaterThanOrEqual(4.5)
})

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
