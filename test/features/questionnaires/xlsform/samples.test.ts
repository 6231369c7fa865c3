import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FormNode } from '../../../../src/features/questionnaires/domain/form.ts'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { readSpreadsheet, SpreadsheetRefused } from '../../../../src/platform/spreadsheets/index.ts'
import { briefly, nodesOf, sentencesOf } from './books.ts'

const folder = new URL('../../../../../shared/xlsform-samples/', import.meta.url)

interface ValidSample {
  file: string
  questions: number
  notes: number
  calculates: number
  metadata: number
  groups: number
  repeats: number
  choiceLists: number
  languages: string[]
  chatProfile: { expect: 'accept' | 'reject' | 'either'; reasons: string[] }
}

interface InvalidSample {
  file: string
  acceptCodes: string[]
  mustReject: boolean
  where: { row: number | null; sheet: string | null; column: string | null } | null
}

const manifest = readManifest()

function readManifest(): { valid: ValidSample[]; invalid: InvalidSample[] } {
  const file = new URL('manifest.json', folder)
  if (!existsSync(file)) return { valid: [], invalid: [] }
  return JSON.parse(readFileSync(file, 'utf8')) as { valid: ValidSample[]; invalid: InvalidSample[] }
}

const workbookOf = (file: string) => readSpreadsheet(readFileSync(new URL(file, folder)))
const isThere = manifest.valid.length > 0
const accepted = manifest.valid.filter(({ chatProfile }) => chatProfile.expect !== 'reject')
const rejected = manifest.valid.filter(({ chatProfile }) => chatProfile.expect === 'reject')

describe.skipIf(!isThere)('real forms (skipped without ../shared/xlsform-samples)', () => {
  test.each(accepted)('$file has what an independent reader finds in it', async (sample) => {
    const { form, issues, warnings } = readForm(await workbookOf(sample.file))
    for (const issue of warnings) sentencesOf(issue)
    if (sample.chatProfile.expect === 'either' && !form) return
    expect(issues.map(briefly)).toEqual([])
    const nodes = form ? nodesOf(form) : []
    const count = (kind: FormNode['kind']) => nodes.filter((node) => node.kind === kind).length
    expect({
      questions: count('question'),
      notes: count('note'),
      silent: count('calculation'),
      groups: count('group'),
      repeats: count('repeat'),
      choiceLists: Object.keys(form?.lists ?? {}).length,
    }).toEqual({
      questions: sample.questions,
      notes: sample.notes,
      silent: sample.calculates + sample.metadata,
      groups: sample.groups,
      repeats: sample.repeats,
      choiceLists: sample.choiceLists,
    })
    const names = form?.languages.map(({ name }) => name).toSorted()
    if (sample.languages[0] === 'default') expect(names).toHaveLength(1)
    else expect(names).toEqual(sample.languages.toSorted())
  })

  test.each(rejected)('$file is refused for what a chat cannot do', async ({ file, chatProfile }) => {
    const { form, issues } = readForm(await workbookOf(file))
    expect(form).toBeUndefined()
    for (const issue of issues) sentencesOf(issue)
    const reasons = chatProfile.reasons.map((reason) => reason.split(':')[0])
    expect(issues.some(({ code }) => reasons.includes(code))).toBe(true)
  })
})

describe.skipIf(!isThere)('broken forms (skipped without ../shared/xlsform-samples)', () => {
  test.each(manifest.invalid)('$file', async ({ file, acceptCodes, mustReject, where }) => {
    const found = await mistakesOf(file)
    if (!mustReject && found.length === 0) return
    const place = found.find(
      ({ code, row, header }) =>
        acceptCodes.includes(code) &&
        (!where?.row || where.row === row) &&
        (!where?.column || where.column === header),
    )
    expect(place, JSON.stringify(found)).toBeDefined()
  })
})

async function mistakesOf(
  file: string,
): Promise<{ code: string; row?: number | undefined; header: string }[]> {
  try {
    const workbook = await workbookOf(file)
    return readForm(workbook).issues.map(({ code, sheet, row, column }) => {
      const cells = workbook.sheets.find(({ name }) => name === sheet)?.rows[0]?.cells ?? []
      const header = cells.find((cell) => cell.column === column)?.value
      return { code, row, header: typeof header === 'string' ? header : '' }
    })
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error
    return [{ code: /E_[A-Z_]+/.exec(error.message)?.[0] ?? '', header: '' }]
  }
}
