import { startThread } from '../../../platform/work-in-thread.ts'
import type { ResultFrame, ResultRow } from '../domain/results/result-set.ts'
import type { TableHeadings, TableOrder, TableRow } from '../domain/results/table/result-table.ts'
import type { FormLanguage } from '../domain/form.ts'
import type { TableMessage } from './table-thread.ts'

/** A file packs small and is written while it is read: ten thousand responses to forty questions make one of some 5 MB. */
const limits = { deadlineSeconds: 600, memoryMegabytes: 256 }

/** A second look at whether it is still wanted, in milliseconds. */
const lookEvery = 1_000

export interface TableToWrite {
  frame: ResultFrame
  rows: AsyncIterable<readonly ResultRow[]>
  language: FormLanguage
  headings: TableHeadings
  /** In each language of the form. */
  book: readonly TableHeadings[]
  homeTimeZone: string
  /** Hears how many rows have been read so far, and says whether the table is still wanted. */
  goesOn(rows: number): Promise<boolean>
}

/**
 * Writes a table of results in a thread of its own, a slice at a time; `undefined` when it is not wanted any more. One after
 * the other, because each takes a good deal of memory.
 */
export function tableWriter(): (table: TableToWrite) => Promise<Uint8Array | undefined> {
  let last: Promise<unknown> = Promise.resolve()
  return (table) => {
    const next = last.then(() => write(table))
    last = next.catch(() => {})
    return next
  }
}

async function write({ frame, rows, goesOn, ...more }: TableToWrite): Promise<Uint8Array | undefined> {
  const thread = startThread<Uint8Array>(
    new URL('./table-thread.ts', import.meta.url),
    orderOf(frame, more),
    limits,
  )
  const tell = (message: TableMessage) => thread.tell(message)
  try {
    let read = 0
    for await (const slice of rows) {
      tell({ kind: 'rows', rows: slice.map((row) => plainRow(row, more.homeTimeZone)) })
      read += slice.length
      if (!(await goesOn(read))) return undefined
    }
    tell({ kind: 'write' })
    return await unlessStopped(thread.answer, () => goesOn(read))
  } finally {
    await thread.end()
  }
}

/** Waits for the file and looks now and then whether anybody still wants it. */
async function unlessStopped(
  file: Promise<Uint8Array>,
  isWanted: () => Promise<boolean>,
): Promise<Uint8Array | undefined> {
  for (;;) {
    const { promise: pause, resolve } = Promise.withResolvers<undefined>()
    const alarm = setTimeout(() => resolve(undefined), lookEvery)
    const written = await Promise.race([file, pause]).finally(() => clearTimeout(alarm))
    if (written) return written
    if (!(await isWanted())) return undefined
  }
}

const orderOf = (
  { columns, repeats, languages, questionnaire }: ResultFrame,
  { language, headings, book }: Pick<TableToWrite, 'language' | 'headings' | 'book'>,
): TableOrder => ({
  ...{ columns, repeats, languages, language, headings, book },
  isAnonymous: questionnaire.isAnonymous,
})

/** Moments do not travel between threads. */
function plainRow({ response, values, repeats, files }: ResultRow, zone: string): TableRow {
  if (!response) return { facts: undefined, values, repeats, files }
  const { reference, version, person, firm, activity, source, language, round, submittedAt } = response
  const local = submittedAt?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  return {
    facts: {
      ...{ reference, version, person, firm, activity, source, round },
      ...{ language: language ?? '', submittedAt: local ?? '' },
    },
    ...{ values, repeats, files },
  }
}
