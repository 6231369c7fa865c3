import { expect, test } from 'vitest'
import { readFormInThread } from '../../../src/features/questionnaires/jobs/read-form-in-thread.ts'
import { SpreadsheetRefused } from '../../../src/platform/spreadsheets/index.ts'
import { asks, workbookOf } from '../../support/forms.ts'

const questions = (count: number) =>
  workbookOf({ survey: Array.from({ length: count }, (_, at) => asks('text', `q${at}`, 'Soru', 'Question')) })

test('a form is read in a thread of its own', async () => {
  const { form, issues } = await readFormInThread()(questions(300))
  expect(issues).toEqual([])
  expect(form?.root.children).toHaveLength(300)
})

test('one that takes too long is refused, and nothing else waits for it', async () => {
  let turns = 0
  const turning = setInterval(() => (turns += 1), 1)
  const refused: unknown = await readFormInThread({ deadlineSeconds: 0.05 })(questions(5000)).catch(
    (error: unknown) => error,
  )
  clearInterval(turning)
  expect(refused).toBeInstanceOf(SpreadsheetRefused)
  expect(refused).toMatchObject({ code: 'workbook:E_FILE_TOO_LARGE.time' })
  expect(turns).toBeGreaterThan(3)
})
