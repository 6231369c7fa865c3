/** How wide the letters of a font are, and which there are; the tables `cmap`, `head` and `hmtx` of a TrueType file. */
export interface FontMetrics {
  /** In parts of the size of the letters. */
  widthOf(text: string): number
  has(letter: string): boolean
}

/** Reads a whole TrueType file. */
export function fontMetrics(file: Uint8Array): FontMetrics {
  const data = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = tablesOf(data)
  const start = (name: string): number => {
    const found = tables.get(name)
    if (found === undefined) throw new Error(`a font without the table ${name}`)
    return found
  }
  const unitsPerEm = data.getUint16(start('head') + 18)
  const measured = data.getUint16(start('hhea') + 34)
  const widths = start('hmtx')
  const glyphs = glyphsOf(data, start('cmap'))
  const advance = (letter: string): number => {
    const glyph = glyphs.get(letter.codePointAt(0) ?? 0) ?? 0
    return data.getUint16(widths + 4 * Math.min(glyph, measured - 1))
  }
  return {
    widthOf: (text) => [...text].reduce((sum, letter) => sum + advance(letter), 0) / unitsPerEm,
    has: (letter) => (glyphs.get(letter.codePointAt(0) ?? 0) ?? 0) > 0,
  }
}

function tablesOf(data: DataView): Map<string, number> {
  const count = data.getUint16(4)
  const tables = new Map<string, number>()
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => data.getUint8(at + letter)))
    tables.set(name, data.getUint32(at + 8))
  }
  return tables
}

/** The number of the glyph of each letter, from the subtable for Windows and the first plane (format 4). */
function glyphsOf(data: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  const at = windowsSubtable(data, cmap)
  const twiceSegments = data.getUint16(at + 6)
  for (let segment = 0; segment < twiceSegments; segment += 2) {
    const last = data.getUint16(at + 14 + segment)
    const firstAt = at + 16 + twiceSegments + segment
    const first = data.getUint16(firstAt)
    const shift = data.getUint16(firstAt + twiceSegments)
    const rangeAt = firstAt + 2 * twiceSegments
    const range = data.getUint16(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const found = range === 0 ? code : data.getUint16(rangeAt + range + 2 * (code - first))
      if (found !== 0) glyphs.set(code, (found + shift) & 0xffff)
    }
  }
  return glyphs
}

function windowsSubtable(data: DataView, cmap: number): number {
  const count = data.getUint16(cmap + 2)
  for (let at = cmap + 4; at < cmap + 4 + count * 8; at += 8) {
    const start = cmap + data.getUint32(at + 4)
    if (data.getUint16(at) === 3 && data.getUint16(at + 2) === 1 && data.getUint16(start) === 4) return start
  }
  throw new Error('a font without letters')
}
