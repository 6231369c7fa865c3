import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawPicture, type Picture } from '../../../src/platform/charts/index.ts'

const bars = (label: string, rows = 1): Picture => ({
  title: 'Heyet',
  heading: label,
  notes: [],
  parts: [
    {
      kind: 'bars',
      most: 10,
      rows: Array.from({ length: rows }, (_, at) => ({ label, value: at % 11, text: '3 (30%)' })),
    },
  ],
  footer: '',
})

const header = (png: Uint8Array) => {
  const data = new DataView(png.buffer, png.byteOffset)
  return { width: data.getUint32(16), height: data.getUint32(20) }
}

/** How many bytes of the picture itself differ; both have one size. */
function differing(one: Uint8Array, other: Uint8Array): number {
  const [before, after] = [pixelsOf(one), pixelsOf(other)]
  return before.reduce((count, byte, at) => count + (byte === after[at] ? 0 : 1), 0)
}

function pixelsOf(png: Uint8Array): Uint8Array {
  const data = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 8; at < png.byteLength; at += data.getUint32(at) + 12)
    if (data.getUint32(at + 4) === 0x49444154) parts.push(png.subarray(at + 8, at + 8 + data.getUint32(at)))
  return inflateSync(Buffer.concat(parts))
}

test('a picture is a PNG file as wide as a phone wants it, and as high as what it says', async () => {
  const few = await drawPicture(bars('Evet', 2))
  const many = await drawPicture(bars('Evet', 9))
  expect([...few.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  expect(header(few).width).toBe(1080)
  expect(header(many).height).toBeGreaterThan(header(few).height)
  expect(many.byteLength).toBeLessThan(400_000)
})

test('words of all four languages are drawn', async () => {
  const empty = await drawPicture(bars('.'))
  for (const words of [
    'İğdır, şöförü çağırdı',
    'The quick brown fox',
    '¿Cuántos años?',
    'Où, à Orléans, l’œuf ?',
  ])
    expect(differing(empty, await drawPicture(bars(words))), words).toBeGreaterThan(4000)
})

test('a picture of how values lie', async () => {
  const withMedian = (median: number): Picture => ({
    ...bars('Scores'),
    parts: [
      {
        kind: 'spreads',
        from: 0,
        to: 100,
        marks: [0, 50, 100].map((at) => ({ at, text: String(at) })),
        legend: { median: 'median', half: 'middle half', all: 'lowest to highest' },
        rows: [{ label: 'Total', text: '50', least: 10, median, most: 90, half: { lower: 30, upper: 60 } }],
      },
    ],
  })
  const moved = differing(await drawPicture(withMedian(50)), await drawPicture(withMedian(31)))
  expect(moved).toBeGreaterThan(500)
})

test('the legend names the middle half only where a line has one', async () => {
  const spreads = (half?: { lower: number; upper: number }): Picture => ({
    ...bars('Scores'),
    parts: [
      {
        kind: 'spreads',
        from: 0,
        to: 100,
        marks: [],
        legend: { median: 'median', half: 'middle half', all: 'lowest to highest' },
        rows: [{ label: 'Total', text: '50', least: 10, median: 50, most: 90, ...(half && { half }) }],
      },
    ],
  })
  const [without, withHalf] = [
    await drawPicture(spreads()),
    await drawPicture(spreads({ lower: 30, upper: 60 })),
  ]
  expect(header(without).height).toBeLessThan(header(withHalf).height)
})
