import { asWorkbook } from '../../../shared/tables/write-table.ts'
import { readForm } from '../domain/xlsform/read-form.ts'
import { finishedForms } from '../forms/index.ts'
import type { publishForm } from './publish-form.ts'

/** Publishes the questionnaires that come with Heyet, as a coordinator would who sends each of them unchanged. */
export async function publishFinished(
  publish: ReturnType<typeof publishForm>,
  publishedBy: number,
): Promise<void> {
  for (const { id, sheets } of finishedForms) {
    const { form } = readForm(asWorkbook(sheets()))
    if (!form) throw new Error(`the finished form ${id} does not read`)
    await publish({ form, publishedBy })
  }
}
