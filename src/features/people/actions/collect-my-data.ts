import { strToU8, zipSync } from 'fflate'
import type { PersonalData } from '../../../bot/personal-data.ts'

/** A copy of everything that is kept of somebody. */
export interface MyData {
  name: string
  content: Uint8Array
}

/** Puts a copy of somebody's data together: one JSON, or with files a zip that holds both. */
export function collectMyData(personalData: () => readonly PersonalData[]) {
  return async (personId: number, about: { explanation: string; madeAt: string }): Promise<MyData> => {
    const rows: Record<string, readonly object[]> = {}
    const files: Record<string, Uint8Array> = {}
    for (const room of personalData()) {
      const shown = await room.show(personId)
      Object.assign(rows, shown.rows)
      for (const { name, content } of shown.files) files[`files/${fileName(name)}`] = content
    }
    const json = JSON.stringify({ ...about, person: personId, data: rows }, null, 2)
    if (Object.keys(files).length === 0) return { name: 'heyet.json', content: strToU8(json) }
    return { name: 'heyet.zip', content: zipSync({ 'heyet.json': strToU8(json), ...files }) }
  }
}

/** No way out of the folder it is unpacked into. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100)
