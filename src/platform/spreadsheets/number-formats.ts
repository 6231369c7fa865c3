import { readXml } from './xml-part.ts'
import type { ZipArchive } from './zip-archive.ts'

/** What a number in a cell with this style stands for. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'dateTime'

/** For each cell style of the file, in order, what its numbers mean. */
export function readNumberFormats(zip: ZipArchive, part: string | undefined): NumberMeaning[] {
  if (!part || !zip.has(part)) return []
  const ownFormats = new Map<string, string>()
  const styles: string[] = []
  let isCellStyles = false
  readXml(zip, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') ownFormats.set(numFmtId, formatCode)
      if (name === 'cellXfs') isCellStyles = true
      if (name === 'xf' && isCellStyles) styles.push(numFmtId)
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return styles.map((id) => {
    const code = ownFormats.get(id)
    return code === undefined ? meaningOfBuiltIn(Number(id)) : meaningOfFormat(code)
  })
}

/** The formats every file knows without listing them; 27-36 and 50-58 are dates in East Asian editions. */
function meaningOfBuiltIn(id: number): NumberMeaning {
  if (id === 22) return 'dateTime'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time'
  return 'number'
}

/** A format is about moments when letters of a calendar or a clock remain once quoted text and colours are gone. */
export function meaningOfFormat(code: string): NumberMeaning {
  const bare = (code.split(';')[0] ?? '')
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replaceAll(/general|AM\/PM|A\/P/gi, (word) => (word.toLowerCase() === 'general' ? '' : 'h'))
  const hasClock = /[hs]/i.test(bare)
  if (/[yd]/i.test(bare)) return hasClock ? 'dateTime' : 'date'
  if (hasClock) return 'time'
  return /m/i.test(bare) ? 'date' : 'number'
}
