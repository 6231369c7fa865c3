import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Form } from '../../../../src/features/questionnaires/domain/form.ts'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { readSpreadsheet } from '../../../../src/platform/spreadsheets/index.ts'
import { replay } from './replay.ts'
import type { Oracle } from './trace.ts'

/** Real forms and what other programs make of them, worked out independently; nothing of it is in the project. */
const samples = join(import.meta.dirname, '../../../../../shared/xlsform-samples')
const isThere = existsSync(samples)
const traces = isThere ? readdirSync(join(samples, 'oracle')) : []

if (!isThere) console.warn(`\n  NOTICE: the oracle is not replayed, because there is no folder ${samples}\n`)

describe.skipIf(!isThere)('the oracle', () => {
  test('has traces', () => expect(traces.length).toBeGreaterThan(0))

  test.each(traces)('%s is answered with no difference', async (name) => {
    const oracle = JSON.parse(readFileSync(join(samples, 'oracle', name), 'utf8')) as Oracle
    const form = await published(join(samples, oracle.form))
    for (const respondent of oracle.respondents)
      expect(replay(form, oracle, respondent), respondent.profile).toEqual([])
  })
})

/** As it comes back from where it is kept. */
async function published(file: string): Promise<Form> {
  const { form, issues } = readForm(await readSpreadsheet(await readFile(file)))
  expect(issues).toEqual([])
  return JSON.parse(JSON.stringify(form)) as Form
}
