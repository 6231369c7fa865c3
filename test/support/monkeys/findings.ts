import { writeFileSync } from 'node:fs'
import type { Finding } from './watching.ts'

/** Where a long walk writes what it has found on its way, besides at its end. */
const report = process.env.HEYET_MONKEY_REPORT

/** Collects what was found, of each kind the first, with the steps that led there. */
export function findings(name: string) {
  const found = new Map<string, string>()
  const walk: string[] = []
  return {
    /** Notes a step and what came of it. */
    note(step: string, of: readonly Finding[]): void {
      walk.push(step.slice(0, 200))
      for (const { kind, detail } of of) {
        const key = `${kind}: ${detail}`.replaceAll(/\d+/g, '#').slice(0, 200)
        if (found.has(key)) continue
        found.set(key, `${name}, step ${walk.length}: ${kind}: ${detail}\n  ${walk.slice(-6).join('\n  ')}`)
        if (report) writeFileSync(report, [...found.values()].join('\n\n'))
      }
    },
    all: () => [...found.values()].join('\n\n'),
    steps: () => walk.length,
    /** Lists for whoever wants to look at them. */
    writes(what: string, counted: ReadonlyMap<string, number>): void {
      if (!report) return
      const lines = [...counted].toSorted(([, one], [, other]) => other - one)
      writeFileSync(`${report}.${what}`, lines.map(([key, times]) => `${times} ${key}`).join('\n'))
    },
  }
}
