import { strToU8, zipSync, type Zippable } from 'fflate'

/** A workbook with one sheet `Sheet`, put together by hand, so that a test can make what no program would. */
export function bookWith(sheet: string, parts: Zippable = {}, { isFrom1904 = false } = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="x" xmlns:r="r"><x:workbookPr date1904="${isFrom1904 ? 1 : 0}"/>` +
        '<x:sheets><x:sheet name="Sheet" sheetId="7" r:id="r1"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}` +
        `${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...parts,
  })
}

export const sheetXml = (rows: string) =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`
