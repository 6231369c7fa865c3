import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CannotStart } from '../../src/platform/cannot-start.ts'
import { broadcast } from './broadcast.ts'
import { desk } from './desk.ts'
import { questionnaires } from './questionnaires.ts'
import { reminders } from './reminders.ts'
import { openServer, type Server } from './server.ts'
import { asTable, type Figures } from './table.ts'
import { updates } from './updates.ts'

/** What a section measures; it says meanwhile what it is doing. */
export type Section = (server: Server, tell: (sentence: string) => void) => Promise<Figures>

const sections: Readonly<Record<string, Section>> = { updates, questionnaires, reminders, broadcast, desk }

/** Measures all sections or the one named, prints a Markdown table and writes the figures as JSON if asked to. */
export async function bench(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    options: { json: { type: 'string' } },
    allowPositionals: true,
  })
  const names = positionals.length > 0 ? positionals : Object.keys(sections)
  const unknown = names.filter((name) => !(name in sections))
  if (unknown.length > 0)
    throw new CannotStart(
      `There is no section ${unknown.join(', ')}. The sections are: ${Object.keys(sections).join(', ')}.`,
    )
  const server = await openServer()
  const measured: Record<string, Figures> = {}
  try {
    for (const name of names) {
      const figures = await sections[name]?.(server, (sentence) => console.error(`${name}: ${sentence}`))
      if (figures) measured[name] = figures
    }
  } finally {
    await server.close()
  }
  console.log(asTable(measured))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
  process.exit()
}
