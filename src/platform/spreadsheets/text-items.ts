import { limits } from './limits.ts'
import { tooLarge } from './refusal.ts'
import { readXml, type XmlListener } from './xml-part.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Reads the texts that the sheets refer to by number. */
export function readSharedStrings(zip: ZipArchive, part: string | undefined): string[] {
  const texts: string[] = []
  if (!part || !zip.has(part)) return texts
  const item = textItem('si', (text) => {
    if (texts.length >= limits.texts) throw tooLarge('cells', limits.texts)
    texts.push(text)
  })
  readXml(zip, part, item)
  return texts
}

/** Gathers the runs of a (rich) text inside `element`; the reading aids of Japanese texts do not belong to it. */
export function textItem(element: string, take: (text: string) => void): Required<XmlListener> {
  let text = ''
  let isWithin = false
  let isText = false
  let isReadingAid = false
  return {
    open(name) {
      if (name === element) [text, isWithin] = ['', true]
      if (name === 'rPh') isReadingAid = true
      isText = name === 't' && isWithin && !isReadingAid
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      isText = false
      if (name === 'rPh') isReadingAid = false
      if (name !== element) return
      isWithin = false
      take(unescapeText(text))
    },
  }
}

/** Excel keeps characters that XML cannot hold as `_x000B_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
