import { strToU8, zipSync } from 'fflate'
import type { PersonalData } from '../../../bot/personal-data.ts'

/** A copy of everything that is kept of somebody. */
export interface MyData {
  name: string
  content: Uint8Array
}

/** What the copy says of itself, and how its reader calls a table or a column of it. */
export interface AboutMyData {
  explanation: string
  madeAt: string
  nameOf(what: 'tables' | 'columns', key: string): string
}

/** Puts a copy of somebody's data together: one JSON, or with files a zip that holds both. */
export function collectMyData(personalData: () => readonly PersonalData[]) {
  return async (personId: number, { nameOf, ...about }: AboutMyData): Promise<MyData> => {
    const rows: Record<string, readonly object[]> = {}
    const files: Record<string, Uint8Array> = {}
    for (const room of personalData()) {
      const shown = await room.show(personId)
      Object.assign(rows, shown.rows)
      for (const { name, content } of shown.files) files[`files/${fileName(name)}`] = content
    }
    const columns = new Set(
      Object.values(rows)
        .flat()
        .flatMap((row) => Object.keys(row)),
    )
    const named = (what: 'tables' | 'columns', keys: Iterable<string>) =>
      Object.fromEntries([...keys].map((key) => [key, nameOf(what, key)]))
    const words = { tables: named('tables', Object.keys(rows)), columns: named('columns', columns) }
    const json = JSON.stringify({ ...about, person: personId, words, data: rows }, null, 2)
    if (Object.keys(files).length === 0) return { name: 'heyet.json', content: strToU8(json) }
    return { name: 'heyet.zip', content: zipSync({ 'heyet.json': strToU8(json), ...files }) }
  }
}

/** No way out of the folder it is unpacked into. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100)
