import { notAWorkbook } from './file-kind.ts'
import { limits } from './limits.ts'
import { notXlsx, tooLarge } from './refusal.ts'
import { readXml } from './xml-part.ts'
import type { ZipArchive } from './zip-archive.ts'

export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
  /** Old Macintosh files count days from 1904. */
  readonly countsFrom1904: boolean
}

/** Finds where in the file its sheets, texts and formats are. */
export function findParts(zip: ZipArchive): WorkbookParts {
  const workbook = findWorkbook(zip)
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const relations = readRelations(zip, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder)
  const { sheets, countsFrom1904 } = readSheetList(zip, workbook)
  if (sheets.length > limits.sheets) throw tooLarge('sheets', limits.sheets)
  return {
    sheets: sheets.map(({ name, id }) => ({ name, part: partOf(relations, id) })),
    sharedStrings: relations.find(({ type }) => type === 'sharedStrings')?.part,
    styles: relations.find(({ type }) => type === 'styles')?.part,
    countsFrom1904,
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly part: string
}

function findWorkbook(zip: ZipArchive): string {
  const main = zip.has('_rels/.rels')
    ? readRelations(zip, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.part
    : undefined
  const workbook = main ?? 'xl/workbook.xml'
  if (!zip.has(workbook) || !zip.names.some((name) => name.startsWith('xl/')) || workbook.endsWith('.bin'))
    throw notAWorkbook(zip.names)
  return workbook
}

function readRelations(zip: ZipArchive, part: string, folder: string): Relation[] {
  const relations: Relation[] = []
  readXml(zip, part, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(folder, Target) })
    },
  })
  return relations
}

const resolve = (folder: string, target: string) =>
  decodeURIComponent(new URL(target, `zip://file/${folder}`).pathname.slice(1))

function readSheetList(zip: ZipArchive, part: string) {
  const sheets: { name: string; id: string }[] = []
  let countsFrom1904 = false
  readXml(zip, part, {
    open(element, { name = '', id = '', date1904 }) {
      if (element === 'sheet') sheets.push({ name, id })
      if (element === 'workbookPr') countsFrom1904 = date1904 === '1' || date1904 === 'true'
    },
  })
  return { sheets, countsFrom1904 }
}

function partOf(relations: readonly Relation[], id: string): string {
  const relation = relations.find((candidate) => candidate.id === id)
  if (!relation) throw notXlsx('damaged')
  return relation.part
}
